import { setTimeout as sleep } from 'node:timers/promises';

/** Something to do because time goes by. Doing it again, or by two servers at once, must do no harm. */
interface Chore {
  name: string;
  run(): Promise<void>;
}

export interface ClockOptions {
  chores: readonly Chore[];
  /** Between two rounds, in milliseconds; a minute unless told. */
  everyMs?: number;
  /** Fits pino. */
  log: { error(details: object, message: string): void };
}

export interface Clock {
  /** Resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/** Does every chore now and again, one after the other. One that fails is told of and comes again. */
export function startClock({ chores, everyMs = 60_000, log }: ClockOptions): Clock {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      for (const chore of chores) await attempt(chore, log);
      // Stopping ends the rest early, and then the loop.
      await sleep(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function attempt(chore: Chore, log: ClockOptions['log']): Promise<void> {
  try {
    await chore.run();
  } catch (error) {
    log.error({ err: error, chore: chore.name }, 'a chore failed and comes again');
  }
}
