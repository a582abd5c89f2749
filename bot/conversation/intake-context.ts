import { dayInZone } from '../domain/day-in-zone.ts';
import type { Draft } from '../domain/draft/draft.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { Instant } from '../domain/instant.ts';
import type { Person } from '../domain/person.ts';
import { personId } from '../domain/person.ts';
import type { Similar, SimilarFinder } from '../use-cases/submitting/find-similar.ts';
import { movedTo } from './heard.ts';
import type { Answers, StepContext } from './steps/step.ts';
import { review, stepsOf, whereNext } from './steps/steps.ts';

type Answered = Pick<Draft, 'answers' | 'choices' | 'skipped'> & Partial<Pick<Draft, 'id' | 'changes'>>;

/**
 * What the steps read and show by, for this draft at that moment.
 * @param similar what looks for resembling initiatives; without it nothing resembles
 */
export function contextOf(
  draft: Answered,
  edition: Edition,
  person: Person,
  now: Instant,
  similar?: SimilarFinder,
): StepContext {
  return {
    edition,
    person,
    language: person.language,
    now,
    today: dayInZone(now, edition.zone),
    answers: draft.answers,
    choices: draft.choices ?? [],
    skipped: draft.skipped ?? [],
    similarTo: remembering((answers) => similarTo(answers, draft, { edition, person, similar })),
  };
}

interface Around {
  edition: Edition;
  person: Person;
  similar: SimilarFinder | undefined;
}

const mostSimilar = 3;

function similarTo(
  { title, description }: Answers,
  { id, changes }: Answered,
  around: Around,
): readonly Similar[] {
  if (title === undefined || description === undefined) return [];
  // Of what says the same as when it was handed in, it was asked then.
  if (changes?.basedOn.title === title && changes.basedOn.description === description) return [];
  const exclude = changes?.submissionId ?? id;
  const query = { title, description, editionId: around.edition.id, person: personId(around.person) };
  return around.similar?.find({ ...query, ...(exclude !== undefined && { exclude }) }, mostSimilar) ?? [];
}

/** Every question asks whether it is settled, many times a turn; what resembles is looked for once. */
function remembering(find: (answers: Answers) => readonly Similar[]): StepContext['similarTo'] {
  let last:
    { title: Answers['title']; description: Answers['description']; found: readonly Similar[] } | undefined;
  return (answers) => {
    const { title, description } = answers;
    if (last?.title !== title || last?.description !== description || last === undefined)
      last = { title, description, found: find(answers) };
    return last.found;
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
