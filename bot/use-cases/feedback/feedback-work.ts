import type { Edition, Round } from '../../domain/edition/edition.ts';
import type { PersonId, PersonKey } from '../../domain/person.ts';
import type { FeedbackLine } from './feedback-list.ts';
import { openFeedbackRound, readFeedbackLine } from './feedback-list.ts';
import type { FeedbackPlace } from './feedback-place.ts';
import { namesOf } from '../names-of.ts';
import { RefusedError } from '../refusal.ts';
import type { World } from '../world.ts';

/** The feedback on one submission, with all that is needed to work on it. */
export interface FeedbackWork {
  edition: Edition;
  round: Round;
  line: FeedbackLine;
  /** What who approved and sent it are called. */
  names: ReadonlyMap<PersonId, string>;
}

/** @throws RefusedError `not-found`, `no-edition`, `round-not-frozen` */
export async function viewFeedbackWork(
  world: World,
  person: PersonKey,
  { submissionId, roundId }: FeedbackPlace,
): Promise<FeedbackWork> {
  const place = await openFeedbackRound(world, person, roundId);
  const line = await readFeedbackLine(world.store, place, submissionId);
  const { edition, round } = place;
  if (line === undefined || line.submission.editionId !== edition.id) throw new RefusedError('not-found');
  const signed = [line.feedback?.approved, line.feedback?.sent].flatMap((act) => act?.by ?? []);
  return { edition, round, line, names: await namesOf(world.store, edition.id, signed) };
}
