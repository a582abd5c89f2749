import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { atMost } from '../../../bot/use-cases/at-most.ts';

/** Runs that end when told to, and which of them have begun. */
function runs(count: number) {
  const begun: number[] = [];
  const each = Array.from({ length: count }, () => Promise.withResolvers<string>());
  const run = (index: number) => () => {
    begun.push(index);
    return each[index]?.promise ?? Promise.reject(new Error('no such run'));
  };
  return { begun, each, run };
}

test('so many run at once, and the rest in the order they came', async () => {
  const { begun, each, run } = runs(4);
  const inTurns = atMost(2);
  const results = each.map((_, index) => inTurns(run(index)));
  await turn();
  expect(begun).toEqual([0, 1]);
  each[1]?.resolve('b');
  await turn();
  expect(begun).toEqual([0, 1, 2]);
  for (const one of each) one.resolve('done');
  expect(await Promise.all(results)).toEqual(['done', 'b', 'done', 'done']);
  expect(begun).toEqual([0, 1, 2, 3]);
});

test('one that fails says so and makes room', async () => {
  const { begun, each, run } = runs(2);
  const inTurns = atMost(1);
  const [first, second] = [inTurns(run(0)), inTurns(run(1))];
  each[0]?.reject(new Error('broken'));
  await expect(first).rejects.toThrow('broken');
  each[1]?.resolve('whole');
  expect(await second).toBe('whole');
  expect(begun).toEqual([0, 1]);
  await expect(inTurns(() => Promise.resolve('free again'))).resolves.toBe('free again');
});
