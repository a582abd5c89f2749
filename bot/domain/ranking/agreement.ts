import type { Design } from './design.ts';
import { at, itemAt, wholeAt } from './numbers.ts';
import { midRanks, spearman } from './ranks.ts';
import { aboveChiSquare } from './tail-chance.ts';

/** How far judges put submissions in the same order. */
export interface Concordance {
  /** Kendall's W: 0 is no agreement, 1 is the same order from all. */
  w: number;
  /** Friedman's test, chi-square with submissions − 1 degrees: the chance of this much agreement by accident. */
  p: number;
  chiSquare: number;
  /** W needs judges who scored the same submissions: what it rests on. */
  judges: number;
  submissions: number;
  /** Per submission the sum of its ranks, by position; only of those it rests on. */
  rankSums: number[];
}

type Scores = Map<number, number>;

/**
 * Kendall's W with Friedman's p, corrected for ties. Where not everybody scored everything it rests on the larger of
 * two complete parts: the judges who scored everything, or the submissions that everybody scored.
 * @returns `undefined` when neither has two judges and two submissions, or nobody told submissions apart
 */
export function concordance(design: Design): Concordance | undefined {
  const perJudge = scoresPerJudge(design);
  const all = design.submissions.map((_, index) => index);
  const complete = perJudge.filter((scores) => scores.size === all.length);
  const shared = all.filter((submission) => perJudge.every((scores) => scores.has(submission)));
  const [judges, submissions] =
    complete.length * all.length >= perJudge.length * shared.length ? [complete, all] : [perJudge, shared];
  if (judges.length < 2 || submissions.length < 2) return undefined;
  return concordanceOf(
    judges.map((scores) => midRanks(submissions.map((submission) => scores.get(submission) ?? Number.NaN))),
  );
}

/** @param ranks per judge, per submission */
function concordanceOf(ranks: readonly number[][]): Concordance | undefined {
  const judges = ranks.length;
  const submissions = ranks[0]?.length ?? 0;
  const rankSums = Array.from({ length: submissions }, (_, index) =>
    ranks.reduce((sum, own) => sum + itemAt(own, index), 0),
  );
  const middle = (judges * (submissions + 1)) / 2;
  const square = rankSums.reduce((sum, each) => sum + (each - middle) ** 2, 0);
  const ties = ranks.reduce((sum, own) => sum + tieCorrection(own), 0);
  const most = judges ** 2 * (submissions ** 3 - submissions) - judges * ties;
  if (most <= 0) return undefined;
  const w = (12 * square) / most;
  const chiSquare = judges * (submissions - 1) * w;
  return { w, chiSquare, p: aboveChiSquare(chiSquare, submissions - 1), judges, submissions, rankSums };
}

/** Σ(t³ − t) over groups of t equal ranks. */
function tieCorrection(ranks: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const rank of ranks) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + size ** 3 - size, 0);
}

/**
 * Per judge, by position: Spearman's correlation of their own order with the average order of the others, over what
 * both scored. Ranks count as parts of all that a judge ranked, so that judges of unequal numbers can be averaged.
 * @returns `undefined` for who shares fewer than three submissions with others or made no difference
 */
export function agreementWithOthers(design: Design): (number | undefined)[] {
  const perJudge = scoresPerJudge(design).map(partsOf);
  const sums = new Float64Array(design.submissions.length);
  const counts = new Float64Array(design.submissions.length);
  for (const parts of perJudge) {
    for (const [submission, part] of parts) {
      sums[submission] = at(sums, submission) + part;
      counts[submission] = at(counts, submission) + 1;
    }
  }
  return perJudge.map((parts) => {
    const shared = [...parts].filter(([submission]) => at(counts, submission) > 1);
    if (shared.length < 3) return undefined;
    const own = shared.map(([, part]) => part);
    const others = shared.map(
      ([submission, part]) => (at(sums, submission) - part) / (at(counts, submission) - 1),
    );
    return spearman(own, others);
  });
}

/** Ranks as parts: 0 is the best of what the judge ranked, 1 the worst. */
function partsOf(scores: Scores): Scores {
  const submissions = [...scores.keys()];
  const ranks = midRanks([...scores.values()]);
  return new Map(
    submissions.map((submission, index) => [submission, (itemAt(ranks, index) - 0.5) / ranks.length]),
  );
}

function scoresPerJudge(design: Design): Scores[] {
  const perJudge = design.judges.map((): Scores => new Map());
  design.submissions.forEach((_, submission) => {
    for (
      let sheet = wholeAt(design.starts, submission);
      sheet < wholeAt(design.starts, submission + 1);
      sheet += 1
    ) {
      perJudge[wholeAt(design.judgeOf, sheet)]?.set(submission, at(design.scores, sheet));
    }
  });
  return perJudge;
}
