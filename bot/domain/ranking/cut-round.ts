import type { Calibrated } from './calibrate.ts';
import { chanceFrom } from './chance.ts';
import { drawCut } from './cut.ts';
import type { Effort } from './effort.ts';
import { chanceToCross } from './judge-added.ts';
import type { JudgeLeftOut } from './judge-left-out.ts';
import { leaveEachOut } from './judge-left-out.ts';
import { at } from './numbers.ts';
import type { RankChances } from './rank-intervals.ts';
import { calibratedScores } from './ranked-lines.ts';
import type { CutRule, RankingInput, ScoreKind } from './ranking-input.ts';
import type { CutResult } from './ranking-result.ts';
import type { ScoredBy } from './rescore.ts';
import { rescoreBy } from './rescore.ts';
import type { ScoredRound } from './scored-round.ts';
import type { PlaceGroup } from './tie-chain.ts';
import { withinCut } from './within-cut.ts';

interface Decided {
  places: readonly PlaceGroup[];
  decidedBy: ScoreKind;
  calibrated?: Calibrated;
  chances?: ReadonlyMap<string, RankChances>;
  effort: Effort;
}

/** Draws the line, and asks what one judge less or more would change about it. */
export function cutRound(
  { seed }: Pick<RankingInput, 'seed'>,
  round: ScoredRound,
  rule: CutRule,
  { places, decidedBy, calibrated, chances, effort }: Decided,
): CutResult {
  const { design } = round;
  const scores =
    decidedBy === 'calibrated' && calibrated ? calibratedScores(round, calibrated) : round.fairMeans;
  const within = withinCut(
    Float64Array.from(design.submissions, (id) => scores.get(id) ?? -Infinity),
    rule,
  );
  const by: ScoredBy = decidedBy === 'calibrated' && calibrated ? calibrated.calibration.method : 'fair-mean';
  const crossing =
    calibrated && effort.extraJudges > 0
      ? chanceToCross(design, calibrated.fit, within, {
          rule,
          by,
          tries: effort.extraJudges,
          // Not the stream that draws the ranks.
          chance: chanceFrom(seed ^ 0x5bd1e995),
        })
      : undefined;
  return drawCut(places, scores, rule, {
    within: new Map([...(chances ?? [])].map(([id, chance]) => [id, chance.within])),
    oneMoreJudge: new Map(
      crossing && design.submissions.map((id, index): [string, number] => [id, at(crossing, index)]),
    ),
    leftOut: leftOut(round, within, rule, { by, calibrated, effort }),
    leaveOut: effort.leaveOut,
  });
}

function leftOut(
  { design }: ScoredRound,
  within: Uint8Array,
  rule: CutRule,
  { by, calibrated, effort }: { by: ScoredBy; calibrated?: Calibrated; effort: Effort },
): JudgeLeftOut[] {
  const needsModel = by !== 'fair-mean';
  switch (effort.leaveOut) {
    case 'refitted':
      return leaveEachOut(design, within, rule, {
        rescore: rescoreBy(by, calibrated?.fit, false),
        needsModel,
      });
    case 'same-variances':
      return leaveEachOut(design, within, rule, {
        rescore: rescoreBy(by, calibrated?.fit, true),
        needsModel,
      });
    case 'skipped':
      return [];
    default:
      return effort.leaveOut satisfies never;
  }
}
