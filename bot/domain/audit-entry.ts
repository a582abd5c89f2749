import type { Instant } from './instant.ts';
import type { PersonId } from './person.ts';

/** What can be done that matters afterwards. */
export type Act =
  | 'submit'
  | 'change-submission'
  | 'withdraw'
  | 'restore'
  | 'open-sheet'
  | 'save-sheet'
  | 'hand-in-sheet'
  | 'revise-sheet'
  | 'answer-nomination'
  | 'abstain'
  | 'undo-abstention'
  | 'open-round'
  | 'close-round'
  | 'reopen-round'
  | 'freeze-sheets'
  | 'freeze-round'
  | 'plan-assignment'
  | 'assign-judges'
  | 'note-divergence'
  | 'nudge-judge'
  | 'set-cut-rule'
  | 'wildcard'
  | 'move-cut'
  | 'overrule'
  | 'undo-wildcard'
  | 'undo-move-cut'
  | 'undo-overrule'
  | 'propose-cut'
  | 'fix-cut'
  | 'draft-feedback'
  | 'edit-feedback'
  | 'approve-feedback'
  | 'send-feedback'
  | 'bind-channel'
  | 'unbind-channel'
  | 'lose-channel'
  | 'regain-channel'
  | 'place-posts-anew'
  | 'put-edition'
  | 'run-edition'
  | 'give-role'
  | 'take-role'
  | 'set-organisation'
  | 'invite-person'
  | 'withdraw-invitation'
  | 'claim-invitation'
  | 'erase-person';

/** Who the log says did what the app does by itself, because time went by or something else happened. */
export const byItself: PersonId = 'app';

/**
 * One line of the log: each chained to the one before, and never changed but for one thing: when somebody is erased,
 * what is theirs in it is taken out. It keeps its hash; a later `erase-person` vouches for what is left.
 */
export interface AuditEntry {
  /** Counts from 1 within its partition. */
  sequence: number;
  at: Instant;
  by: PersonId;
  act: Act;
  /** What it was done to: a submission, a sheet. */
  subject: string;
  before?: unknown;
  after?: unknown;
  /** SHA-256, hex, of the entry before it; 64 zeros for the first. */
  previousHash: string;
  /** SHA-256, hex, of this entry without its hash, as canonical JSON; of what it was, when it is redacted. */
  hash: string;
  /** Of chance: keeps who has the hash and a list of people from trying which of them it was. Goes when it is redacted. */
  salt?: string;
  redacted?: true;
}
