import { describe, expect, test } from '@jest/globals';
import { chanceFrom } from '../../../../bot/domain/ranking/chance.ts';
import type { Scored } from '../../../../bot/domain/ranking/design.ts';
import { rankRound } from '../../../../bot/domain/ranking/rank-round.ts';
import type { RankedLine } from '../../../../bot/domain/ranking/ranking-result.ts';
import { runs } from '../../../runs.ts';
import published from './ranking-examples.json' with { type: 'json' };
import type { Shape } from './simulated-round.ts';
import { simulatedRound, someOf } from './simulated-round.ts';
import { nameOf, roundOfScores } from './tables.ts';

/** Rounds of which the truth is known: `runs` says how many, and so how narrow the bounds can be. */
const isLong = runs(0, 1) === 1;

const longest = 3_600_000;

/** Printed by the long run, to quote. */
function report(line: string): void {
  if (isLong) process.stdout.write(`${line}\n`);
}

const designs: [string, Shape, number, number][] = [
  [
    '12 x 7 complete',
    { submissions: 12, judges: 7, perSubmission: 7, submissionSd: 1, judgeSd: 1, residual: 1 },
    40,
    2000,
  ],
  [
    '30 x 8, 3 sheets each',
    { submissions: 30, judges: 8, perSubmission: 3, submissionSd: 1, judgeSd: 1, residual: 1 },
    30,
    2000,
  ],
  [
    '100 x 20, 5 sheets each',
    { submissions: 100, judges: 20, perSubmission: 5, submissionSd: 1, judgeSd: 1, residual: 1 },
    12,
    2000,
  ],
];

/** Chances to be first, from where to where; both what was said and what came true is counted in each. */
const bins = [
  [0, 0.05],
  [0.05, 0.25],
  [0.25, 0.6],
  [0.6, 1.01],
] as const;

describe('over rounds whose truth is known', () => {
  test.each(designs)(
    '%s: 95 %% intervals hold 93 to 97 %%, chances to be first come true within .03',
    (name, shape, short, long) => {
      const rounds = runs(short, long);
      const chance = chanceFrom(2026);
      const perRound: number[] = [];
      const first = bins.map(() => ({ said: 0, true: 0, count: 0 }));
      for (let round = 0; round < rounds; round += 1) {
        const { scored, truth } = simulatedRound(chance, shape);
        const lines = rankRound(roundOfScores(scored, { draws: 1000 }, { seed: round })).lines;
        const ranked = withTrueRank(lines, truth);
        if (ranked.length > 0) perRound.push(average(ranked.map(({ held }) => Number(held))));
        for (const { said, isFirst } of ranked) {
          const bin = first[bins.findIndex(([from, to]) => said >= from && said < to)];
          if (bin === undefined) continue;
          bin.said += said;
          bin.true += Number(isFirst);
          bin.count += 1;
        }
      }
      const margin = isLong ? 0 : (3 * deviation(perRound)) / Math.sqrt(rounds);
      const coverage = average(perRound);
      report(
        `${name}: coverage ${coverage.toFixed(4)} of ${String(perRound.length)} rounds (${String(rounds - perRound.length)} not distinguished); ` +
          `first, said/true (count): ${first
            .map(
              (bin) =>
                `${(bin.said / bin.count).toFixed(3)}/${(bin.true / bin.count).toFixed(3)} (${String(bin.count)})`,
            )
            .join(', ')}`,
      );
      expect(coverage).toBeGreaterThan(0.93 - margin);
      expect(coverage).toBeLessThan(0.97 + margin);
      for (const bin of first.filter(({ count }) => count >= 10)) {
        const said = bin.said / bin.count;
        const allowed = 0.03 + (isLong ? 0 : 3 * Math.sqrt((said * (1 - said)) / bin.count));
        expect(Math.abs(said - bin.true / bin.count)).toBeLessThanOrEqual(allowed);
      }
    },
    longest,
  );
});

describe('order beside the truth', () => {
  test(
    'calibrating gains where judges differ and loses nothing where they do not',
    () => {
      const table = [0, 0.5, 1, 2].map((judgeSd) => {
        const chance = chanceFrom(77);
        const taus = Array.from({ length: runs(25, 2000) }, (_, seed) => {
          const { scored, truth } = simulatedRound(chance, {
            submissions: 30,
            judges: 8,
            perSubmission: 3,
            submissionSd: 1,
            judgeSd,
            residual: 0.5,
          });
          return tausOf(scored, truth, seed);
        });
        return { judgeSd, raw: average(taus.map(({ raw }) => raw)), ...rest(taus) };
      });
      report('judge sd   tau of the fair mean   calibrated   what decides');
      for (const { judgeSd, raw, calibrated, decided } of table) {
        report(
          `${judgeSd.toFixed(1).padStart(8)}   ${raw.toFixed(3).padStart(20)}   ${calibrated.toFixed(3).padStart(10)}   ${decided.toFixed(3).padStart(12)}`,
        );
      }
      const [none, , one, two] = table;
      const margin = isLong ? 0.01 : 0.05;
      expect(Math.abs((none?.raw ?? 0) - (none?.calibrated ?? 1))).toBeLessThan(margin);
      expect((one?.calibrated ?? 0) - (one?.raw ?? 1)).toBeGreaterThan(0.1);
      // Three of eight judges without replacement: the fair mean's error has variance 4(5/8)/3 + .25/3 beside a
      // truth of 1, so that tau is (2/π)·asin(1/√1.917) = .51.
      expect(Math.abs((two?.raw ?? 0) - 0.51)).toBeLessThan(0.01 + margin);
      expect(Math.abs((two?.calibrated ?? 0) - 0.81)).toBeLessThan(0.01 + margin);
    },
    longest,
  );

  test(
    'and on the Paris table, with four of the eleven judges per wine, calibrating is no better',
    () => {
      const chance = chanceFrom(1976);
      const { scores, expected } = published.paris1976White;
      const taus = Array.from({ length: runs(120, 2000) }, (_, seed) =>
        tausOf(
          scores.flatMap((row, wine) =>
            someOf(chance, row.length, 4).map((judge) => ({
              submissionId: nameOf('s', wine),
              judge: nameOf('j', judge),
              score: row[judge] ?? Number.NaN,
            })),
          ),
          expected.mean11,
          seed,
        ),
      );
      const { calibrated } = rest(taus);
      const raw = average(taus.map((each) => each.raw));
      report(`Paris, 4 of 11: fair mean ${raw.toFixed(3)}, calibrated ${calibrated.toFixed(3)}`);
      const margin = isLong ? 0.015 : 0.06;
      expect(Math.abs(raw - 0.71)).toBeLessThan(margin);
      expect(Math.abs(calibrated - 0.711)).toBeLessThan(margin);
    },
    longest,
  );
});

interface Taus {
  raw: number;
  calibrated: number;
  decided: number;
}

/** Where σq² is estimated at 0 there is no calibrated order: the fair mean stands. */
function tausOf(scored: readonly Scored[], truth: readonly number[], seed: number): Taus {
  const { lines } = rankRound(roundOfScores(scored, { draws: 1, trust: 'estimated' }, { seed }));
  const truths = lines.map(({ submissionId }) => truth[Number(submissionId.slice(1))] ?? Number.NaN);
  const fair = lines.map(({ fairMean }) => fairMean ?? Number.NaN);
  return {
    raw: tau(fair, truths),
    calibrated: tau(
      lines.map(({ calibrated, fairMean }) => calibrated?.score ?? fairMean ?? Number.NaN),
      truths,
    ),
    decided: tau(
      lines.map(({ rank }, index) => (rank === undefined ? (fair[index] ?? Number.NaN) : -rank)),
      truths,
    ),
  };
}

function rest(taus: readonly Taus[]): Omit<Taus, 'raw'> {
  return {
    calibrated: average(taus.map(({ calibrated }) => calibrated)),
    decided: average(taus.map(({ decided }) => decided)),
  };
}

/** Kendall's tau-b. */
function tau(one: readonly number[], other: readonly number[]): number {
  let both = 0;
  let ofOne = 0;
  let ofOther = 0;
  one.forEach((value, a) => {
    for (let b = 0; b < a; b += 1) {
      const first = Math.sign(value - (one[b] ?? Number.NaN));
      const second = Math.sign((other[a] ?? Number.NaN) - (other[b] ?? Number.NaN));
      both += first * second;
      ofOne += Math.abs(first);
      ofOther += Math.abs(second);
    }
  });
  return both / Math.sqrt(ofOne * ofOther);
}

function withTrueRank(lines: readonly RankedLine[], truth: readonly number[]) {
  return lines.flatMap(({ submissionId, chances }) => {
    if (chances === undefined) return [];
    const own = truth[Number(submissionId.slice(1))] ?? Number.NaN;
    const rank = 1 + truth.filter((value) => value > own).length;
    const held = rank >= chances.interval.from && rank <= chances.interval.to;
    return [{ held, said: chances.first, isFirst: rank === 1 }];
  });
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const middle = average(values);
  return Math.sqrt(average(values.map((value) => (value - middle) ** 2)));
}
