import type { RoundId } from '../edition/edition.ts';
import type { Instant } from '../instant.ts';
import type { PersonId } from '../person.ts';

/** That an organiser wants a judge to be reminded; there is one a judge, the last. */
export interface Nudge {
  judge: PersonId;
  roundId: RoundId;
  by: PersonId;
  at: Instant;
  /** In working hours: then, or the next working morning. */
  notBefore: Instant;
  /** Which tap it was: Teams may bring the same one again. */
  key: string;
  /** Counts the times it was written: 1 is the first. */
  revision: number;
}
