import { maySeeFeedback } from '../../domain/access.ts';
import type { Edition, RoundId } from '../../domain/edition/edition.ts';
import type { Feedback } from '../../domain/judging/feedback.ts';
import type { PersonId } from '../../domain/person.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import { feedbackPrefix, feedbacks } from '../../store/documents/feedback-documents.ts';
import { submissionPartition } from '../../store/documents/submission-documents.ts';
import { asGone, loadOwn } from '../submitting/own-submission.ts';
import type { World } from '../world.ts';

/** What a submitter heard of their submission, in the order of the rounds. */
export interface OwnFeedback {
  edition: Edition;
  submission: Submission;
  feedback: Feedback[];
}

/** @returns `undefined` when it is not there, or is somebody else's */
export async function readOwnFeedback(
  { store }: Pick<World, 'store'>,
  person: PersonId,
  submissionId: string,
): Promise<OwnFeedback | undefined> {
  const own = await loadOwn(store, person, submissionId).catch(asGone);
  if (own === undefined) return undefined;
  const submission = own.stored.value;
  const kept = await feedbacks.list(store, submissionPartition(submissionId), { prefix: feedbackPrefix });
  const order = (roundId: RoundId) => own.edition.rounds.findIndex(({ id }) => id === roundId);
  const feedback = kept
    .map(({ value }) => value)
    .filter((each) => maySeeFeedback(person, submission, each))
    .map((each) => ({ ...each, remarks: each.remarks.filter(({ leftOut }) => leftOut !== true) }))
    .sort((a, b) => order(a.roundId) - order(b.roundId));
  return { edition: own.edition, submission, feedback };
}
