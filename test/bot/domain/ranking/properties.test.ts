import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rankRound } from '../../../../bot/domain/ranking/rank-round.ts';
import type { RankedSheet, RankingInput } from '../../../../bot/domain/ranking/ranking-input.ts';
import { usualSettings } from '../../../../bot/domain/ranking/ranking-input.ts';
import type { RankedLine, RankingResult } from '../../../../bot/domain/ranking/ranking-result.ts';
import { effort } from '../../../runs.ts';
import { roundOfScores, scoredTable } from './tables.ts';

const longest = 600_000;

const criteria = [
  { id: 'success', weight: 2 },
  { id: 'value', weight: 1 },
  { id: 'reuse', weight: 1.5 },
];
const score = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 10 }) },
  { weight: 1, arbitrary: fc.constant('not-assessable' as const) },
);
const sheetScores = fc.record({ success: score, value: score, reuse: score });

/** A round of a few judges in which each sheet is there or not. */
const round = fc
  .record({ submissions: fc.integer({ min: 1, max: 9 }), judges: fc.integer({ min: 1, max: 6 }) })
  .chain(({ submissions, judges }) =>
    fc.record({
      cells: fc.array(fc.option(sheetScores, { freq: 3, nil: undefined }), {
        minLength: submissions * judges,
        maxLength: submissions * judges,
      }),
      judges: fc.constant(judges),
      submissions: fc.constant(submissions),
      size: fc.integer({ min: 1, max: 5 }),
    }),
  )
  .map(({ cells, judges, submissions, size }): RankingInput => ({
    submissions: Array.from({ length: submissions }, (_, index) => `s${String(index)}`),
    sheets: cells.flatMap((scores, cell) => {
      const [submissionId, judge] = [`s${String(Math.floor(cell / judges))}`, `j${String(cell % judges)}`];
      return scores === undefined ? [] : [{ submissionId, judge, scores }];
    }),
    criteria,
    settings: { ...usualSettings, cut: { size }, draws: 400 },
    seed: 7,
  }));

/** A round in which judges use numbers fine enough that hardly anything is alike. */
const fineRound = fc
  .record({ submissions: fc.integer({ min: 3, max: 9 }), judges: fc.integer({ min: 2, max: 6 }) })
  .chain(({ submissions, judges }) =>
    fc.array(
      fc.array(fc.option(fc.double({ min: 1, max: 10, noNaN: true }), { freq: 4, nil: undefined }), {
        minLength: judges,
        maxLength: judges,
      }),
      { minLength: submissions, maxLength: submissions },
    ),
  )
  .map((table) => roundOfScores(scoredTable(table), { cut: { size: 3 }, draws: 400 }));

const complete = fc
  .record({ submissions: fc.integer({ min: 2, max: 8 }), judges: fc.integer({ min: 2, max: 6 }) })
  .chain(({ submissions, judges }) =>
    fc.record({
      table: fc.array(fc.array(fc.integer({ min: 1, max: 10 }), { minLength: judges, maxLength: judges }), {
        minLength: submissions,
        maxLength: submissions,
      }),
      judge: fc.nat({ max: judges - 1 }),
      constant: fc.integer({ min: -20, max: 20 }),
    }),
  );

function linesById({ lines }: RankingResult): Map<string, RankedLine> {
  return new Map(lines.map((line) => [line.submissionId, line]));
}

function renamed(input: RankingInput, submission: (id: string) => string, judge: (id: string) => string) {
  return {
    ...input,
    submissions: input.submissions.map(submission),
    sheets: input.sheets.map((sheet) => ({
      ...sheet,
      submissionId: submission(sheet.submissionId),
      judge: judge(sheet.judge),
    })),
  };
}

/** Turns the order of names around, so that whatever is ordered by name changes places. */
const turned = (id: string) => `${id.slice(0, 1)}${String(999_999 - Number(id.slice(1)))}`;

describe('relabelling', () => {
  test(
    'judges and submissions changes nothing, to the last digit',
    () => {
      fc.assert(
        fc.property(fineRound, (input) => {
          const before = linesById(rankRound(input));
          const after = linesById(rankRound(renamed(input, turned, turned)));
          for (const [id, line] of before) {
            // Why one stands above the next is said by the last of equals, and names decide which that is.
            const expected = { ...line, submissionId: turned(id), aboveNext: undefined };
            expect({ ...after.get(turned(id)), aboveNext: undefined }).toEqual(expected);
          }
        }),
        effort(60, 600),
      );
    },
    longest,
  );

  test(
    'changes no score, rank or outcome where many are alike either',
    () => {
      fc.assert(
        fc.property(round, (input) => {
          const one = rankRound(input);
          const other = rankRound(renamed(input, turned, turned));
          expect([other.outcome.kind, other.decidedBy]).toEqual([one.outcome.kind, one.decidedBy]);
          const after = linesById(other);
          for (const line of one.lines) {
            const same = after.get(turned(line.submissionId));
            expect([same?.rank, same?.fairMean]).toEqual([line.rank, line.fairMean]);
            expect(same?.calibrated?.score ?? 0).toBeCloseTo(line.calibrated?.score ?? 0, 8);
          }
        }),
        effort(100, 1000),
      );
    },
    longest,
  );

  test(
    'nothing, but handing in the sheets in another order, changes nothing',
    () => {
      fc.assert(
        fc.property(
          round.chain((input) =>
            fc.record({
              input: fc.constant(input),
              sheets: fc.shuffledSubarray([...input.sheets], { minLength: input.sheets.length }),
              submissions: fc.shuffledSubarray([...input.submissions], {
                minLength: input.submissions.length,
              }),
            }),
          ),
          ({ input, sheets, submissions }) => {
            expect(rankRound({ ...input, sheets, submissions })).toEqual(rankRound(input));
          },
        ),
        effort(60, 600),
      );
    },
    longest,
  );
});

test(
  'in a complete round, adding a constant to one judge changes no calibrated order',
  () => {
    fc.assert(
      fc.property(complete, ({ table, judge, constant }) => {
        const scored = scoredTable(table);
        const shifted = scored.map((each) =>
          each.judge.endsWith(String(judge)) ? { ...each, score: each.score + constant } : each,
        );
        const settings = { tieChain: ['calibrated' as const], decideBy: 'calibrated' as const, draws: 400 };
        const before = rankRound(roundOfScores(scored, settings));
        const after = rankRound(roundOfScores(shifted, settings));
        if (before.decidedBy === 'nothing' || after.decidedBy === 'nothing') return;
        expect(after.lines.map(({ submissionId, rank }) => [submissionId, rank])).toEqual(
          before.lines.map(({ submissionId, rank }) => [submissionId, rank]),
        );
      }),
      effort(100, 1000),
    );
  },
  longest,
);

test(
  'a submission that nobody scored never outranks one that somebody did',
  () => {
    fc.assert(
      fc.property(round, (input) => {
        const { lines, cut } = rankRound(input);
        const firstUnscored = lines.findIndex(({ sheets }) => sheets === 0);
        if (firstUnscored < 0) return;
        for (const line of lines.slice(firstUnscored)) {
          expect([line.sheets, line.rank, line.fairMean, line.calibrated, line.chances]).toEqual([
            0,
            undefined,
            undefined,
            undefined,
            undefined,
          ]);
          expect([...(cut?.within ?? []), ...(cut?.tied ?? [])]).not.toContain(line.submissionId);
        }
      }),
      effort(100, 1000),
    );
  },
  longest,
);

test(
  'removing abstentions, or sheets without a number, changes no score',
  () => {
    const nothing: RankedSheet['scores'] = { success: 'not-assessable', value: 'not-assessable' };
    fc.assert(
      fc.property(
        round,
        fc.array(fc.record({ s: fc.nat({ max: 8 }), j: fc.nat({ max: 30 }) })),
        (input, extra) => {
          const taken = new Set(input.sheets.map(({ submissionId, judge }) => `${submissionId} ${judge}`));
          const free = extra
            .map(({ s, j }) => ({ submissionId: `s${String(s)}`, judge: `j${String(j)}` }))
            .filter(({ submissionId, judge }) => {
              const key = `${submissionId} ${judge}`;
              if (taken.has(key) || !input.submissions.includes(submissionId)) return false;
              return taken.add(key).has(key);
            });
          const plain = rankRound(input);
          const withAbstentions = rankRound({ ...input, abstentions: free });
          const withEmpty = rankRound({
            ...input,
            sheets: [...input.sheets, ...free.map((each) => ({ ...each, scores: nothing }))],
          });
          expect(withEmpty).toEqual(plain);
          const withoutCounts = withAbstentions.lines.map((line) => ({ ...line, abstained: 0 }));
          expect({ ...withAbstentions, lines: withoutCounts }).toEqual(plain);
          expect(withAbstentions.lines.reduce((sum, { abstained }) => sum + abstained, 0)).toBe(free.length);
        },
      ),
      effort(60, 600),
    );
  },
  longest,
);

test(
  'every number in a result is one, whatever was scored',
  () => {
    fc.assert(
      fc.property(round, (input) => {
        const result = rankRound(input);
        JSON.stringify(result, (_, value: unknown) => {
          if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
          return value;
        });
        for (const { chances } of result.lines) {
          if (chances === undefined) continue;
          expect(chances.interval.from).toBeGreaterThanOrEqual(1);
          expect(chances.interval.to).toBeGreaterThanOrEqual(chances.interval.from);
        }
      }),
      effort(150, 1500),
    );
  },
  longest,
);
