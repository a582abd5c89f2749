import type { Chance } from '../../../../bot/domain/ranking/chance.ts';
import type { Scored } from '../../../../bot/domain/ranking/design.ts';
import { nameOf } from './tables.ts';

export interface Shape {
  submissions: number;
  judges: number;
  perSubmission: number;
  submissionSd: number;
  judgeSd: number;
  residual: number;
}

/** A round of which the truth is known: per submission its true score, in the order of their names. */
export function simulatedRound(chance: Chance, shape: Shape): { scored: Scored[]; truth: number[] } {
  const truth = Array.from({ length: shape.submissions }, () => shape.submissionSd * chance.normal());
  const strictness = Array.from({ length: shape.judges }, () => shape.judgeSd * chance.normal());
  const scored = truth.flatMap((quality, submission) =>
    someOf(chance, shape.judges, shape.perSubmission).map((judge) => ({
      submissionId: nameOf('s', submission),
      judge: nameOf('j', judge),
      score: quality + (strictness[judge] ?? 0) + shape.residual * chance.normal(),
    })),
  );
  return { scored, truth };
}

/** `count` different numbers below `size`. */
export function someOf(chance: Chance, size: number, count: number): number[] {
  const numbers = Array.from({ length: size }, (_, index) => index);
  return Array.from({ length: count }, () =>
    numbers.splice(Math.floor(chance.uniform() * numbers.length), 1),
  ).flat();
}
