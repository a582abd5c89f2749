import type { Edition, EditionStep, Round } from './edition.ts';
import { usualRange, usualRanking } from './edition.ts';
import { checkEdition } from './edition-check.ts';
import type { EditionFault, Finding } from './edition-fault.ts';
import type { EditionFile, FileRound, FileStep } from './edition-file-schema.ts';
import { editionFileSchema } from './edition-file-schema.ts';
import { placeOf } from './edition-place.ts';
import { closingIn, openingIn } from './local-moment.ts';
import type { JsonDocument } from './parse-json.ts';
import { parseJson } from './parse-json.ts';
import { shapeFindings } from './shape-findings.ts';

/** An edition, or else why the file is none; warnings either way, in the order of the file. */
export type EditionReading =
  { edition: Edition; warnings: EditionFault[] } | { faults: EditionFault[]; warnings: EditionFault[] };

/**
 * Reads the text of an edition file. What is written wrongly is found first; whether it makes sense is looked at when
 * all of it can be read. Never throws, whatever the text.
 */
export function readEditionFile(text: string): EditionReading {
  const json = parseJson(text);
  if ('finding' in json) return { faults: [inWords(json.finding, undefined, json.line)], warnings: [] };
  const { document } = json;
  const parsed = editionFileSchema.safeParse(document.value);
  const findings = parsed.success
    ? [...document.twice, ...checkEdition(parsed.data)]
    : [...document.twice, ...shapeFindings(parsed.error.issues, document.value)];
  const found = findings.map((finding) => located(finding, document)).sort(byLine);
  const warnings = found.filter(({ severity }) => severity === 'warning');
  const faults = found.filter(({ severity }) => severity === 'fault');
  if (!parsed.success || faults.length > 0) return { faults, warnings };
  return { edition: toEdition(parsed.data), warnings };
}

function located(finding: Finding, document: JsonDocument): EditionFault {
  const { key } = finding.values ?? {};
  const namesKey = finding.code === 'unknown-key' || finding.code === 'twice-in-file';
  const at = namesKey && key !== undefined ? [...finding.path, key] : finding.path;
  return inWords(finding, document.value, document.lineOf(at));
}

function inWords(finding: Finding, document: unknown, line: number): EditionFault {
  const { code, path, values = {}, severity = 'fault' } = finding;
  return { severity, code, path, ...placeOf(document, path), values, line };
}

function byLine(one: EditionFault, other: EditionFault): number {
  return (one.line ?? 0) - (other.line ?? 0);
}

/** A week and a day. */
const defaultReminders = [7, 1];

function toEdition(file: EditionFile): Edition {
  return {
    id: file.id,
    name: file.name,
    numberPrefix: file.numberPrefix,
    zone: file.zone,
    opensAt: openingIn(file.zone, file.opens).at,
    closesAt: closingIn(file.zone, file.closes).at,
    referenceDay: file.referenceDay,
    maximumAgeYears: file.maximumAgeYears,
    steps: file.steps.map(toStep),
    conditions: (file.conditions ?? []).map(({ note: _note, ...condition }) => condition),
    consent: file.consent,
    invitesNominated: file.invitesNominated ?? false,
    remindDaysBefore: file.remindDaysBefore ?? defaultReminders,
    categories: file.categories.map(({ note: _note, ...category }) => category),
    rounds: file.rounds.map((round) => toRound(round, file.zone)),
    ...toTexts(file),
    example: file.example ?? false,
  };
}

function toTexts({ texts }: EditionFile): Pick<Edition, 'texts'> {
  const { note: _note, ...own } = texts ?? {};
  return Object.keys(own).length === 0 ? {} : { texts: own };
}

function toStep({ note: _note, ...step }: FileStep): EditionStep {
  if (step.ask !== 'choice') return step;
  return { ...step, options: step.options.map(({ note: _optionNote, ...option }) => option) };
}

function toAssignment({ judgesPerSubmission }: FileRound): Pick<Round, 'assignment'> {
  return judgesPerSubmission === undefined ? {} : { assignment: { perSubmission: judgesPerSubmission } };
}

/** Without a number: as much of the scale as for a round that says nothing, or a quarter of it as deviation. */
function toDivergence({ divergence, scale }: FileRound): Pick<Round, 'divergence'> {
  if (divergence === undefined) return {};
  const early = divergence.early === true ? { early: true } : {};
  const { measure, atLeast } = divergence;
  switch (measure) {
    case 'off':
      return { divergence: 'off' };
    case 'range':
      return { divergence: { range: atLeast ?? usualRange(scale), ...early } };
    case 'standardDeviation':
      return { divergence: { standardDeviation: atLeast ?? (scale.highest - scale.lowest) / 4, ...early } };
    default:
      return measure satisfies never;
  }
}

function toRanking({ ranking }: FileRound): Pick<Round, 'ranking'> {
  if (ranking === undefined) return {};
  const { decides = usualRanking.decides, method, shownTo } = ranking;
  return { ranking: { decides, ...(method && { method }), ...(shownTo && { shownTo }) } };
}

function toRound(round: FileRound, zone: string): Round {
  const { lowest, highest, anchors } = round.scale;
  const described = Object.entries(anchors ?? {})
    .map(([value, text]) => ({ value: Number(value), text }))
    .sort((one, other) => one.value - other.value);
  return {
    id: round.id,
    name: round.name,
    opensAt: openingIn(zone, round.opens).at,
    closesAt: closingIn(zone, round.closes).at,
    criteria: round.criteria.map(({ note: _note, ...criterion }) => criterion),
    scale: { lowest, highest, ...(described.length > 0 && { anchors: described }) },
    shortlistSize: round.shortlistSize,
    ...toAssignment(round),
    ...toDivergence(round),
    ...(round.remindDaysBefore !== undefined && { remindDaysBefore: round.remindDaysBefore }),
    ...toRanking(round),
  };
}
