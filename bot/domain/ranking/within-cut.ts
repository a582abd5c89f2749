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
  return Uint8Array.from(scores, (score) => (score > -Infinity && score >= least ? 1 : 0));
}
