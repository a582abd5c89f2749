import { refuseAbstaining } from '../../domain/access.ts';
import type { Edition, Phase, Round, RoundId } from '../../domain/edition/edition.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Abstention } from '../../domain/judging/abstention.ts';
import { reasonFault } from '../../domain/judging/abstention.ts';
import type { ScoreSheet } from '../../domain/judging/score-sheet.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import { abstentionId, abstentions } from '../../store/documents/judging-documents.ts';
import { submissionPartition } from '../../store/documents/submission-documents.ts';
import { auditOperations } from '../log/audit-trail.ts';
import { juryPostChanged } from './jury-post-messages.ts';
import type { OwnSeat } from './own-seat.ts';
import { loadOwnSeat } from './own-seat.ts';
import { RefusedError } from '../refusal.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { World } from '../world.ts';

/** Whether a judge abstains, and what of theirs is kept meanwhile. */
export interface AbstentionView {
  edition: Edition;
  round: Round;
  submission: Submission;
  roundPhase: Phase;
  /** Absent while they never did. */
  abstention?: Abstention;
  /** Their sheet, which does not count while they abstain. */
  sheet?: ScoreSheet;
}

export interface AbstentionCommand {
  submissionId: string;
  roundId: RoundId;
  /** The revision of the abstention that the judge saw; 0 when there was none. */
  basedOn: number;
  /** When it was first received, which decides whether the round was open; now unless told. */
  receivedAt?: Instant;
}

/**
 * A judge leaves a submission to the others: they are no longer among those who count, nor is their sheet, which is
 * kept. The same command again, also after it was undone, has no second effect; it gives what is there.
 * @throws RefusedError; `malformed` for a reason that has a fault
 */
export function abstain(
  world: World,
  judge: PersonKey,
  command: AbstentionCommand & { reason: string },
): Promise<AbstentionView> {
  if (reasonFault(command.reason) !== undefined) throw new RefusedError('malformed');
  return become(world, judge, command, { status: 'abstained', reason: command.reason.trim() });
}

/**
 * They judge it after all: what they had handed in counts again.
 * @throws RefusedError
 */
export function undoAbstention(
  world: World,
  judge: PersonKey,
  command: AbstentionCommand,
): Promise<AbstentionView> {
  return become(world, judge, command, { status: 'undone' });
}

/**
 * How it is, for the judge themselves; also when the round has closed, for who abstained before that.
 * @throws RefusedError
 */
export async function viewOwnAbstention(
  world: World,
  judge: PersonKey,
  submissionId: string,
  roundId: RoundId,
): Promise<AbstentionView> {
  const seat = await loadOwnSeat(world, judge, submissionId, roundId);
  const refusal = refuseAbstaining(seat.role, seat.submission, seat.round, world.now(), seat.seating);
  const mayRead = refusal === 'round-closed' && seat.abstention !== undefined;
  if (refusal !== undefined && !mayRead) throw new RefusedError(refusal);
  return viewOf(seat, seat.abstention?.value);
}

async function become(
  world: World,
  judge: PersonKey,
  { submissionId, roundId, basedOn, receivedAt = world.now() }: AbstentionCommand,
  change: { status: Abstention['status']; reason?: string },
): Promise<AbstentionView> {
  const partition = submissionPartition(submissionId);
  return retryWhenChanged(partition, async () => {
    const seat = await loadOwnSeat(world, judge, submissionId, roundId);
    const { role, submission, round, seating, abstention: before } = seat;
    const refusal =
      refuseAbstaining(role, submission, round, receivedAt, seating) ??
      (seat.isFrozen ? 'round-closed' : undefined);
    if (refusal !== undefined) throw new RefusedError(refusal);
    if ((before?.value.revision ?? 0) !== basedOn || isAlready(before?.value, change))
      return viewOf(seat, before?.value);

    const after: Abstention = {
      ...{ submissionId, roundId, judge: personId(judge) },
      status: change.status,
      reason: change.reason ?? before?.value.reason ?? '',
      revision: basedOn + 1,
      updatedAt: world.now(),
    };
    const id = abstentionId(roundId, after.judge);
    const act = after.status === 'abstained' ? 'abstain' : 'undo-abstention';
    const deed = {
      at: after.updatedAt,
      by: after.judge,
      act,
      subject: id,
      before: before?.value,
      after,
    } as const;
    await world.store.commit(partition, [
      abstentions.write(id, after, before),
      ...(await juryPostChanged(world.store, partition, roundId)),
      ...(await auditOperations(world.store, partition, deed, seat.end)),
    ]);
    return viewOf(seat, after);
  });
}

function isAlready(
  before: Abstention | undefined,
  { status, reason }: { status: Abstention['status']; reason?: string },
): boolean {
  if (status === 'undone') return before?.status !== 'abstained';
  return before?.status === 'abstained' && before.reason === reason;
}

function viewOf(
  { edition, round, submission, roundPhase, sheet }: OwnSeat,
  abstention: Abstention | undefined,
): AbstentionView {
  return { edition, round, submission, roundPhase, abstention, sheet: sheet?.value };
}
