import type { Calibrated } from './calibrate.ts';
import { at } from './numbers.ts';
import type { RankChances } from './rank-intervals.ts';
import type { RankingSettings } from './ranking-input.ts';
import type { RankedLine } from './ranking-result.ts';
import type { ScoredRound } from './scored-round.ts';
import type { PlaceGroup } from './tie-chain.ts';

interface Ranked {
  places: readonly PlaceGroup[];
  /** Whether places are ranks. */
  ranked: boolean;
  calibrated?: Calibrated;
  /** By submission. */
  chances?: ReadonlyMap<string, RankChances>;
  settings: Pick<RankingSettings, 'cut'>;
}

/** All submissions in order: those with a place, then those that nobody scored. */
export function rankedLines(round: ScoredRound, how: Ranked): RankedLine[] {
  const describe = lineMaker(round, how);
  let above = 0;
  const placed = how.places.flatMap(({ submissions, above: reason }) => {
    const rank = above + 1;
    above += submissions.length;
    return submissions.map((id, index): RankedLine => {
      const isLast = index === submissions.length - 1;
      const aboveNext = isLast ? (reason ?? lastReason(round)) : { by: 'equal' as const };
      return { ...describe(id), ...(how.ranked && { rank, aboveNext }) };
    });
  });
  return [...placed, ...round.unscored.map(describe)];
}

/** The calibrated score per submission, on the round's scale. */
export function calibratedScores(
  { design }: ScoredRound,
  { calibration }: Calibrated,
): ReadonlyMap<string, number> {
  return new Map(
    design.submissions.map((id, index) => [id, calibration.mean + at(calibration.submissions, index)]),
  );
}

function lastReason({ unscored }: ScoredRound): RankedLine['aboveNext'] {
  return unscored.length > 0 ? { by: 'not-scored' } : undefined;
}

function lineMaker(
  round: ScoredRound,
  { calibrated, chances, settings }: Ranked,
): (id: string) => RankedLine {
  const positions = new Map(round.design.submissions.map((id, index) => [id, index]));
  const scores = calibrated && calibratedScores(round, calibrated);
  return (submissionId) => {
    const score = scores?.get(submissionId);
    const drawn = chances?.get(submissionId);
    return {
      submissionId,
      fairMean: round.fairMeans.get(submissionId),
      ...(score !== undefined &&
        calibrated && {
          calibrated: {
            score,
            standardError: at(calibrated.calibration.errors, positions.get(submissionId) ?? -1),
          },
        }),
      criterionMeans: criterionMeansOf(round, submissionId),
      median: round.medians.get(submissionId),
      sheets: round.sheetCounts.get(submissionId) ?? 0,
      abstained: round.abstained.get(submissionId) ?? 0,
      ...(drawn && {
        chances: {
          interval: drawn.interval,
          first: drawn.first,
          ...(settings.cut && { within: drawn.within }),
        },
      }),
    };
  };
}

function criterionMeansOf({ criterionMeans }: ScoredRound, submissionId: string): Record<string, number> {
  return Object.fromEntries(
    criterionMeans.flatMap(({ criterionId, means }) => {
      const mean = means.get(submissionId);
      return mean === undefined ? [] : [[criterionId, mean]];
    }),
  );
}
