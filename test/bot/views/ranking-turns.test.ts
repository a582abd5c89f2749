import { afterEach, describe, expect, test } from '@jest/globals';
import type { RankingInput } from '../../../bot/domain/ranking/ranking-input.ts';
import type { RankingResult } from '../../../bot/domain/ranking/ranking-result.ts';
import type { RankingTimings, RankingTurns, RunRanking } from '../../../bot/views/ranking-turns.ts';
import { createRankingTurns } from '../../../bot/views/ranking-turns.ts';
import { roundOfScores } from '../domain/ranking/tables.ts';
import { waitFor } from '../../wait-for.ts';

const opened: RankingTurns[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((turns) => turns.stop()));
});

interface Run {
  input: RankingInput;
  cutOff: AbortSignal;
  finish(): void;
  fail(error: Error): void;
}

/** Turns whose runs end when the test says so. */
function openTurns(timings: Partial<RankingTimings> = {}) {
  const runs: Run[] = [];
  const logged: object[] = [];
  const run: RunRanking = (input, cutOff) => {
    const { promise, resolve, reject } = Promise.withResolvers<RankingResult>();
    const result: RankingResult = {
      ...{ outcome: { kind: 'nothing-scored' }, decidedBy: 'nothing', lines: [], judges: [] },
      ...{ sheets: input.seed, remarkable: [] },
    };
    cutOff.addEventListener('abort', () => reject(cutOff.reason));
    runs.push({ input, cutOff, finish: () => resolve(result), fail: reject });
    return promise;
  };
  const turns = createRankingTurns({
    run,
    log: { error: (details) => logged.push(details) },
    timings: { settle: 1, restsFor: 0, firstRetry: 1, mostRetry: 4, ...timings },
  });
  opened.push(turns);
  return { turns, runs, logged };
}

/** Asks for a turn; the seed tells which scores it was ranked from. */
function wanter(turns: RankingTurns) {
  const done: string[] = [];
  const latest = new Map<string, number>();
  return {
    done,
    want: (key: string, seed: number) => {
      latest.set(key, seed);
      turns.want(key, () => {
        const input = roundOfScores([], {}, { seed: latest.get(key) ?? 0 });
        return { input, done: ({ sheets }) => done.push(`${key} ${String(sheets)}`) };
      });
    },
  };
}

const runNumber = async (runs: readonly Run[], number: number): Promise<Run> =>
  waitFor(`run ${String(number)}`, () => runs[number - 1] ?? false);

describe('ranking in turns', () => {
  test('waits for the beginning, and takes what was asked until then as one', async () => {
    const { turns, runs } = openTurns();
    const { want, done } = wanter(turns);
    for (let seed = 1; seed <= 1000; seed += 1) want('direct', seed);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(runs).toHaveLength(0);
    turns.begin();
    (await runNumber(runs, 1)).finish();
    await waitFor('the result', () => done.length === 1);
    expect(done).toEqual(['direct 1000']);
  });

  test('one at a time, the longest waiting first', async () => {
    const { turns, runs } = openTurns();
    const { want, done } = wanter(turns);
    turns.begin();
    want('a', 1);
    const first = await runNumber(runs, 1);
    want('b', 2);
    want('c', 3);
    want('b', 4);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(runs).toHaveLength(1);
    first.finish();
    (await runNumber(runs, 2)).finish();
    (await runNumber(runs, 3)).finish();
    await waitFor('all results', () => done.length === 3);
    expect(done).toEqual(['a 1', 'b 4', 'c 3']);
  });

  test('newer scores cut off what is under way, but not twice: every second run ends', async () => {
    const { turns, runs } = openTurns({ worthCutting: 0 });
    const { want, done } = wanter(turns);
    turns.begin();
    want('direct', 1);
    const first = await runNumber(runs, 1);
    want('direct', 2);
    expect(first.cutOff.aborted).toBe(true);
    const second = await runNumber(runs, 2);
    want('direct', 3);
    expect(second.cutOff.aborted).toBe(false);
    second.finish();
    (await runNumber(runs, 3)).finish();
    await waitFor('the newest', () => done.includes('direct 3'));
    expect(done).toEqual(['direct 2', 'direct 3']);
  });

  test('what is likely to be ready soon is left to end', async () => {
    const { turns, runs } = openTurns();
    const { want, done } = wanter(turns);
    turns.begin();
    want('direct', 1);
    const first = await runNumber(runs, 1);
    want('direct', 2);
    expect(first.cutOff.aborted).toBe(false);
    first.finish();
    (await runNumber(runs, 2)).finish();
    await waitFor('both', () => done.length === 2);
  });

  test('a failure is told, and tried again with the newest scores', async () => {
    const { turns, runs, logged } = openTurns();
    const { want, done } = wanter(turns);
    turns.begin();
    want('direct', 1);
    for (let failed = 1; failed <= 3; failed += 1) {
      (await runNumber(runs, failed)).fail(new Error('out of memory'));
    }
    const fourth = await runNumber(runs, 4);
    expect(logged.map((each) => 'failures' in each && each.failures)).toEqual([1, 2, 3]);
    fourth.finish();
    await waitFor('the result', () => done.length === 1);
  });

  test('a failure of one keeps no other waiting', async () => {
    const { turns, runs } = openTurns({ firstRetry: 600_000, mostRetry: 600_000 });
    const { want, done } = wanter(turns);
    turns.begin();
    want('a', 1);
    (await runNumber(runs, 1)).fail(new Error('no'));
    want('b', 2);
    (await runNumber(runs, 2)).finish();
    await waitFor('the other', () => done.length === 1);
    expect(done).toEqual(['b 2']);
  });

  test('a large round rests in proportion to what it took', async () => {
    const { turns, runs } = openTurns({ restsFor: 10, worthCutting: Infinity });
    const { want } = wanter(turns);
    turns.begin();
    want('direct', 1);
    const first = await runNumber(runs, 1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    want('direct', 2);
    const ended = performance.now();
    first.finish();
    await runNumber(runs, 2);
    expect(performance.now() - ended).toBeGreaterThanOrEqual(190);
  });

  test('what takes for ever is a failure', async () => {
    const { turns, runs, logged } = openTurns({ mostRun: 10 });
    const { want, done } = wanter(turns);
    turns.begin();
    want('direct', 1);
    await waitFor('the log', () => logged.length > 0);
    await runNumber(runs, 2);
    // On a slow machine that one may take too long as well.
    await waitFor('the result', () => {
      runs.at(-1)?.finish();
      return done.length >= 1;
    });
  });

  test('stopping cuts off what is under way, tells nothing and begins nothing', async () => {
    const { turns, runs, logged } = openTurns();
    const { want, done } = wanter(turns);
    turns.begin();
    want('a', 1);
    const first = await runNumber(runs, 1);
    want('b', 2);
    await turns.stop();
    expect(first.cutOff.aborted).toBe(true);
    want('c', 3);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([runs.length, done, logged]).toEqual([1, [], []]);
  });
});
