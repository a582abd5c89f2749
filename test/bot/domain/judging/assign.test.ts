import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AssignResult } from '../../../../bot/domain/judging/assign.ts';
import { assignJudges } from '../../../../bot/domain/judging/assign.ts';
import type { Pair } from '../../../../bot/domain/judging/spread-cases.ts';
import { spreadCases } from '../../../../bot/domain/judging/spread-cases.ts';
import { effort } from '../../../runs.ts';

const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(4, '0')}`);
const key = (judge: string, submission: string) => `${judge}|${submission}`;
const pairsOf = ({ cases }: AssignResult) =>
  [...cases].flatMap(([submission, judges]) => judges.map((judge) => key(judge, submission)));
const spreadOf = ({ loads }: AssignResult) => Math.max(...loads.values()) - Math.min(...loads.values());

/** Told apart from the code under test: walks from one judge over shared submissions. */
function isLinked({ cases, loads }: AssignResult, judges: readonly string[]): boolean {
  const reached = new Set([...loads.keys()].filter((judge) => judges.includes(judge)).slice(0, 1));
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const list of cases.values())
      if (list.some((judge) => reached.has(judge))) for (const judge of list) reached.add(judge);
  }
  return judges.every((judge) => reached.has(judge));
}

const sizes = fc.record({
  judges: fc.integer({ min: 1, max: 12 }),
  submissions: fc.integer({ min: 1, max: 16 }),
  perSubmission: fc.integer({ min: 1, max: 5 }),
  seed: fc.integer({ min: 0, max: 1_000_000 }),
});

describe('without conflicts', () => {
  test('every submission has its judges, loads differ by one at most, and all are linked whenever that can be', () => {
    fc.assert(
      fc.property(sizes, ({ judges, submissions, perSubmission, seed }) => {
        const people = names('j', judges);
        const result = assignJudges({
          ...{ judges: people, submissions: names('s', submissions), perSubmission, seed },
          may: () => true,
        });
        const each = Math.min(perSubmission, judges);
        expect([...result.cases.values()].map((list) => new Set(list).size)).toEqual(
          new Array(submissions).fill(each),
        );
        expect(spreadOf(result)).toBeLessThanOrEqual(1);
        expect(result.short.length).toBe(each < perSubmission ? submissions : 0);
        const can = submissions * each >= submissions + judges - 1;
        expect(result.connection).toBe(can ? 'connected' : 'too-few-pairs');
        expect(isLinked(result, people)).toBe(can);
      }),
      effort(300, 10_000),
    );
  });

  test('again with nothing changed changes nothing, in whatever order it is asked', () => {
    fc.assert(
      fc.property(sizes, fc.integer(), ({ judges, submissions, ...rest }, seed) => {
        const asked = { judges: names('j', judges), submissions: names('s', submissions), may: () => true };
        const first = assignJudges({ ...asked, ...rest });
        const turned = {
          ...asked,
          judges: asked.judges.toReversed(),
          submissions: asked.submissions.toReversed(),
        };
        expect(assignJudges({ ...turned, ...rest })).toEqual(first);
        const again = assignJudges({ ...asked, ...rest, before: first.cases, seed: Math.abs(seed) });
        expect(pairsOf(again)).toEqual(pairsOf(first));
      }),
      effort(150, 5_000),
    );
  });

  test('a jury of 12 from which two drop out gives only their cases to others', () => {
    const people = names('j', 12);
    const asked = { submissions: names('s', 40), perSubmission: 3, may: () => true, seed: 7 };
    const first = assignJudges({ ...asked, judges: people });
    const left = people.slice(2);
    const second = assignJudges({ ...asked, judges: left, before: first.cases });
    const stayed = pairsOf(first).filter((pair) => left.some((judge) => pair.startsWith(judge)));
    expect(stayed.filter((pair) => !pairsOf(second).includes(pair))).toEqual([]);
    expect([spreadOf(second), second.connection]).toEqual([0, 'connected']);
  });

  test('a large round is quick', () => {
    const began = performance.now();
    const result = assignJudges({
      ...{ judges: names('j', 150), submissions: names('s', 100), perSubmission: 7, seed: 1 },
      may: () => true,
    });
    expect([spreadOf(result), result.connection]).toEqual([1, 'connected']);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

const matrices = fc.record({
  judges: fc.integer({ min: 1, max: 8 }),
  submissions: fc.integer({ min: 1, max: 10 }),
  perSubmission: fc.integer({ min: 1, max: 4 }),
  seed: fc.integer({ min: 0, max: 1_000_000 }),
  barred: fc.array(fc.nat({ max: 79 }), { maxLength: 40 }),
  begun: fc.array(fc.nat({ max: 79 }), { maxLength: 6 }),
});

test('with conflicts nobody judges what they may not, who has begun stays, and it says truly whether all are linked', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(matrices, ({ judges, submissions, perSubmission, seed, barred, begun }) => {
      const [people, entered] = [names('j', judges), names('s', submissions)];
      const cell = (judge: string, submission: string) =>
        people.indexOf(judge) * 10 + entered.indexOf(submission);
      const may = (judge: string, submission: string) => !barred.includes(cell(judge, submission));
      const hasBegun = (judge: string, submission: string) => begun.includes(cell(judge, submission));
      const result = assignJudges({
        judges: people,
        submissions: entered,
        perSubmission,
        seed,
        may,
        hasBegun,
      });
      seen.add(result.connection);
      for (const [submission, list] of result.cases) {
        const able = people.filter((judge) => may(judge, submission));
        const held = able.filter((judge) => hasBegun(judge, submission));
        expect(list.every((judge) => may(judge, submission))).toBe(true);
        expect(list).toEqual(expect.arrayContaining(held));
        expect(list).toHaveLength(Math.max(held.length, Math.min(perSubmission, able.length)));
      }
      const able = people.filter((judge) => entered.some((submission) => may(judge, submission)));
      expect(isLinked(result, able)).toBe(result.connection === 'connected');
      const count = pairsOf(result).length;
      if (result.connection === 'too-few-pairs') expect(count).toBeLessThan(able.length + entered.length - 1);
    }),
    effort(300, 10_000),
  );
  expect([...seen]).toEqual(expect.arrayContaining(['connected', 'too-few-pairs']));
});

test('two halves that may not judge each other’s cases can not be linked, and it says so', () => {
  const half = (name: string) => Number(name.slice(1)) % 2;
  const result = assignJudges({
    ...{ judges: names('j', 4), submissions: names('s', 6), perSubmission: 2, seed: 1 },
    may: (judge, submission) => half(judge) === half(submission),
  });
  expect(result.connection).toBe('kept-apart');
});

test('the spread is the best there is: most pairs, then even loads, then fewest changes', () => {
  const tiny = fc.record({
    allowed: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    before: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    perSubmission: fc.integer({ min: 1, max: 3 }),
    seed: fc.nat({ max: 1_000 }),
  });
  fc.assert(
    fc.property(tiny, ({ allowed, before, perSubmission, seed }) => {
      const [judges, submissions] = [4, 3];
      const ask = (table: boolean[]) => (judge: number, submission: number) =>
        table[submission * judges + judge] ?? false;
      const worth = (pairs: readonly Pair[]) => {
        const loads = Array.from(
          { length: judges },
          (_, judge) => pairs.filter((pair) => pair.judge === judge).length,
        );
        const changes = pairs.filter((pair) => !ask(before)(pair.judge, pair.submission)).length;
        return [-pairs.length, loads.reduce((sum, load) => sum + load * load, 0), changes];
      };
      const options = Array.from({ length: submissions }, (_, submission) =>
        subsetsOf(judges)
          .filter(
            (set) => set.length <= perSubmission && set.every((judge) => ask(allowed)(judge, submission)),
          )
          .map((set) => set.map((judge) => ({ judge, submission }))),
      );
      const [one = [], two = [], three = []] = options;
      const all = one.flatMap((a) => two.flatMap((b) => three.map((c) => worth([...a, ...b, ...c]))));
      const best = all.reduce((least, each) => (compare(each, least) < 0 ? each : least));
      const found = spreadCases({
        ...{ judges, submissions, perSubmission, seed },
        may: ask(allowed),
        was: ask(before),
        holds: () => false,
      });
      expect(worth(found)).toEqual(best);
    }),
    effort(100, 2_000),
  );
});

function subsetsOf(count: number): number[][] {
  return Array.from({ length: 2 ** count }, (_, bits) =>
    Array.from({ length: count }, (_one, place) => place).filter((place) => (bits >> place) % 2 === 1),
  );
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (const [index, value] of one.entries()) {
    const difference = value - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
