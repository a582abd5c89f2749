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
  /** Counts the times that the question, its choices or an answer changed: a tap names the one of its card. */
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
  /** Its owner was asked whether to delete it. */
  deleting?: boolean;
  /** Questions that its owner need not be told are new: those there were when it began, and those told of since. */
  knownSteps?: string[];
  /** The first message to its owner that may hold something of it, by the count in the conversation. */
  firstMessage?: number;
  /** It changes a submission that is in, and does not become a new one. */
  changes?: ChangeOf;
  /** Which reminders were sent, in days before the closing. */
  reminded?: number[];
  /** When handing in was first received: what counts against the closing. (GD6) */
  handedInAt?: Instant;
  /** Its number, once handed in; of a change, from the beginning. */
  number?: number;
}

/** Which submission is being changed. Until the change is handed in, what was handed in before counts. */
export interface ChangeOf {
  submissionId: string;
  /** What it said when the change began: what it says by then must still be the same. */
  basedOn: SubmissionFields;
}

/** By id of the step, then by input of its card. */
type Attempts = Record<string, Record<string, string>>;

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
 * `discarded`: thrown away by its owner; nothing they typed is left in it.
 */
export type DraftStatus = 'open' | 'handing-in' | 'handed-in' | 'discarded';

const next: Record<DraftStatus, readonly DraftStatus[]> = {
  open: ['handing-in', 'discarded'],
  // Back to `open`: a change that came too late, or to what was changed elsewhere.
  'handing-in': ['handed-in', 'open'],
  'handed-in': [],
  discarded: [],
};

export function mayBecome(from: DraftStatus, to: DraftStatus): boolean {
  return next[from].includes(to);
}
