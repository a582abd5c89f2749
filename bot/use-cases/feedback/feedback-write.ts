import type { Act } from '../../domain/audit-entry.ts';
import type { Edition, Round } from '../../domain/edition/edition.ts';
import type {
  Feedback,
  FeedbackDeed,
  FeedbackFindings,
  FeedbackRemark,
} from '../../domain/judging/feedback.ts';
import {
  afterFeedbackDeed,
  isFeedbackCurrent,
  remarksCount,
  wordsLength,
} from '../../domain/judging/feedback.ts';
import { feedbackFindings, feedbackRemarks } from '../../domain/judging/feedback-findings.ts';
import { remarkLength } from '../../domain/judging/score-sheet.ts';
import type { OutgoingMessage } from '../../domain/outgoing-message.ts';
import type { Language, PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import { seedFor } from '../../domain/ranking/round-input.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import { feedbackId, feedbackMessageName, feedbacks } from '../../store/documents/feedback-documents.ts';
import { messagePrefix, outgoingMessages } from '../../store/documents/message-documents.ts';
import { submissionPartition } from '../../store/documents/submission-documents.ts';
import type { Operation } from '../../store/port.ts';
import { auditOperations } from '../log/audit-trail.ts';
import type { CountedSubmission } from '../cut/cut-scores.ts';
import { countedIn } from '../cut/cut-scores.ts';
import { rolesOf } from '../edition-context.ts';
import type { FeedbackPlace, LoadedFeedback } from './feedback-place.ts';
import { loadFeedback } from './feedback-place.ts';
import { RefusedError } from '../refusal.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { World } from '../world.ts';

export interface FeedbackCommand extends FeedbackPlace {
  /** The revision that was seen; 0 when there was none. */
  basedOn: number;
  /** What makes the command the same command. */
  key: string;
}

/** `changed`: somebody was first; nothing was written. */
export interface FeedbackDone {
  kind: 'done' | 'changed';
  feedback: Feedback | undefined;
}

/** What counts in the category of a submission: worked out once for who drafts many. */
export type CountedFor = (
  loaded: Pick<LoadedFeedback, 'edition' | 'round' | 'submission'>,
) => Promise<CountedSubmission[]>;

/** What findings are called in each language. */
export type FeedbackWords = (
  findings: FeedbackFindings,
  about: { edition: Edition; round: Round; submission: Submission },
) => Record<Language, string>;

/**
 * Drafts it from the frozen sheets, anew when there is one that was not sent.
 * @throws RefusedError `not-found`, `round-not-frozen`, `feedback-sent`
 */
export function draftFeedback(
  world: World,
  person: PersonKey,
  command: FeedbackCommand,
  words: FeedbackWords,
  countedFor: CountedFor = ({ edition, round, submission }) =>
    countedIn(world.store, edition, round, submission.categoryId),
): Promise<FeedbackDone> {
  return become(world, person, command, 'draft', async (loaded) => {
    const { findings, remarks } = await draftOf(world, loaded, countedFor);
    return { findings, remarks, words: words(findings, loaded), sheetsHash: loaded.frozen.hash };
  });
}

/**
 * As the organiser wants it; has to be approved (again).
 * @throws RefusedError `not-found`, `round-not-frozen`, `feedback-sent`, `malformed`
 */
export function editFeedback(
  world: World,
  person: PersonKey,
  { words, remarks, ...command }: FeedbackCommand & Pick<Feedback, 'words' | 'remarks'>,
): Promise<FeedbackDone> {
  const isLongest = (text: string, most: number) => Array.from(text).length <= most;
  const isFine =
    Object.values(words).every((text) => text.trim() !== '' && isLongest(text, wordsLength.most)) &&
    remarks.length <= remarksCount.most &&
    remarks.every(({ text }) => isLongest(text, remarkLength.most));
  if (!isFine) throw new RefusedError('malformed');
  return become(world, person, command, 'edit', async () => ({ words, remarks }));
}

/** @throws RefusedError `not-found`, `round-not-frozen`, `feedback-sent`, `feedback-outdated` */
export function approveFeedback(
  world: World,
  person: PersonKey,
  command: FeedbackCommand,
): Promise<FeedbackDone> {
  return become(world, person, command, 'approve', async () => ({
    approved: { by: personId(person), at: world.now() },
  }));
}

/**
 * To who handed it in, once.
 * @throws RefusedError `not-found`, `round-not-frozen`, `feedback-sent`, `feedback-not-approved`, `feedback-outdated`
 */
export function sendFeedback(
  world: World,
  person: PersonKey,
  command: FeedbackCommand,
): Promise<FeedbackDone> {
  return become(world, person, command, 'send', async () => ({
    sent: { by: personId(person), at: world.now() },
  }));
}

/** @throws RefusedError `not-found`, `round-not-frozen` */
export async function viewFeedback(
  world: World,
  person: PersonKey,
  place: FeedbackPlace,
): Promise<Feedback | undefined> {
  return (await loadFeedback(world, person, place)).stored?.value;
}

const actOf = {
  draft: 'draft-feedback',
  edit: 'edit-feedback',
  approve: 'approve-feedback',
  send: 'send-feedback',
} as const satisfies Record<FeedbackDeed, Act>;

type Changes = Partial<Feedback>;

async function become(
  world: World,
  person: PersonKey,
  { basedOn, key, ...place }: FeedbackCommand,
  deed: FeedbackDeed,
  change: (loaded: LoadedFeedback) => Promise<Changes>,
): Promise<FeedbackDone> {
  const partition = submissionPartition(place.submissionId);
  const { submissionId, roundId } = place;
  return retryWhenChanged(partition, async (): Promise<FeedbackDone> => {
    const loaded = await loadFeedback(world, person, place);
    const before = loaded.stored?.value;
    if (before?.key === key) return { kind: 'done', feedback: before };
    if ((before?.revision ?? 0) !== basedOn) return { kind: 'changed', feedback: before };
    const status = afterFeedbackDeed(before?.status, deed);
    if (status === undefined) throw new RefusedError(refusalOf(before));
    if (deed === 'approve' || deed === 'send') checkCurrent(before, loaded);
    const { approved, ...kept } = before ?? firstOf(place);
    const after: Feedback = {
      ...kept,
      ...(deed === 'send' && approved && { approved }),
      ...(await change(loaded)),
      ...{ status, revision: basedOn + 1, updatedAt: world.now(), key },
    };
    const id = feedbackId(roundId);
    const done = { at: after.updatedAt, by: personId(person), act: actOf[deed], subject: id, before, after };
    await world.store.commit(partition, [
      feedbacks.write(id, after, loaded.stored),
      ...(deed === 'send' ? [messageTo(loaded.submission.submitter, { submissionId, roundId })] : []),
      ...(await auditOperations(world.store, partition, done, loaded.end)),
    ]);
    return { kind: 'done', feedback: after };
  });
}

function refusalOf(before: Feedback | undefined) {
  if (before === undefined) return 'not-found';
  return before.status === 'sent' ? 'feedback-sent' : 'feedback-not-approved';
}

/** What is said is of these sheets and of this decision. */
function checkCurrent(before: Feedback | undefined, { frozen, next }: LoadedFeedback): void {
  if (before === undefined || !isFeedbackCurrent(before, frozen.hash, next))
    throw new RefusedError('feedback-outdated');
}

function firstOf({ submissionId, roundId }: FeedbackPlace): Feedback {
  return {
    ...{ submissionId, roundId, status: 'draft', revision: 0, updatedAt: '', key: '' },
    ...{ findings: { sheets: 0, criteria: [], next: 'not-decided' }, sheetsHash: '' },
    ...{ words: { nl: '', en: '' }, remarks: [] },
  };
}

function messageTo(person: string, place: FeedbackPlace): Operation {
  const message: OutgoingMessage = {
    destination: { kind: 'person', person },
    content: { kind: 'feedback', ...place },
    wanted: 1,
  };
  return outgoingMessages.create(messagePrefix + feedbackMessageName(place.roundId), message);
}

async function draftOf(
  world: World,
  loaded: LoadedFeedback,
  countedFor: CountedFor,
): Promise<{ findings: FeedbackFindings; remarks: FeedbackRemark[] }> {
  const { edition, round, submission, next } = loaded;
  const all = await countedFor(loaded);
  const own = all.find((each) => each.submission.id === submission.id)?.sheets ?? [];
  const { contact, contactThere } = submission;
  const names = [
    ...(await rolesOf(world.store, edition.id)).map(({ name }) => name),
    ...[contact, contactThere].flatMap((each) => each?.name ?? []),
  ];
  const seed = seedFor([submission.id, round.id]);
  return {
    findings: feedbackFindings(
      own,
      all.map(({ sheets }) => sheets),
      round.criteria,
      next,
    ),
    remarks: feedbackRemarks(own, round.criteria, { names, seed }),
  };
}
