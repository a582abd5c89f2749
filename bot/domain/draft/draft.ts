import type { Instant } from '../instant.ts';
import type { PersonId } from '../person.ts';
import type { SubmissionFields } from '../submission/submission.ts';

/** A submission in the making, in somebody's personal chat. Its id becomes the submission's. */
export interface Draft {
  id: string;
  editionId: string;
  submitter: PersonId;
  status: DraftStatus;
  /** What has been answered so far; every answer is stored before it is acknowledged. */
  answers: Partial<SubmissionFields>;
  /** Which question stands: the id of a step. */
  step: string;
  /** Counts the answers: a tap names the one its card was drawn for. */
  revision: number;
  updatedAt: Instant;
  /** When handing in was first received: what counts against the closing. (GD6) */
  handedInAt?: Instant;
  /** Its number, once handed in. */
  number?: number;
}

/**
 * `handing-in`: the wish is stored and will be carried out, also after a crash; `handed-in`: it is a submission.
 * `discarded`: thrown away by its owner.
 */
export type DraftStatus = 'open' | 'handing-in' | 'handed-in' | 'discarded';

const next: Record<DraftStatus, readonly DraftStatus[]> = {
  open: ['handing-in', 'discarded'],
  'handing-in': ['handed-in'],
  'handed-in': [],
  discarded: [],
};

export function mayBecome(from: DraftStatus, to: DraftStatus): boolean {
  return next[from].includes(to);
}
