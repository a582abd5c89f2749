import { Pacer, type PacerLimits } from './pacer.ts';

/** Node's timers can't wait longer than 24 days: look in between. */
const longestTimerMs = 3_600_000;

/** Leave to send one request. */
export interface Turn {
  end(): void;
}

/** The {@link Pacer} with a clock: asking gives a turn when it is time. */
export class Pacing {
  readonly #pacer: Pacer<Asker>;
  #timer: NodeJS.Timeout | undefined;
  readonly #waiting = new Set<Asker>();
  #stopped = false;

  constructor(limits: PacerLimits) {
    this.#pacer = new Pacer(limits);
  }

  /** @returns `undefined` when it was stopped before its turn came */
  async turn(conversation: string): Promise<Turn | undefined> {
    if (this.#stopped) return undefined;
    const { promise, resolve } = Promise.withResolvers<Turn | undefined>();
    const asker = { conversation, resolve };
    this.#waiting.add(asker);
    this.#pacer.ask(conversation, asker);
    this.#letGo();
    return promise;
  }

  pause(conversation: string, forMs: number): void {
    const now = performance.now();
    this.#pacer.pause(conversation, now + forMs, now);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    for (const asker of this.#waiting) asker.resolve(undefined);
    this.#waiting.clear();
  }

  #letGo(): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    const now = performance.now();
    const { granted, again } = this.#pacer.take(now);
    if (again < Infinity)
      this.#timer = setTimeout(() => this.#letGo(), Math.min(Math.ceil(again - now), longestTimerMs));
    for (const asker of granted) {
      this.#waiting.delete(asker);
      asker.resolve({ end: () => this.#end(asker.conversation) });
    }
  }

  #end(conversation: string): void {
    this.#pacer.end(conversation, performance.now());
    this.#letGo();
  }
}

interface Asker {
  conversation: string;
  resolve: (turn: Turn | undefined) => void;
}
