import { maySeeDiscussion } from '../../domain/access.ts';
import type { DiscussionLine } from '../../domain/discussion.ts';
import { isTold, mostTalkLines, placeInTime } from '../../domain/discussion.ts';
import type { EditionRole } from '../../domain/edition/edition-role.ts';
import type { Edition, Round } from '../../domain/edition/edition.ts';
import type { Thread } from '../../domain/outgoing-message.ts';
import type { PersonId, PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import { discussionLines, discussionPrefix } from '../../store/documents/discussion-documents.ts';
import {
  scoreSheets,
  sheetId,
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../store/documents/submission-documents.ts';
import { readEdition, roleIn } from '../edition-context.ts';
import { findAddress } from '../people/find-address.ts';
import { readSeating } from './own-seat.ts';
import { RefusedError } from '../refusal.ts';
import type { World } from '../world.ts';

export interface DiscussionView {
  who: PersonId;
  /** Those in which this person may read along and something was said or can be. */
  rounds: RoundDiscussion[];
}

interface RoundDiscussion {
  round: Round;
  /** Oldest first. */
  lines: DiscussionLine[];
  /** There may be more in Teams than is kept. */
  isFull: boolean;
  /** Below the post that stands now, if one does. */
  thread?: Thread;
}

/**
 * What the jury says below the posts of a submission.
 * @throws RefusedError `not-found`, also when it is there but not for this person
 */
export async function viewDiscussion(
  world: World,
  person: PersonKey,
  submissionId: string,
): Promise<DiscussionView> {
  const { store } = world;
  const stored = await submissions.read(store, submissionPartition(submissionId), submissionDocumentId);
  const submission = stored?.value;
  const edition = submission && (await readEdition(store, submission.editionId));
  if (submission === undefined || edition === undefined) throw new RefusedError('not-found');
  const role = await roleIn(world, edition.id, person);
  const who = personId(person);
  const rounds = await visibleRounds(world, who, role, edition, submission);
  if (rounds.length === 0) throw new RefusedError('not-found');
  const found = await Promise.all(rounds.map((round) => discussionIn(world, submission.id, round)));
  return { who, rounds: found.filter(({ lines, thread }) => lines.length > 0 || thread !== undefined) };
}

async function visibleRounds(
  { store }: World,
  who: PersonId,
  role: EditionRole | undefined,
  edition: Edition,
  submission: Submission,
): Promise<Round[]> {
  const partition = submissionPartition(submission.id);
  const asked = edition.rounds.map(async (round) => {
    const [sheet, seating] = await Promise.all([
      scoreSheets.read(store, partition, sheetId(round.id, who)),
      readSeating(store, partition, round),
    ]);
    return maySeeDiscussion(who, role, submission, sheet?.value, seating) ? [round] : [];
  });
  return (await Promise.all(asked)).flat();
}

async function discussionIn({ store }: World, submissionId: string, round: Round): Promise<RoundDiscussion> {
  const partition = submissionPartition(submissionId);
  const [known, address] = await Promise.all([
    discussionLines.list(store, partition, { prefix: discussionPrefix(round.id) }),
    findAddress(store, { kind: 'submission-thread', submissionId, roundId: round.id }),
  ]);
  return {
    round,
    lines: known
      .map(({ value }) => value)
      .filter(isTold)
      .sort(byTime),
    isFull: known.length >= mostTalkLines,
    ...(address?.kind === 'thread' && { thread: address.thread }),
  };
}

function byTime(one: DiscussionLine, other: DiscussionLine): number {
  const [first, second] = [one, other].map((line) => `${placeInTime(line)} ${line.messageId}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
}
