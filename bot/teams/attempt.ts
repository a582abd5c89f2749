import type { Answering } from './answer-event.ts';

export type Attempt<T> = { kind: 'done'; value: T } | { kind: 'failed' } | { kind: 'late' };

/** Does the work of a handler for as long as Teams waits. Never rejects; what fails, in time or not, is logged. */
export async function attempt<T>(
  work: () => Promise<T>,
  turn: string,
  { answerWithinMs, log }: Pick<Answering, 'answerWithinMs' | 'log'>,
): Promise<Attempt<T>> {
  const done = async (): Promise<Attempt<T>> => {
    try {
      return { kind: 'done', value: await work() };
    } catch (error) {
      log.error({ turn, err: error }, 'a handler failed');
      return { kind: 'failed' };
    }
  };
  const late = Promise.withResolvers<Attempt<T>>();
  const timer = setTimeout(() => late.resolve({ kind: 'late' }), answerWithinMs);
  try {
    return await Promise.race([done(), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
