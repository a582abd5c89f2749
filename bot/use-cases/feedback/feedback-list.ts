import { mayWriteFeedback } from '../../domain/access.ts';
import type { Edition, Round, RoundId } from '../../domain/edition/edition.ts';
import { roundOf } from '../../domain/edition/edition.ts';
import type { Feedback } from '../../domain/judging/feedback.ts';
import { isFeedbackCurrent } from '../../domain/judging/feedback.ts';
import type { RoundCut } from '../../domain/judging/round-cut.ts';
import { isFrozen } from '../../domain/judging/round-turn.ts';
import type { PersonKey } from '../../domain/person.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import { cutPrefix, roundCuts } from '../../store/documents/cut-documents.ts';
import { editionPartition } from '../../store/documents/edition-documents.ts';
import { feedbackId, feedbackMessageName, feedbacks } from '../../store/documents/feedback-documents.ts';
import { frozenId, frozenRounds } from '../../store/documents/judging-documents.ts';
import { deliveries, deliveryPrefix } from '../../store/documents/message-documents.ts';
import {
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { readClosing } from '../cut/cut-place.ts';
import { readTakesPart } from '../cut/cut-scores.ts';
import { currentEdition, roleIn } from '../edition-context.ts';
import { submissionIdsByNumber } from '../editions/edition-use.ts';
import { nextStepBy } from './feedback-place.ts';
import { inBatches } from '../in-batches.ts';
import { RefusedError } from '../refusal.ts';
import type { World } from '../world.ts';

/** What every submission of a round hears, and how far that is. */
export interface FeedbackList {
  edition: Edition;
  round: Round;
  /** By number. */
  lines: FeedbackLine[];
}

export interface FeedbackLine {
  submission: Submission;
  /** Absent while nothing was drafted. */
  feedback?: Feedback;
  /** Not sent, and of other sheets or another decision than there are now. */
  isOutdated: boolean;
  /** Of what was sent: whether it is with its submitter. */
  delivery?: 'underway' | 'delivered' | 'undeliverable';
}

/** A round whose feedback somebody may write, with what decides about each. */
export interface FeedbackRound {
  edition: Edition;
  round: Round;
  takesPart: (submission: Submission) => boolean;
  cuts: ReadonlyMap<string, RoundCut>;
}

/** @throws RefusedError `not-found`, `no-edition`, `round-not-frozen` */
export async function viewFeedbackList(
  world: World,
  person: PersonKey,
  roundId: RoundId,
): Promise<FeedbackList> {
  const place = await openFeedbackRound(world, person, roundId);
  const ids = await submissionIdsByNumber(world.store, place.edition.id);
  const lines = await inBatches(ids, (id) => readFeedbackLine(world.store, place, id));
  return {
    ...{ edition: place.edition, round: place.round },
    lines: lines.filter((line) => line !== undefined),
  };
}

/** @throws RefusedError `not-found`, `no-edition`, `round-not-frozen` */
export async function openFeedbackRound(
  world: World,
  who: PersonKey,
  roundId: RoundId,
): Promise<FeedbackRound> {
  const { store } = world;
  const edition = await currentEdition(store);
  const role = await roleIn(world, edition.id, who);
  const round = roundOf(edition, roundId);
  if (!mayWriteFeedback(role, true) || round === undefined) throw new RefusedError('not-found');
  const [closing, takesPart, kept] = await Promise.all([
    readClosing(store, edition, round),
    readTakesPart(store, edition, round),
    roundCuts.list(store, editionPartition(edition.id), { prefix: cutPrefix(round.id) }),
  ]);
  if (closing === undefined) throw new RefusedError('round-not-frozen');
  return { edition, round, takesPart, cuts: new Map(kept.map(({ value }) => [value.categoryId, value])) };
}

/** @returns `undefined` for what does not take part, or is not made yet */
export async function readFeedbackLine(
  store: DocumentStore,
  { edition, round, takesPart, cuts }: FeedbackRound,
  submissionId: string,
): Promise<FeedbackLine | undefined> {
  const partition = submissionPartition(submissionId);
  const [found, kept, frozen] = await Promise.all([
    submissions.read(store, partition, submissionDocumentId),
    feedbacks.read(store, partition, feedbackId(round.id)),
    frozenRounds.read(store, partition, frozenId(round.id)),
  ]);
  const [submission, feedback] = [found?.value, kept?.value];
  if (submission === undefined || !takesPart(submission)) return undefined;
  if (feedback === undefined) return { submission, isOutdated: false };
  const next = nextStepBy(edition, round, cuts.get(submission.categoryId), submissionId);
  const hash = frozen !== undefined && isFrozen(frozen.value, round) ? frozen.value.hash : '';
  if (feedback.status !== 'sent')
    return { submission, feedback, isOutdated: !isFeedbackCurrent(feedback, hash, next) };
  return {
    submission,
    feedback,
    isOutdated: false,
    delivery: await readDelivery(store, partition, round.id),
  };
}

async function readDelivery(
  store: DocumentStore,
  partition: string,
  roundId: RoundId,
): Promise<NonNullable<FeedbackLine['delivery']>> {
  const kept = await deliveries.read(store, partition, deliveryPrefix + feedbackMessageName(roundId));
  if (kept?.value.state === 'posted') return 'delivered';
  return kept?.value.state === 'undeliverable' ? 'undeliverable' : 'underway';
}
