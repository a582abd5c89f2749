import type { Calibrated } from './calibrate.ts';
import { chanceFrom } from './chance.ts';
import type { Effort } from './effort.ts';
import { drawRanks } from './rank-draws.ts';
import type { RankChances } from './rank-intervals.ts';
import { rankChances } from './rank-intervals.ts';
import type { RankingInput } from './ranking-input.ts';
import type { ScoredRound } from './scored-round.ts';

/** Per submission where it may really stand: seeded draws of what the calibrated scores leave possible. */
export function drawnChances(
  { settings, seed }: RankingInput,
  { design, order }: ScoredRound,
  { calibration }: Calibrated,
  effort: Effort,
): ReadonlyMap<string, RankChances> {
  const drawn = drawRanks(calibration.ways, chanceFrom(seed), {
    draws: settings.draws ?? effort.draws,
    submissions: design.submissions.length,
    cut: {
      size: settings.cut?.size ?? Infinity,
      threshold: (settings.cut?.threshold ?? -Infinity) - design.centre,
    },
  });
  const chances = rankChances(drawn, settings.interval, order.alike);
  return new Map(
    chances.map((each, index) => [design.submissions[index] ?? '', each] satisfies [string, RankChances]),
  );
}
