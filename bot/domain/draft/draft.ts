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
  /** Which question stands: the id of a step, or `review`. */
  step: string;
  /** Counts the times that the question or an answer changed: a tap names the one its card was drawn for. */
  revision: number;
  updatedAt: Instant;
  /** What the card says above the question. */
  remark?: Remark;
  /** What there is to choose from, when what was typed could mean several things: options of the step. */
  choices?: string[];
  /** Questions that may be left open, and were: ids of steps. */
  skipped?: string[];
  /** What was typed and not taken, by step and input, so that it can be mended rather than typed again. */
  attempts?: Attempts;
  /** One line is being changed from the overview; going back leads there. */
  changing?: boolean;
  /** Its owner said stop; it waits. */
  paused?: boolean;
  /** Its owner was asked whether to throw it away and start over. */
  startingOver?: boolean;
  /** When handing in was first received: what counts against the closing. (GD6) */
  handedInAt?: Instant;
  /** Its number, once handed in. */
  number?: number;
}

/** By id of the step, then by input of its card. */
export type Attempts = Record<string, Record<string, string>>;

/** A sentence to the owner, by the key of its text. */
export interface Remark {
  /** `welcome` greets, `info` tells, `mend` says why an answer was not taken and what to do. */
  tone: 'welcome' | 'info' | 'mend';
  text: string;
  /** As typed or as already written for a reader; whoever shows them makes them safe. */
  values: Record<string, string | number>;
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
