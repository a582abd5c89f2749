import type { Edition, LocalText } from '../domain/edition/edition.ts';
import { currentRound, localText, phaseOf } from '../domain/edition/edition.ts';
import type { Instant } from '../domain/instant.ts';
import type { Language } from '../domain/person.ts';
import { oldestFinishedDay } from '../domain/submission/admission.ts';
import { dayText, momentText, percentText } from '../texts/dates.ts';
import type { TextKey, TextValues } from '../texts/texts.ts';
import { closingText } from './closing-text.ts';
import { namesText } from './names-text.ts';
import type { AsideId } from './reading/read-aside.ts';

/**
 * The answer to a question in the middle of something else, from what the edition says.
 * @param at when it was asked
 */
export function asideText(
  aside: AsideId,
  edition: Edition,
  language: Language,
  at: Instant,
): { text: TextKey; values: TextValues } {
  return { text: `aside.${aside}`, values: editionValues(edition, language, at) };
}

/** What a sentence about an edition may say of it. */
export function editionValues(edition: Edition, language: Language, at: Instant): TextValues {
  const { categories, rounds, steps, zone } = edition;
  const [first] = rounds;
  return {
    edition: edition.name,
    phase: phaseOf(edition, at),
    opens: momentText(language, edition.opensAt, zone),
    closing: closingText(language, edition),
    categories: namesText(language, named(categories, language)),
    categoryCount: categories.length,
    criteria: criteriaOf(edition, language, at),
    oldestDay: dayText(language, oldestFinishedDay(edition)),
    referenceDay: dayText(language, edition.referenceDay),
    years: edition.maximumAgeYears,
    questions: steps.length,
    consent: localText(edition.consent, language),
    rounds: namesText(language, named(rounds, language)),
    roundCount: rounds.length,
    judged: first === undefined ? '' : closingText(language, { ...first, zone }),
    mayNominate: String(steps.some(({ ask }) => ask === 'whose')),
  };
}

/** "Succesvol (40%), Waardevol (30%) en Herbruikbaar (30%)". */
function criteriaOf(edition: Edition, language: Language, at: Instant): string {
  const criteria = currentRound(edition, at)?.criteria ?? [];
  const all = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const weighed = criteria.map(
    ({ name, weight }) => `${localText(name, language)} (${percentText(language, weight / all)})`,
  );
  return namesText(language, weighed);
}

function named(things: readonly { name: LocalText }[], language: Language): string[] {
  return things.map(({ name }) => localText(name, language));
}
