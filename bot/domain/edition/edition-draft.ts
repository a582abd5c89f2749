import type { Instant } from '../instant.ts';
import type { PersonId } from '../person.ts';
import type { DraftPart, DraftParts, DraftRound, DraftStep } from './edition-draft-schema.ts';
import type { EditionReading } from './edition-file.ts';
import { readEditionFile } from './edition-file.ts';
import type { RoundId } from './edition.ts';

/** What organisers are making of an edition: a new one, or changes to one that is there. */
export interface EditionDraft {
  editionId: string;
  /** `put`: it became the edition. `discarded`: it counts no more, and can be taken up again. */
  status: 'open' | 'put' | 'discarded';
  parts: DraftParts;
  /** How often each part was saved; nothing for never. */
  revisions: Partial<Record<DraftPart, number>>;
  /** Counts everything that became of it. */
  revision: number;
  by: PersonId;
  at: Instant;
  /** Of the deed that a new edition was begun by. */
  startedBy?: string;
}

/** In the order in which they follow each other. */
export const roundIds = ['preselection', 'assessment', 'pitch'] as const satisfies readonly RoundId[];

/** The draft as the edition file that it stands for; a text that may be absent and is empty is left out. */
function draftFile(editionId: string, parts: DraftParts): unknown {
  const { general, dates, categories, intake, texts } = parts;
  const { consent, ...own } = texts;
  return withoutBlankEnglish({
    id: editionId,
    ...general,
    ...dates,
    ...categories,
    steps: intake.steps.map(fileStep),
    conditions: intake.conditions.map((condition) => withoutBlank(condition, ['refusal'])),
    invitesNominated: intake.invitesNominated,
    consent,
    texts: withoutBlank(own, ['welcome', 'receipt']),
    rounds: roundIds.flatMap((id) => (parts[id] === undefined ? [] : [{ id, ...fileRound(parts[id]) }])),
  });
}

/** The edition that a draft makes, or why it makes none: by what an edition file is checked by. */
export function readDraft(editionId: string, parts: DraftParts): EditionReading {
  return readEditionFile(JSON.stringify(draftFile(editionId, parts)));
}

function fileStep(step: DraftStep) {
  const { options, ...rest } = withoutBlank(step, ['explanation']);
  return options === undefined
    ? rest
    : { ...rest, options: options.map((option) => withoutBlank(option, ['explanation'])) };
}

function fileRound({ scale, ...round }: DraftRound) {
  const { anchors = {}, ...ends } = scale;
  const described = withoutBlank(anchors, Object.keys(anchors));
  return { ...round, scale: Object.keys(described).length === 0 ? ends : { ...ends, anchors: described } };
}

function withoutBlank<T extends object>(owner: T, names: readonly string[]): T {
  const kept = Object.entries(owner).filter(([name, value]) => !(names.includes(name) && isBlank(value)));
  // @NOTE only what may be absent is named
  return Object.fromEntries(kept) as T;
}

function withoutBlankEnglish(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlankEnglish);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name, item]) => !(name === 'en' && isBlank(item)));
  return Object.fromEntries(kept.map(([name, item]) => [name, withoutBlankEnglish(item)]));
}

function isBlank(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return typeof value === 'object' && value !== null && Object.values(value).every(isBlank);
}
