import type { Design } from './design.ts';
import { at, wholeAt } from './numbers.ts';
import type { RankingOutcome } from './outcome.ts';
import { outcomeOf } from './outcome.ts';
import type { CutRule } from './ranking-input.ts';
import type { Rescore } from './rescore.ts';
import { withinCut } from './within-cut.ts';

/** What the cut would be if one judge had not scored. */
export interface JudgeLeftOut {
  judge: string;
  /** Submissions that would come within the cut. */
  comeIn: string[];
  /** Submissions that would fall out of it. */
  fallOut: string[];
  /** Set where nothing can be said without this judge: why. */
  outcome?: Exclude<RankingOutcome['kind'], 'ranked'>;
}

/**
 * Leaves out each judge in turn and scores the rest anew.
 * @param needsModel whether the scores come from a model, that must be possible without the judge
 */
export function leaveEachOut(
  design: Design,
  within: Uint8Array,
  rule: CutRule,
  { rescore, needsModel }: { rescore: Rescore; needsModel: boolean },
): JudgeLeftOut[] {
  const positions = new Map(design.submissions.map((id, index) => [id, index]));
  return design.judges.map((judge, index) => {
    const rest = withoutJudge(design, index);
    const outcome = outcomeOf(rest).kind;
    const nothing = { judge, comeIn: [], fallOut: [] };
    if (outcome === 'nothing-scored' || (needsModel && outcome !== 'ranked')) {
      return { ...nothing, outcome };
    }
    const rescored = rescore(rest);
    if (rescored === undefined) return { ...nothing, outcome: 'not-distinguished' };
    const scores = new Float64Array(design.submissions.length).fill(-Infinity);
    rest.submissions.forEach((id, position) => {
      scores[positions.get(id) ?? -1] = at(rescored, position);
    });
    const now = withinCut(scores, rule);
    const crossed = (to: number) =>
      design.submissions.filter((_, position) => now[position] === to && within[position] !== to).sort();
    return { judge, comeIn: crossed(1), fallOut: crossed(0) };
  });
}

/** Without a judge's sheets, and without the submissions that nobody else scored. */
function withoutJudge(design: Design, left: number): Design {
  const submissions: string[] = [];
  const starts = [0];
  const judgeOf = new Int32Array(design.judgeOf.length);
  const scores = new Float64Array(design.scores.length);
  let kept = 0;
  design.submissions.forEach((id, index) => {
    const before = kept;
    const end = wholeAt(design.starts, index + 1);
    for (let sheet = wholeAt(design.starts, index); sheet < end; sheet += 1) {
      const judge = wholeAt(design.judgeOf, sheet);
      if (judge === left) continue;
      judgeOf[kept] = judge > left ? judge - 1 : judge;
      scores[kept] = at(design.scores, sheet);
      kept += 1;
    }
    if (kept === before) return;
    submissions.push(id);
    starts.push(kept);
  });
  return {
    submissions,
    judges: design.judges.filter((_, judge) => judge !== left),
    starts: Int32Array.from(starts),
    judgeOf: judgeOf.subarray(0, kept),
    scores: scores.subarray(0, kept),
    centre: design.centre,
  };
}
