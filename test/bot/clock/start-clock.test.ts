import { expect, test } from '@jest/globals';
import { startClock } from '../../../bot/clock/start-clock.ts';
import { waitFor } from '../../wait-for.ts';

test('a chore that fails comes again, and keeps no other from being done', async () => {
  const failures: object[] = [];
  let done = 0;
  const clock = startClock({
    everyMs: 5,
    log: { error: (details) => failures.push(details) },
    chores: [
      { name: 'broken', run: () => Promise.reject(new Error('no')) },
      {
        name: 'sound',
        run: async () => {
          done += 1;
        },
      },
    ],
  });
  await waitFor('three rounds', () => done >= 3);
  await clock.stop();
  const after = done;
  expect(failures.length).toBeGreaterThanOrEqual(3);
  expect(failures[0]).toMatchObject({ chore: 'broken' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(done).toBe(after);
});
