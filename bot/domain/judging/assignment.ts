import type { RoundId } from '../edition/edition.ts';
import type { Instant } from '../instant.ts';
import type { PersonId } from '../person.ts';

/** Who judges one submission in one round; kept with the submission. */
export interface AssignedJudges {
  roundId: RoundId;
  judges: PersonId[];
  /** Which plan it came from: they count from 1 in each round. */
  plan: number;
}

/** Who judges what in a round, as an organiser applied it; kept with the edition until each submission has its part. */
export interface AssignmentPlan {
  roundId: RoundId;
  plan: number;
  seed: number;
  by: PersonId;
  at: Instant;
  judges: PersonId[];
  /** By submission: places in `judges`. */
  cases: Record<string, number[]>;
  /** What it looked like when the organiser agreed: the same again is the same plan. */
  fingerprint: string;
  /** Every submission has its part. */
  isApplied: boolean;
}

/** The judges of one submission by the plan; `undefined` when it is not in it. */
export function judgesIn({ judges, cases }: AssignmentPlan, submissionId: string): PersonId[] | undefined {
  return cases[submissionId]?.flatMap((place) => judges[place] ?? []);
}
