import type { Edition } from '../edition/edition.ts';
import { phaseOf } from '../edition/edition.ts';
import type { Instant } from '../instant.ts';
import type { Submission } from './submission.ts';

/** Where a submission stands, as far as its submitter may know: nothing of scores, nothing of who goes on. (GD14) */
export type Stage =
  /** It is in, and its submitter can still change it. */
  | { kind: 'received' }
  /** By its submitter. */
  | { kind: 'withdrawn' }
  /** Nothing can be changed any more, and no round of judging is open. */
  | { kind: 'waiting' }
  | { kind: 'judging'; until: Instant }
  | { kind: 'judged' };

export function stageOf(
  { status }: Pick<Submission, 'status'>,
  edition: Pick<Edition, 'opensAt' | 'closesAt' | 'rounds'>,
  now: Instant,
): Stage {
  if (status === 'withdrawn') return { kind: 'withdrawn' };
  if (phaseOf(edition, now) !== 'closed') return { kind: 'received' };
  const open = edition.rounds.find((round) => phaseOf(round, now) === 'open');
  if (open !== undefined) return { kind: 'judging', until: open.closesAt };
  const isOver = edition.rounds.every((round) => phaseOf(round, now) === 'closed');
  return { kind: isOver && edition.rounds.length > 0 ? 'judged' : 'waiting' };
}
