import type { Round } from '../edition/edition.ts';
import type { ScoreSheet } from './score-sheet.ts';

/** How the scores on a criterion lie over the scale. */
export interface CriterionSpread {
  criterionId: string;
  /** How often each score was given, from the lowest on the scale to the highest. */
  counts: { value: number; count: number }[];
  notAssessable: number;
  /** Absent while nobody gave a number. */
  mean?: number;
}

/** Where judges differ on a criterion of a submission. */
export interface Disagreement {
  submissionId: string;
  criterionId: string;
  lowest: number;
  highest: number;
  /** How many gave a number. */
  scores: number;
}

/** What a submission's judges handed in. */
export interface SubmissionSheets {
  submissionId: string;
  sheets: readonly Pick<ScoreSheet, 'scores'>[];
}

/** The spread of each criterion of the round, in its order, over all sheets. */
export function criterionSpreads(
  { criteria, scale }: Pick<Round, 'criteria' | 'scale'>,
  all: readonly SubmissionSheets[],
): CriterionSpread[] {
  const values = Array.from({ length: scale.highest - scale.lowest + 1 }, (_, step) => scale.lowest + step);
  return criteria.map(({ id }) => {
    const counts = new Map<number | 'not-assessable', number>();
    for (const { sheets } of all) {
      for (const { scores } of sheets) {
        const score = scores[id];
        if (score !== undefined) counts.set(score, (counts.get(score) ?? 0) + 1);
      }
    }
    const given = values.map((value) => ({ value, count: counts.get(value) ?? 0 }));
    const total = given.reduce((sum, { count }) => sum + count, 0);
    const points = given.reduce((sum, { value, count }) => sum + value * count, 0);
    return {
      criterionId: id,
      counts: given,
      notAssessable: counts.get('not-assessable') ?? 0,
      ...(total > 0 && { mean: points / total }),
    };
  });
}

/**
 * Where judges are at least two points apart, the furthest first; of equals where more of them scored.
 * @param most how many to give
 */
export function disagreements(
  { criteria }: Pick<Round, 'criteria'>,
  all: readonly SubmissionSheets[],
  most: number,
): Disagreement[] {
  const found = all.flatMap(({ submissionId, sheets }) =>
    criteria.flatMap(({ id }): Disagreement[] => {
      const scores = sheets.map(({ scores }) => scores[id]).filter((score) => typeof score === 'number');
      const lowest = Math.min(...scores);
      const highest = Math.max(...scores);
      if (scores.length < 2 || highest - lowest < 2) return [];
      return [{ submissionId, criterionId: id, lowest, highest, scores: scores.length }];
    }),
  );
  const range = ({ highest, lowest }: Disagreement) => highest - lowest;
  return found.sort((one, other) => range(other) - range(one) || other.scores - one.scores).slice(0, most);
}
