import type { ScoringRefusal } from '../domain/access.ts';

/** Something a person may not or cannot do now. The edge turns the code into a sentence that says what to do. */
export class RefusedError extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode) {
    super(code);
    this.code = code;
  }
}

export type RefusalCode =
  | ScoringRefusal
  /** It does not exist, or this person may not know that it does: the same answer for both. */
  | 'not-found'
  /** There is no edition yet. */
  | 'no-edition'
  | 'edition-not-open'
  | 'edition-closed'
  /** A moment that has gone by, or is not what it can be. */
  | 'bad-moment'
  /** What it was based on is no longer so; nothing was done. */
  | 'changed-meanwhile'
  /** It is for organisers of the edition. */
  | 'not-organiser'
  /** No working hour is left before the round closes. */
  | 'no-hour-left'
  /** Without them nobody would organise the edition. */
  | 'last-organiser'
  /** It is for the chair of the category. */
  | 'not-chair'
  /** Its sheets can still change. */
  | 'round-not-frozen'
  /** Who goes on is fixed. */
  | 'cut-fixed'
  | 'cut-not-proposed'
  /** The scores put nobody above anybody, and nobody has said who goes on. */
  | 'cut-undecided'
  | 'feedback-sent'
  | 'feedback-not-approved'
  /** The sheets it was drafted from, or who goes on, are others by now. */
  | 'feedback-outdated'
  /** So much was said about a question that it has to be talked over. */
  | 'too-many-lines'
  /** What came in is not what our own cards and screens send. */
  | 'malformed';
