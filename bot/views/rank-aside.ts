import type { RankElsewhere } from '../use-cases/cut/cut-place.ts';
import type { RankingThread } from './ranking-thread.ts';

/** What takes longer is cut off as failed. In milliseconds. */
const mostRun = 600_000;

/** Ranks in a thread for who waits for the answer: one after the other. */
export function createRankAside(thread: Pick<RankingThread, 'run'>): RankElsewhere {
  let last: Promise<unknown> = Promise.resolve();
  return (input) => {
    const turn = last.then(() => thread.run(input, AbortSignal.timeout(mostRun)));
    last = turn.catch(() => undefined);
    return turn;
  };
}
