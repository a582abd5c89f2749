import type { Chance } from './chance.ts';
import type { Design } from './design.ts';
import { drawAt } from './draw-scores.ts';
import type { RatioFit } from './fit-ratios.ts';
import { at, wholeAt } from './numbers.ts';
import type { CutRule } from './ranking-input.ts';
import type { ScoredBy } from './rescore.ts';
import { rescoreAgain } from './rescore.ts';
import { withinCut } from './within-cut.ts';

/**
 * Per submission, by position, the chance that one more judge who scores everything would take it over the cut, in
 * or out: draws possible truths and what a judge like the others would make of them, and scores anew.
 */
export function chanceToCross(
  design: Design,
  fit: RatioFit,
  within: Uint8Array,
  { rule, by, tries, chance }: { rule: CutRule; by: ScoredBy; tries: number; chance: Chance },
): Float64Array {
  const more = withJudge(design);
  const rescore = rescoreAgain(by, more, fit);
  const deviation = Math.sqrt(fit.fitted.square / (design.scores.length - 1));
  const draw = drawAt(design, fit, 'certain');
  const truth = new Float64Array(design.submissions.length);
  const crossed = new Float64Array(design.submissions.length);
  for (let time = 0; time < tries; time += 1) {
    draw(chance, truth);
    const strictness = deviation * Math.sqrt(fit.ratios.judges) * chance.normal();
    for (let index = 0; index < truth.length; index += 1) {
      const sheet = wholeAt(more.starts, index + 1) - 1;
      more.scores[sheet] = at(truth, index) + strictness + deviation * chance.normal();
    }
    const now = withinCut(rescore(), rule);
    for (let index = 0; index < crossed.length; index += 1) {
      if (now[index] !== within[index]) crossed[index] = at(crossed, index) + 1;
    }
  }
  return crossed.map((count) => count / tries);
}

/** One judge more, last of each submission's sheets, with scores still to fill in. */
function withJudge(design: Design): Design {
  const added = design.judges.length;
  const sheets = design.scores.length + design.submissions.length;
  const judgeOf = new Int32Array(sheets).fill(added);
  const scores = new Float64Array(sheets);
  design.submissions.forEach((_, index) => {
    const from = wholeAt(design.starts, index);
    const to = wholeAt(design.starts, index + 1);
    judgeOf.set(design.judgeOf.subarray(from, to), from + index);
    scores.set(design.scores.subarray(from, to), from + index);
  });
  return {
    submissions: design.submissions,
    judges: [...design.judges, ''],
    starts: design.starts.map((start, index) => start + index),
    judgeOf,
    scores,
    centre: design.centre,
  };
}
