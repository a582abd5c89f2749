import { closingText } from '../conversation/closing-text.ts';
import type { Condition, Edition, EditionStep, LocalText, Round } from '../domain/edition/edition.ts';
import { localText } from '../domain/edition/edition.ts';
import { numberText } from '../domain/submission/submission.ts';
import { dayInZone } from '../domain/day-in-zone.ts';
import { openingIn } from '../domain/edition/local-moment.ts';
import type { Instant } from '../domain/instant.ts';
import { oldestFinishedDay } from '../domain/submission/admission.ts';
import { dayText, momentText } from '../texts/dates.ts';
import type { Speak, TextLanguage } from '../texts/texts.ts';
import { speak } from '../texts/texts.ts';

/** What people will see of an edition, line by line. */
export function showEdition(language: TextLanguage, edition: Edition): string[] {
  const teller: Teller = {
    language,
    say: speak(language),
    local: (text) => localText(text, language),
  };
  return [
    ...summary(teller, edition),
    ...part(teller.say('edition-show.steps'), numbered(edition.steps.map((step) => stepText(teller, step)))),
    ...part(
      teller.say('edition-show.categories'),
      numbered(
        edition.categories.map((each) => `${teller.local(each.name)}: ${teller.local(each.explanation)}`),
      ),
    ),
    ...part(
      teller.say('edition-show.conditions'),
      numbered(edition.conditions.map((condition) => conditionText(teller, condition))),
    ),
    ...part(teller.say('edition-show.consent'), [`  ${teller.local(edition.consent)}`]),
    ...part(teller.say('edition-show.texts'), ownTexts(teller, edition)),
    ...edition.rounds.flatMap((round) => roundLines(teller, edition, round)),
  ];
}

interface Teller {
  language: TextLanguage;
  say: Speak;
  local: (text: LocalText) => string;
}

function summary({ language, say }: Teller, edition: Edition): string[] {
  const { id, name, numberPrefix, zone } = edition;
  const days = edition.remindDaysBefore.join(', ');
  return [
    say('edition-show.heading', { name, id }),
    ...(edition.example ? [say('edition-show.example')] : []),
    say('edition-show.numbers', { first: numberText(numberPrefix, 1), second: numberText(numberPrefix, 2) }),
    say('edition-show.open', {
      opens: openingText(language, edition.opensAt, zone),
      closing: closingText(language, edition),
      zone,
    }),
    say('edition-show.age', {
      day: dayText(language, oldestFinishedDay(edition)),
      years: edition.maximumAgeYears,
      reference: dayText(language, edition.referenceDay),
    }),
    days === '' ? say('edition-show.no-reminders') : say('edition-show.reminders', { days }),
    ...(edition.invitesNominated ? [say('edition-show.invites')] : []),
  ];
}

function stepText({ say, local }: Teller, step: EditionStep): string {
  const question = isKnown(step)
    ? say(`edition-file.step.${step.ask}`)
    : say('edition-show.own', { question: local(step.question) });
  return step.optional === true ? say('edition-show.optional', { question }) : question;
}

function ownTexts({ say, local }: Teller, { texts = {} }: Edition): string[] {
  const { welcome, receipt } = texts;
  return [
    ...(welcome ? [`  ${say('edition-show.texts.welcome', { text: local(welcome) })}`] : []),
    ...(receipt ? [`  ${say('edition-show.texts.receipt', { text: local(receipt) })}`] : []),
  ];
}

function isKnown(step: EditionStep): step is Exclude<EditionStep, { id: string }> {
  return !('id' in step);
}

function conditionText({ say, local }: Teller, { question, kind, refusal }: Condition): string {
  const what =
    kind === 'rule'
      ? say('edition-show.condition.rule', { refusal: refusal === undefined ? '' : local(refusal) })
      : say('edition-show.condition.judgement');
  return `${local(question)} (${what})`;
}

function roundLines({ language, say, local }: Teller, { zone }: Edition, round: Round): string[] {
  const total = round.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const criteria = round.criteria.map(({ name, weight, explanation }) => {
    const share = new Intl.NumberFormat(language, { style: 'percent' }).format(weight / total);
    return `${say('edition-show.criterion', { name: local(name), weight, share })}: ${local(explanation)}`;
  });
  const { lowest, highest, anchors = [] } = round.scale;
  return part(say('edition-show.round', { name: local(round.name) }), [
    `  ${say('edition-show.round.open', {
      opens: openingText(language, round.opensAt, zone),
      closing: closingText(language, { closesAt: round.closesAt, zone }),
    })}`,
    ...numbered(criteria),
    `  ${say('edition-show.scale', { lowest, highest })}`,
    ...anchors.map(({ value, text }) => `    ${String(value)}: ${local(text)}`),
    `  ${say(round.id === 'pitch' ? 'edition-show.winners' : 'edition-show.shortlist', { count: round.shortlistSize })}`,
    ...judgingLines(say, round),
    ...rankingLines(say, round),
  ]);
}

/** What the file says of it: nothing is said of what is as ever. */
function judgingLines(say: Speak, round: Round): string[] {
  const { assignment = 'everybody' } = round;
  const assigned =
    assignment === 'everybody'
      ? []
      : [`  ${say('edition-show.assigned', { count: assignment.perSubmission })}`];
  return [...assigned, ...divergenceLines(say, round), ...reminderLines(say, round)];
}

function divergenceLines(say: Speak, { divergence }: Round): string[] {
  if (divergence === undefined) return [];
  if (divergence === 'off') return [`  ${say('edition-show.no-divergence')}`];
  const [measure, atLeast] =
    'range' in divergence
      ? (['range', divergence.range] as const)
      : (['deviation', divergence.standardDeviation] as const);
  const early = divergence.early === true ? 'yes' : 'no';
  return [`  ${say('edition-show.divergence', { measure, atLeast, early })}`];
}

function reminderLines(say: Speak, { remindDaysBefore }: Round): string[] {
  if (remindDaysBefore === undefined) return [];
  const days = remindDaysBefore.join(', ');
  return [
    `  ${days === '' ? say('edition-show.judges-not-reminded') : say('edition-show.judges-reminded', { days })}`,
  ];
}

function rankingLines(say: Speak, { ranking }: Round): string[] {
  if (ranking === undefined) return [];
  const decides = ranking.decides === 'fair-mean' ? 'mean' : ranking.decides;
  return [
    `  ${say('edition-show.ranking', { decides, method: ranking.method ?? 'auto', shownTo: ranking.shownTo ?? 'leaders' })}`,
  ];
}

/** The day alone when it opens at its beginning. */
function openingText(language: TextLanguage, at: Instant, zone: string): string {
  const day = dayInZone(at, zone);
  const isWholeDay = openingIn(zone, day).at === at;
  return isWholeDay ? dayText(language, day) : momentText(language, at, zone);
}

function part(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function numbered(lines: string[]): string[] {
  return lines.map((line, index) => `${String(index + 1).padStart(3)}. ${line}`);
}
