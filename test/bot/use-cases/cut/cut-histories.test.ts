import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CutView } from '../../../../bot/use-cases/cut/cut-view.ts';
import { verifyLog } from '../../../../bot/use-cases/log/verify-log.ts';
import { effort } from '../../../runs.ts';
import type { Given, Step } from './cut-history.ts';
import { CutHistory, step } from './cut-history.ts';
import { openScored } from './cut-world.ts';

/** Whatever two people do to a cut, in whatever order, twice, at once, with scores that change and rounds that reopen. */

/** What is tried here is not the disk. */
const where = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

test('the log says what is kept, equals stay together, and what is fixed stays', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 20 }), async (steps) => {
      const world = await openScored(undefined, where);
      try {
        await walk(new CutHistory(world), steps);
        expect((await verifyLog(world.store)).faults).toEqual([]);
      } finally {
        await world.close();
      }
    }),
    effort(12, 400),
  );
}, 1_200_000);

async function walk(history: CutHistory, steps: readonly Step[]): Promise<void> {
  const given: Given[] = [];
  let before = await history.view();
  for (const each of steps) {
    const done = await take(history, each, before, given);
    const after = await history.view();
    expect(after.cut.revision).toBe(before.cut.revision + done);
    expect(await history.entries()).toBe(after.cut.revision);
    expectEqualsTogether(after);
    if (before.status === 'fixed' && each.kind !== 'reopen') expectAlike(after, before);
    before = after;
  }
}

/** @returns how many commands had an effect */
async function take(history: CutHistory, each: Step, before: CutView, given: Given[]): Promise<number> {
  const note = (one: Given) => given[given.push(one) - 1] ?? one;
  switch (each.kind) {
    case 'do':
      return count([await history.carryOut(note(history.give(each.wanted, before)))]);
    case 'at-once': {
      const both = each.wanted.map((wanted) => note(history.give(wanted, before)));
      const done = count(await Promise.all(both.map((one) => history.carryOut(one))));
      expect(done).toBeLessThan(2);
      return done;
    }
    case 'again':
      await again(history, before, given.at(-1));
      return 0;
    case 'there-and-back': {
      const there = await history.carryOut(history.give(each.wanted, before));
      if (there !== 'done') return 0;
      const undo = { by: each.wanted.by, act: { kind: 'undo' as const } };
      expect(await history.carryOut(history.give(undo, await history.view()))).toBe('done');
      const { cut, outcome } = await history.view();
      expect([cut.decisions, outcome]).toEqual([before.cut.decisions, before.outcome]);
      return 2;
    }
    case 'score':
      await history.score(each);
      return 0;
    case 'close':
      await history.close();
      return 0;
    case 'settle': {
      await history.close();
      const signed: string[] = [];
      for (const wanted of [
        { by: 'organiser', act: 'propose' },
        { by: 'chair', act: 'fix' },
      ] as const)
        signed.push(await history.carryOut(note(history.give(wanted, await history.view()))));
      return count(signed);
    }
    case 'reopen':
      await history.reopen();
      return 0;
    default:
      return each satisfies never;
  }
}

/** What had its effect says so again; what had none has none now unless nothing was done since. */
async function again(history: CutHistory, before: CutView, last: Given | undefined): Promise<void> {
  if (last === undefined) return;
  const wasDone = before.cut.keys.includes(last.command.key);
  const isOfNow = last.command.basedOn === before.cut.revision;
  if (!wasDone && isOfNow) return;
  expect(await history.carryOut(last)).toBe(wasDone ? 'done' : 'changed');
  expect((await history.view()).cut).toEqual(before.cut);
}

function count(outcomes: readonly string[]): number {
  return outcomes.filter((outcome) => outcome === 'done').length;
}

/** Of one rank all stand on one side, but for those about which somebody decided. */
function expectEqualsTogether({ outcome }: CutView): void {
  const sides = new Map<number | undefined, Set<string>>();
  for (const { rank, side, because } of outcome.lines) {
    if (because !== 'scores' && because !== 'tie') continue;
    sides.set(rank, (sides.get(rank) ?? new Set()).add(side));
  }
  expect([...sides].filter(([, each]) => each.size > 1)).toEqual([]);
}

function expectAlike(after: CutView, before: CutView): void {
  const { status, cut, ranking, outcome } = before;
  expect(after).toMatchObject({ status, cut, ranking, outcome });
}
