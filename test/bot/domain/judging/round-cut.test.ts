import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cutOutcome, withinOf } from '../../../../bot/domain/judging/cut-outcome.ts';
import type {
  CutAct,
  CutDecision,
  CutStatus,
  CutWish,
  RoundCut,
} from '../../../../bot/domain/judging/round-cut.ts';
import {
  afterCutAct,
  cutStatus,
  firstCut,
  goingOn,
  isUsableRule,
} from '../../../../bot/domain/judging/round-cut.ts';
import { rankRound } from '../../../../bot/domain/ranking/rank-round.ts';
import type { CutRule } from '../../../../bot/domain/ranking/ranking-input.ts';
import { usualSettings } from '../../../../bot/domain/ranking/ranking-input.ts';
import { effort } from '../../../runs.ts';
import { now, round } from '../examples.ts';
import { roundOfScores, scoredTable } from '../ranking/tables.ts';

const acts: readonly CutAct[] = ['set-rule', 'decide', 'undo', 'propose', 'fix'];

test.each<[CutStatus, (CutStatus | undefined)[]]>([
  ['draft', ['draft', 'draft', 'draft', 'proposed', undefined]],
  ['proposed', ['draft', 'proposed', 'proposed', 'proposed', 'fixed']],
  ['fixed', [undefined, undefined, undefined, undefined, undefined]],
  ['stale', ['draft', 'draft', 'draft', 'proposed', undefined]],
])('%s becomes, by %#: rule, decision, undo, proposal, fixing', (status, expected) => {
  expect(acts.map((act) => afterCutAct(status, act))).toEqual(expected);
});

const fixedAt = (closesAt: string): RoundCut => ({
  ...firstCut(round(), 'direct', now),
  ...{ revision: 3, status: 'fixed' },
  fixed: {
    ...{ by: 't:c', at: now, closesAt, closingHash: '', decidedBy: 'fair-mean', settings: usualSettings },
    ...{ seed: 1, inputHash: '', resultHash: '', within: [{ submissionId: 'a', because: 'scores' }] },
  },
});

test('what was fixed for another closing is stale, and lets nobody go on', () => {
  const { closesAt } = round();
  expect(cutStatus(fixedAt(closesAt), round())).toBe('fixed');
  expect(goingOn(fixedAt(closesAt), round())).toEqual(['a']);
  expect(cutStatus(fixedAt(now), round())).toBe('stale');
  expect(goingOn(fixedAt(now), round())).toBeUndefined();
  expect(cutStatus(undefined, round())).toBe('draft');
});

test.each<[CutRule, boolean]>([
  [{}, false],
  [{ size: 0 }, false],
  [{ size: 1.5 }, false],
  [{ size: 3 }, true],
  [{ threshold: 0.9 }, false],
  [{ threshold: 3.5 }, true],
  [{ size: 3, threshold: 5.1 }, false],
  [{ size: 3, threshold: 5 }, true],
  [{ threshold: Number.NaN }, false],
])('a line %j can be drawn: %s', (rule, isUsable) => {
  expect(isUsableRule(rule, round())).toBe(isUsable);
});

const made = { reason: 'Omdat het zo is', by: 't:c', at: now };
const decided = (wish: CutWish): CutDecision => ({ ...wish, ...made });

/** One judge, so that scores are what they are: 9, 7, 7, 7, 4, and one that nobody scored. */
const plain = rankRound({
  ...roundOfScores(scoredTable([[9], [7], [7], [7], [4]]), { cut: { size: 2 } }),
  submissions: ['s0', 's1', 's2', 's3', 's4', 's5'].map((name) => name.replace('s', idPrefix())),
});

function idPrefix(): string {
  const [first = ''] = roundOfScores(scoredTable([[9]])).submissions;
  return first.slice(0, -1);
}

const id = (index: number) => `${idPrefix()}${index}`;
const sides = (decisions: CutDecision[], ranked = plain) =>
  withinOf(cutOutcome(ranked, decisions)).map(({ submissionId, because }) => [
    submissionId.slice(idPrefix().length),
    because,
  ]);

describe('who goes on', () => {
  test.each<[string, CutDecision[], [string, string][]]>([
    [
      'equals on the line all do',
      [],
      [
        ['0', 'scores'],
        ['1', 'tie'],
        ['2', 'tie'],
        ['3', 'tie'],
      ],
    ],
    [
      'but who was moved down',
      [decided({ kind: 'move', submissionId: id(2), to: 'outside' })],
      [
        ['0', 'scores'],
        ['1', 'tie'],
        ['3', 'tie'],
      ],
    ],
    [
      'with who was moved up, also when nobody scored it',
      [decided({ kind: 'move', submissionId: id(5), to: 'within' })],
      [
        ['0', 'scores'],
        ['1', 'tie'],
        ['2', 'tie'],
        ['3', 'tie'],
        ['5', 'move'],
      ],
    ],
    [
      'with a wildcard, besides the others',
      [decided({ kind: 'wildcard', submissionId: id(4) })],
      [
        ['0', 'scores'],
        ['1', 'tie'],
        ['2', 'tie'],
        ['3', 'tie'],
        ['4', 'wildcard'],
      ],
    ],
    [
      'those who were named and nobody else, when overruled',
      [
        decided({ kind: 'wildcard', submissionId: id(4) }),
        decided({ kind: 'overrule', within: [id(1), id(3)] }),
      ],
      [
        ['1', 'overrule'],
        ['3', 'overrule'],
      ],
    ],
    [
      'the last decision about one counts',
      [
        decided({ kind: 'overrule', within: [id(1)] }),
        decided({ kind: 'move', submissionId: id(1), to: 'outside' }),
        decided({ kind: 'wildcard', submissionId: id(4) }),
      ],
      [['4', 'wildcard']],
    ],
    [
      'what does not take part is passed over',
      [decided({ kind: 'wildcard', submissionId: 'weg' })],
      [
        ['0', 'scores'],
        ['1', 'tie'],
        ['2', 'tie'],
        ['3', 'tie'],
      ],
    ],
  ])('%s', (_what, decisions, expected) => {
    expect(sides(decisions)).toEqual(expected);
  });

  test('is for people to say when the scores put nobody above anybody', () => {
    const equal = rankRound(
      roundOfScores(
        scoredTable([
          [5, 5],
          [5, 5],
          [5, 5],
        ]),
        { cut: { size: 1 } },
      ),
    );
    expect(cutOutcome(equal, [])).toMatchObject({ isUndecided: true });
    expect(withinOf(cutOutcome(equal, []))).toEqual([]);
    const overruled = cutOutcome(equal, [decided({ kind: 'overrule', within: [id(1)] })]);
    expect([overruled.isUndecided, withinOf(overruled).length]).toEqual([false, 1]);
  });
});

test('the line says what is on it, how sure that is, and what one judge would change', () => {
  const table = [
    [6, 6, 9],
    [7, 7, 5],
    [3, 4, 3],
    [2, 2, 2],
  ];
  const ranked = rankRound(roundOfScores(scoredTable(table), { cut: { size: 1 }, decideBy: 'fair-mean' }));
  const [first] = cutOutcome(ranked, []).lines;
  expect(first?.onTheLine?.dependsOn).toHaveLength(1);
  expect(first?.onTheLine?.oneMoreJudge).toBeGreaterThan(0);
  expect(first?.onTheLine?.interval).toMatchObject({ from: 1 });
});

describe('whatever is scored', () => {
  const scores = fc.array(
    fc.array(fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }), { minLength: 3, maxLength: 3 }),
    { minLength: 2, maxLength: 6 },
  );
  const rule = fc.record(
    { size: fc.integer({ min: 1, max: 4 }), threshold: fc.double({ min: 1, max: 3, noNaN: true }) },
    { requiredKeys: ['size'] },
  );
  const wish = (count: number): fc.Arbitrary<CutWish> => {
    const some = fc.nat({ max: count - 1 }).map(id);
    return fc.oneof(
      fc.record({ kind: fc.constant('wildcard' as const), submissionId: some }),
      fc.record({
        ...{ kind: fc.constant('move' as const), submissionId: some },
        to: fc.constantFrom('within' as const, 'outside' as const),
      }),
      fc.record({ kind: fc.constant('overrule' as const), within: fc.uniqueArray(some) }),
    );
  };
  const history = scores.chain((table) =>
    fc.tuple(fc.constant(table), rule, fc.array(wish(table.length).map(decided), { maxLength: 4 })),
  );

  test('equals never part without a decision about one of them, and undoing restores', () => {
    fc.assert(
      fc.property(history, ([table, cut, decisions]) => {
        const ranked = rankRound(roundOfScores(scoredTable(table), { cut, draws: 50 }));
        const named = new Set(
          decisions.flatMap((each) => (each.kind === 'overrule' ? each.within : [each.submissionId])),
        );
        const isOverruled = decisions.some(({ kind }) => kind === 'overrule');
        const { lines } = cutOutcome(ranked, decisions);
        const loose = isOverruled ? [] : lines.filter(({ submissionId }) => !named.has(submissionId));
        for (const { rank, side } of loose.filter((line) => line.rank !== undefined)) {
          expect(loose.filter((line) => line.rank === rank).every((line) => line.side === side)).toBe(true);
        }
        for (let count = decisions.length; count > 0; count -= 1) {
          const undone = decisions.slice(0, count).slice(0, -1);
          expect(cutOutcome(ranked, undone)).toEqual(cutOutcome(ranked, decisions.slice(0, count - 1)));
        }
      }),
      effort(60, 2_000),
    );
  });
});
