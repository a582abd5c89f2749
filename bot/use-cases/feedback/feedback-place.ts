import { mayWriteFeedback } from '../../domain/access.ts';
import type { Edition, Round, RoundId } from '../../domain/edition/edition.ts';
import type { Feedback, NextStep } from '../../domain/judging/feedback.ts';
import type { RoundCut } from '../../domain/judging/round-cut.ts';
import { goingOn } from '../../domain/judging/round-cut.ts';
import type { FrozenSheets } from '../../domain/judging/round-turn.ts';
import { isFrozen } from '../../domain/judging/round-turn.ts';
import type { PersonKey } from '../../domain/person.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import type { Stored } from '../../store/collection.ts';
import { cutId, roundCuts } from '../../store/documents/cut-documents.ts';
import { editionPartition } from '../../store/documents/edition-documents.ts';
import { feedbackId, feedbacks } from '../../store/documents/feedback-documents.ts';
import { frozenId, frozenRounds } from '../../store/documents/judging-documents.ts';
import { submissionPartition } from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { readClosing } from '../cut/cut-place.ts';
import { roleIn } from '../edition-context.ts';
import { RefusedError } from '../refusal.ts';
import type { SubmissionInRound } from '../rounds/submission-in-round.ts';
import { readSubmissionInRound } from '../rounds/submission-in-round.ts';
import type { World } from '../world.ts';

export interface FeedbackPlace {
  submissionId: string;
  roundId: RoundId;
}

/** All that decides what an organiser may do with the feedback on one submission. */
export interface LoadedFeedback extends SubmissionInRound {
  frozen: FrozenSheets;
  next: NextStep;
  stored: Stored<Feedback> | undefined;
}

/** @throws RefusedError `not-found`, also for who may not see it; `round-not-frozen` */
export async function loadFeedback(
  world: World,
  person: PersonKey,
  { submissionId, roundId }: FeedbackPlace,
): Promise<LoadedFeedback> {
  const { store } = world;
  const partition = submissionPartition(submissionId);
  const found = await readSubmissionInRound(store, submissionId, roundId);
  const { edition, round, submission } = found;
  const role = await roleIn(world, edition.id, person);
  if (!mayWriteFeedback(role, true)) throw new RefusedError('not-found');
  const [closing, frozen, stored] = await Promise.all([
    readClosing(store, edition, round),
    frozenRounds.read(store, partition, frozenId(roundId)),
    feedbacks.read(store, partition, feedbackId(roundId)),
  ]);
  const isStill = closing !== undefined && frozen !== undefined && isFrozen(frozen.value, round);
  if (!isStill || !mayWriteFeedback(role, isStill)) throw new RefusedError('round-not-frozen');
  const next = await nextStep(store, edition, round, submission);
  return { ...found, frozen: frozen.value, next, stored };
}

async function nextStep(
  store: DocumentStore,
  edition: Edition,
  round: Round,
  { id, categoryId }: Submission,
): Promise<NextStep> {
  const cut = await roundCuts.read(store, editionPartition(edition.id), cutId(round.id, categoryId));
  return nextStepBy(edition, round, cut?.value, id);
}

/** What happens with a submission after a round, by the cut of its category. */
export function nextStepBy(
  edition: Edition,
  round: Round,
  cut: RoundCut | undefined,
  submissionId: string,
): NextStep {
  if (edition.rounds.at(-1)?.id === round.id) return 'announced-later';
  const within = goingOn(cut, round);
  if (within === undefined) return 'not-decided';
  return within.includes(submissionId) ? 'goes-on' : 'stays';
}
