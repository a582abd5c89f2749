import { at } from './numbers.ts';
import type { CutRule } from './ranking-input.ts';
import { equalWithin } from './ranks.ts';

/**
 * Which scores are within a cut; a score equal to the last one that is counts as within too. A score of −∞ (nobody
 * scored it) never is.
 * @returns 1 or 0 by position
 */
export function withinCut(scores: Float64Array, { size, threshold = -Infinity }: CutRule): Uint8Array {
  const sorted = Float64Array.from(scores).sort();
  const last = size === undefined || size >= sorted.length ? -Infinity : at(sorted, sorted.length - size);
  const least = Math.max(last, threshold) - equalWithin;
  const within = new Uint8Array(scores.length);
  for (let index = 0; index < within.length; index += 1) {
    const score = at(scores, index);
    if (score > -Infinity && score >= least) within[index] = 1;
  }
  return within;
}
