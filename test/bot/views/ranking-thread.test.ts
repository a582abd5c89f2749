import { afterEach, expect, test } from '@jest/globals';
import { rankRound } from '../../../bot/domain/ranking/rank-round.ts';
import { RankingInputError } from '../../../bot/domain/ranking/ranking-input-error.ts';
import { RankingThreadDiedError, createRankingThread } from '../../../bot/views/ranking-thread.ts';
import { chanceFrom } from '../../../bot/domain/ranking/chance.ts';
import { simulatedRound } from '../domain/ranking/simulated-round.ts';
import { roundOfScores } from '../domain/ranking/tables.ts';
import type { RankingThread } from '../../../bot/views/ranking-thread.ts';

let thread: RankingThread;
afterEach(() => thread.stop());

function roundOf(submissions: number) {
  const shape = { submissions, judges: 8, perSubmission: 5, submissionSd: 1, judgeSd: 1, residual: 1 };
  return roundOfScores(simulatedRound(chanceFrom(5), shape).scored, { cut: { size: 5 } });
}

const never = new AbortController().signal;

test('a thread gives to the last digit what the rules give, again and again', async () => {
  thread = createRankingThread();
  for (const submissions of [12, 30]) {
    const input = roundOf(submissions);
    expect(await thread.run(input, never)).toEqual(rankRound(input));
  }
});

test('what is cut off ends at once, and the next run has a thread of its own', async () => {
  thread = createRankingThread();
  await thread.run(roundOf(5), never);
  const cut = new AbortController();
  const long = thread.run(roundOf(20_000), cut.signal);
  setTimeout(() => cut.abort(new Error('overtaken')), 10);
  await expect(long).rejects.toThrow('overtaken');
  const input = roundOf(12);
  expect(await thread.run(input, never)).toEqual(rankRound(input));
  await expect(thread.run(input, cut.signal)).rejects.toThrow('overtaken');
});

test('a round that is none fails, and harms no other', async () => {
  thread = createRankingThread();
  const input = roundOf(12);
  await expect(thread.run({ ...input, seed: 0.5 }, never)).rejects.toMatchObject({
    message: new RankingInputError('seed-not-whole', '0.5').message,
  });
  expect(await thread.run(input, never)).toEqual(rankRound(input));
});

test('a thread that dies without a word is noticed', async () => {
  thread = createRankingThread(new URL('./dying-worker.ts', import.meta.url));
  await expect(thread.run(roundOf(5), never)).rejects.toBeInstanceOf(RankingThreadDiedError);
});

test('stopping ends what is under way', async () => {
  thread = createRankingThread();
  const long = thread.run(roundOf(20_000), never);
  const failed = expect(long).rejects.toBeInstanceOf(RankingThreadDiedError);
  await thread.stop();
  await failed;
});
