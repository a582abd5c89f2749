import type { RoundId } from '../edition/edition.ts';
import type { Instant } from '../instant.ts';
import type { PersonId } from '../person.ts';

/** That a judge does not score one submission in one round, and why. There is one, also when it was undone. */
export interface Abstention {
  submissionId: string;
  roundId: RoundId;
  judge: PersonId;
  status: 'abstained' | 'undone';
  /** As typed, trimmed. */
  reason: string;
  /** Counts the times it was written: 1 is the first. */
  revision: number;
  updatedAt: Instant;
}

/** In characters (code points). */
export const reasonLength = { least: 3, most: 500 } as const;

export type ReasonFault = { code: 'missing' } | { code: 'too-long'; by: number };

/** What is wrong with a reason for abstaining: it can't be left out. */
export function reasonFault(reason: string): ReasonFault | undefined {
  const length = Array.from(reason.trim()).length;
  if (length < reasonLength.least) return { code: 'missing' };
  return length > reasonLength.most ? { code: 'too-long', by: length - reasonLength.most } : undefined;
}
