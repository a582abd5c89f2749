import type { Chance } from './chance.ts';
import type { Draw } from './draw-scores.ts';
import { at, rankAt } from './numbers.ts';

/** A way to draw and the share of the draws it gets. */
export interface WeighedDraw {
  weight: number;
  /** Made only when its turn comes, and dropped after. */
  open: () => Draw;
}

/** Ranks of all submissions in many drawn truths; draw after draw, 1 is first. */
export interface RankDraws {
  draws: number;
  submissions: number;
  /** Of submission i in draw d at `i * draws + d`. */
  ranks: Uint32Array;
  /** Per submission, in how many draws it was within the cut. */
  within: Uint32Array;
}

/** The cut in terms of a draw: the threshold is less the design's centre. */
export interface DrawnCut {
  size: number;
  threshold: number;
}

/** Shares the draws out evenly (systematically), so that chance decides only what has to be chance. */
export function drawRanks(
  ways: readonly WeighedDraw[],
  chance: Chance,
  { draws, submissions, cut }: { draws: number; submissions: number; cut: DrawnCut },
): RankDraws {
  const ranks = new Uint32Array(draws * submissions);
  const within = new Uint32Array(submissions);
  const scores = new Float64Array(submissions);
  const rank = rankerOf(submissions);
  let given = 0;
  let upTo = 0;
  ways.forEach(({ weight, open }, way) => {
    upTo = way === ways.length - 1 ? draws : upTo + weight * draws;
    if (given + 0.5 > upTo) return;
    const draw = open();
    for (; given + 0.5 <= upTo; given += 1) {
      draw(chance, scores);
      rank(scores, (submission, place) => {
        ranks[submission * draws + given] = place;
        if (place > cut.size || at(scores, submission) < cut.threshold) return;
        within[submission] = rankAt(within, submission) + 1;
      });
    }
  });
  return { draws, submissions, ranks, within };
}

/**
 * Ranks without a comparison function: each score becomes a whole number whose last digits are its position, so that
 * the engine's own sort of plain numbers does it. Scores closer than about 2⁻³⁴ of their range share a rank.
 */
function rankerOf(size: number) {
  const keys = new Float64Array(size);
  const positions = 2 ** Math.ceil(Math.log2(Math.max(2, size)));
  const steps = 2 ** 52 / positions;
  return (scores: Float64Array, give: (position: number, rank: number) => void) => {
    let lowest = Infinity;
    let highest = -Infinity;
    for (let index = 0; index < size; index += 1) {
      lowest = Math.min(lowest, at(scores, index));
      highest = Math.max(highest, at(scores, index));
    }
    const scale = (steps - 1) / (highest - lowest || 1);
    for (let index = 0; index < size; index += 1) {
      keys[index] = Math.floor((highest - at(scores, index)) * scale) * positions + index;
    }
    keys.sort();
    let rank = 0;
    let previous = -1;
    for (let place = 0; place < size; place += 1) {
      const level = Math.floor(at(keys, place) / positions);
      if (level !== previous) rank = place + 1;
      previous = level;
      give(at(keys, place) - level * positions, rank);
    }
  };
}
