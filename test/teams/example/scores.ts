import type { Criterion } from '../../../bot/domain/edition/edition.ts';
import type { SheetContent } from '../../../bot/domain/judging/score-sheet.ts';

/** How strict each judge is, in points of the scale. */
const strictness = [0.3, -0.4, 0, 0.6, -0.2];

/** Every so many sheets one is still to do, so that progress has something to show. */
const missingEvery = 7;

/**
 * A sheet such as this judge could have filled in: the case has its worth, the judge their strictness, and the rest
 * is chance, the same chance every time. `undefined`: not judged yet.
 */
export function plausibleScores(
  submission: number,
  judge: number,
  criteria: readonly Criterion[],
): SheetContent | undefined {
  const chance = chances(submission * 31 + judge * 17 + 7);
  if ((submission * 5 + judge) % missingEvery === 0) return undefined;
  const worth = 2.4 + 2.2 * chances(submission * 101 + 3)();
  const scores = criteria.map(({ id }): [string, SheetContent['scores'][string]] => {
    if (chance() < 0.04) return [id, 'not-assessable'];
    const score = worth - (strictness[judge] ?? 0) + 1.6 * (chance() - 0.5);
    return [id, Math.min(5, Math.max(1, Math.round(score)))];
  });
  return { scores: Object.fromEntries(scores), remarks: {}, overallRemark: '' };
}

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
