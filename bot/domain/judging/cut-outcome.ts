import type { RankInterval } from '../ranking/rank-intervals.ts';
import type { RankedLine, RankingResult } from '../ranking/ranking-result.ts';
import type { CutCause, CutDecision, CutSide, CutWish } from './round-cut.ts';

/** Who goes on by the scores and what people decided, and what is known of how firmly each stands there. */
export interface CutOutcome {
  /** In the order of the ranking. */
  lines: CutLine[];
  /** The scores put nobody above anybody: only people can say who goes on. */
  isUndecided: boolean;
}

interface CutLine {
  submissionId: string;
  rank?: number;
  side: CutSide;
  because: CutCause;
  /** Where the scores alone would have it. */
  byScores: CutSide;
  /** Set for what stands on the line: another look could take it to the other side. */
  onTheLine?: {
    /** 95 % for its rank. */
    interval?: RankInterval;
    /** Judges without whom it would stand on the other side. */
    dependsOn: string[];
    /** The chance that one more judge takes it to the other side. */
    oneMoreJudge?: number;
  };
}

type Ranked = Pick<RankingResult, 'decidedBy' | 'lines' | 'cut'>;

/**
 * Equals all go on, or all don't, unless somebody decided about one of them: a tie is never cut by accident. Decisions
 * about what does not take part (any more) are passed over.
 */
export function cutOutcome(ranked: Ranked, decisions: readonly CutDecision[]): CutOutcome {
  const preselected = preselectedBy(ranked);
  const stands = new Map(
    ranked.lines.map(({ submissionId }): [string, Stand] => {
      const cause = preselected.get(submissionId);
      return [submissionId, { side: cause === undefined ? 'outside' : 'within', because: cause ?? 'scores' }];
    }),
  );
  const byScores = new Map([...stands].map(([id, { side }]) => [id, side]));
  for (const decision of decisions) decide(stands, decision);
  const near = new Map(ranked.cut?.onTheLine.map((each) => [each.submissionId, each]));
  return {
    lines: ranked.lines.map((line) => lineOf(line, stands, byScores, near.get(line.submissionId))),
    isUndecided: ranked.decidedBy === 'nothing' && !decisions.some(({ kind }) => kind === 'overrule'),
  };
}

export function withinOf({ lines }: CutOutcome): { submissionId: string; because: CutCause }[] {
  return lines
    .filter(({ side }) => side === 'within')
    .map(({ submissionId, because }) => ({ submissionId, because }));
}

interface Stand {
  side: CutSide;
  because: CutCause;
}

function preselectedBy({ lines, cut }: Ranked): Map<string, 'scores' | 'tie'> {
  const chosen = new Set([...(cut?.within ?? []), ...(cut?.tied ?? [])]);
  const tied = new Set(cut?.tied);
  const ranks = new Set(lines.filter(({ submissionId }) => chosen.has(submissionId)).map(({ rank }) => rank));
  ranks.delete(undefined);
  return new Map(
    lines
      .filter(({ rank }) => rank !== undefined && ranks.has(rank))
      .map(({ submissionId }) => [submissionId, tied.has(submissionId) ? 'tie' : 'scores']),
  );
}

function decide(stands: Map<string, Stand>, decision: CutWish): void {
  switch (decision.kind) {
    case 'wildcard':
      put(stands, decision.submissionId, { side: 'within', because: 'wildcard' });
      return;
    case 'move':
      put(stands, decision.submissionId, { side: decision.to, because: 'move' });
      return;
    case 'overrule': {
      const within = new Set(decision.within);
      for (const id of stands.keys())
        stands.set(id, { side: within.has(id) ? 'within' : 'outside', because: 'overrule' });
      return;
    }
    default:
      return decision satisfies never;
  }
}

function put(stands: Map<string, Stand>, submissionId: string, stand: Stand): void {
  if (stands.has(submissionId)) stands.set(submissionId, stand);
}

type Near = NonNullable<Ranked['cut']>['onTheLine'][number];

function lineOf(
  { submissionId, rank, chances }: RankedLine,
  stands: ReadonlyMap<string, Stand>,
  byScores: ReadonlyMap<string, CutSide>,
  near: Near | undefined,
): CutLine {
  const { side, because } = stands.get(submissionId) ?? { side: 'outside', because: 'scores' };
  return {
    ...{ submissionId, side, because },
    ...(rank !== undefined && { rank }),
    byScores: byScores.get(submissionId) ?? 'outside',
    ...(near && {
      onTheLine: {
        ...(chances && { interval: chances.interval }),
        dependsOn: near.dependsOn,
        ...(near.oneMoreJudge !== undefined && { oneMoreJudge: near.oneMoreJudge }),
      },
    }),
  };
}
