import type { Design } from './design.ts';
import { at, wholeAt } from './numbers.ts';
import { equalWithin } from './ranks.ts';

/** What kind of result a round has; each that is not `ranked` says why not, and screens explain it. */
export type RankingOutcome =
  | { kind: 'ranked' }
  /** No sheet has a number. */
  | { kind: 'nothing-scored' }
  /** Strictness and quality of one judge's scores can't be told apart. */
  | { kind: 'one-judge' }
  /** Every judge gave everything they scored the same. */
  | { kind: 'all-equal' }
  /** Groups that no judge connects; scores of one group say nothing about another. */
  | { kind: 'disconnected'; groups: Group[] }
  /** Too few to estimate how much judges and submissions differ. */
  | { kind: 'too-few-sheets'; sheets: number; needed: number }
  /** σq² = 0: "deze scores onderscheiden de inzendingen niet". */
  | { kind: 'not-distinguished' };

interface Group {
  submissions: string[];
  judges: string[];
}

/** What must remain of the sheets once each submission and judge has its own level. */
const leastDegrees = 3;

/** What can be seen before fitting; `ranked` may still turn out `not-distinguished`. */
export function outcomeOf(design: Design): RankingOutcome {
  const sheets = design.scores.length;
  if (sheets === 0) return { kind: 'nothing-scored' };
  if (design.judges.length === 1) return { kind: 'one-judge' };
  if (everyJudgeGivesOneScore(design)) return { kind: 'all-equal' };
  const groups = groupsOf(design);
  if (groups.length > 1) return { kind: 'disconnected', groups };
  const needed = design.submissions.length + design.judges.length - 1 + leastDegrees;
  return sheets < needed ? { kind: 'too-few-sheets', sheets, needed } : { kind: 'ranked' };
}

/** Who scored one submission only has not shown that they would give another the same. */
function everyJudgeGivesOneScore({ judges, judgeOf, scores }: Design): boolean {
  if (scores.length === judges.length) return false;
  const first = new Float64Array(judges.length).fill(Number.NaN);
  return scores.every((score, sheet) => {
    const judge = wholeAt(judgeOf, sheet);
    if (Number.isNaN(at(first, judge))) first[judge] = score;
    return Math.abs(at(first, judge) - score) <= equalWithin;
  });
}

/** The connected parts of the graph of judges and submissions. */
function groupsOf({ submissions, judges, starts, judgeOf }: Design): Group[] {
  const parents = Int32Array.from({ length: judges.length }, (_, judge) => judge);
  const rootOf = (judge: number): number => {
    let root = judge;
    while (wholeAt(parents, root) !== root) {
      parents[root] = wholeAt(parents, wholeAt(parents, root));
      root = wholeAt(parents, root);
    }
    return root;
  };
  submissions.forEach((_, submission) => {
    const root = rootOf(wholeAt(judgeOf, wholeAt(starts, submission)));
    for (let sheet = wholeAt(starts, submission); sheet < wholeAt(starts, submission + 1); sheet += 1) {
      parents[rootOf(wholeAt(judgeOf, sheet))] = root;
    }
  });
  const groups = new Map<number, Group>();
  const groupOf = (judge: number): Group => {
    const root = rootOf(judge);
    const group = groups.get(root) ?? { submissions: [], judges: [] };
    groups.set(root, group);
    return group;
  };
  submissions.forEach((id, submission) =>
    groupOf(wholeAt(judgeOf, wholeAt(starts, submission))).submissions.push(id),
  );
  judges.forEach((id, judge) => groupOf(judge).judges.push(id));
  return [...groups.values()];
}
