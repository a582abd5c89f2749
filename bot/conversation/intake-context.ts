import { dayInZone } from '../domain/day-in-zone.ts';
import type { Draft } from '../domain/draft/draft.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { Instant } from '../domain/instant.ts';
import type { Person } from '../domain/person.ts';
import { movedTo } from './heard.ts';
import type { StepContext } from './steps/step.ts';
import { review, stepsOf, whereNext } from './steps/steps.ts';

/** What the steps read and show by, for this draft at that moment. */
export function contextOf(
  draft: Pick<Draft, 'answers' | 'choices' | 'skipped'>,
  edition: Edition,
  person: Person,
  now: Instant,
): StepContext {
  return {
    edition,
    person,
    language: person.language,
    today: dayInZone(now, edition.zone),
    answers: draft.answers,
    choices: draft.choices ?? [],
    skipped: draft.skipped ?? [],
  };
}

/**
 * The draft as it stands in this edition. It may come from an edition before, or from before a question was added or
 * left out: then it goes on at what has no answer.
 */
export function settled(draft: Draft, edition: Edition, context: StepContext): Draft {
  const here = draft.editionId === edition.id ? draft : { ...draft, editionId: edition.id };
  const stands =
    here.step === review
      ? whereNext(context) === review
      : stepsOf(context).some(({ id }) => id === here.step);
  return stands ? here : movedTo(here, whereNext(context));
}
