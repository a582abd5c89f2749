import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { retryDelay } from '../../../bot/delivery/retry-delay.ts';
import { effort } from '../../runs.ts';

const rule = { baseMs: 500, mostMs: 60_000 };

test.each([
  [1, 500],
  [2, 1_000],
  [5, 8_000],
  [8, 60_000],
  [5_000, 60_000],
])('after attempt %i it is at most %i ms', (attempt, most) => {
  expect(retryDelay(rule, attempt, 1)).toBe(most);
  expect(retryDelay(rule, attempt, 0)).toBe(0);
});

test('it never comes back before the other side allowed it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(),
      (attempt, chance, asked) => {
        const delay = retryDelay(rule, attempt, chance, asked);
        expect(delay).toBeGreaterThanOrEqual(asked);
        expect(delay).toBeLessThanOrEqual(asked + rule.mostMs);
      },
    ),
    effort(200, 5_000),
  );
});
