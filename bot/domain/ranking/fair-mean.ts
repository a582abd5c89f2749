import type { Criterion } from '../edition/edition.ts';
import type { SheetContent } from '../judging/score-sheet.ts';

type Weighted = Pick<Criterion, 'id' | 'weight'>;

/**
 * One sheet's mean: the weighted mean over the criteria that were answered, weights renormalised; "niet te
 * beoordelen" shrinks the denominator and is never 0.
 * @returns a number on the round's scale; `undefined` when no criterion has a number
 */
export function sheetMean(scores: SheetContent['scores'], criteria: readonly Weighted[]): number | undefined {
  let sum = 0;
  let weights = 0;
  for (const { id, weight } of criteria) {
    const score = scores[id];
    if (typeof score !== 'number') continue;
    sum += weight * score;
    weights += weight;
  }
  return weights === 0 ? undefined : sum / weights;
}

/**
 * A submission's fair mean: the mean over its sheets that have one.
 * @param sheets the scores of each handed-in sheet
 */
export function fairMean(
  sheets: readonly SheetContent['scores'][],
  criteria: readonly Weighted[],
): number | undefined {
  const means = sheets.map((scores) => sheetMean(scores, criteria)).filter((mean) => mean !== undefined);
  if (means.length === 0) return undefined;
  return means.reduce((sum, mean) => sum + mean, 0) / means.length;
}
