import type { Chance } from './chance.ts';
import type { Draw } from './draw-scores.ts';
import { at, rankAt } from './numbers.ts';
import { rankerOf } from './ranker.ts';

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
  const drawn: RankDraws = {
    draws,
    submissions,
    ranks: new Uint32Array(draws * submissions),
    within: new Uint32Array(submissions),
  };
  const scores = new Float64Array(submissions);
  const places = new Uint32Array(submissions);
  const rank = rankerOf(submissions);
  let given = 0;
  let upTo = 0;
  ways.forEach(({ weight, open }, way) => {
    upTo = way === ways.length - 1 ? draws : upTo + weight * draws;
    if (given + 0.5 > upTo) return;
    const draw = open();
    for (; given + 0.5 <= upTo; given += 1) {
      draw(chance, scores);
      rank(scores, places);
      note(drawn, given, places);
      countWithin(drawn, { scores, places, cut });
    }
  });
  return drawn;
}

function note({ draws, submissions, ranks }: RankDraws, draw: number, places: Uint32Array): void {
  for (let submission = 0; submission < submissions; submission += 1) {
    ranks[submission * draws + draw] = rankAt(places, submission);
  }
}

function countWithin(
  { submissions, within }: RankDraws,
  { scores, places, cut }: { scores: Float64Array; places: Uint32Array; cut: DrawnCut },
): void {
  const { size, threshold } = cut;
  for (let submission = 0; submission < submissions; submission += 1) {
    if (rankAt(places, submission) > size || at(scores, submission) < threshold) continue;
    within[submission] = rankAt(within, submission) + 1;
  }
}
