import { Worker } from 'node:worker_threads';
import type { RankingInput } from '../domain/ranking/ranking-input.ts';
import type { RankingResult } from '../domain/ranking/ranking-result.ts';
import type { RunRanking } from './ranking-turns.ts';

/** The thread ended while it was ranking. */
export class RankingThreadDiedError extends Error {
  readonly code = 'ranking-thread-died';
}

export interface RankingThread {
  /** One at a time. Cut off, it ends the thread with all it was doing; the next run has a new one. */
  run: RunRanking;
  /** Resolves when the thread has ended. */
  stop(): Promise<void>;
}

/** What the thread runs; Node takes the TypeScript as it is. */
const usualFile = new URL('./ranking-worker.ts', import.meta.url);

/** Ranks rounds off the event loop, in a thread that is started when there is something to rank. */
export function createRankingThread(file = usualFile): RankingThread {
  let worker: Worker | undefined;
  const end = async () => {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  };
  const living = (): Worker => {
    if (worker !== undefined) return worker;
    const started = new Worker(file, { name: 'ranking' });
    const gone = () => {
      if (worker === started) worker = undefined;
    };
    // Between two runs nobody else listens, and an error without a listener would end the server.
    started.on('error', gone).on('exit', gone);
    return (worker = started);
  };
  return {
    run: async (input, cutOff) => {
      cutOff.throwIfAborted();
      try {
        return await answerOf(living(), input, cutOff);
      } catch (error) {
        await end();
        throw error;
      }
    },
    stop: end,
  };
}

function answerOf(worker: Worker, input: RankingInput, cutOff: AbortSignal): Promise<RankingResult> {
  const { promise, resolve, reject } = Promise.withResolvers<RankingResult>();
  const died = (code: number) =>
    reject(new RankingThreadDiedError(`the ranking thread ended with ${String(code)}`));
  const cut = () => reject(cutOff.reason);
  worker.once('message', resolve).once('error', reject).once('exit', died);
  cutOff.addEventListener('abort', cut);
  worker.postMessage(input);
  return promise.finally(() => {
    worker.off('message', resolve).off('error', reject).off('exit', died);
    cutOff.removeEventListener('abort', cut);
  });
}
