import type { PacerLimits } from './pacer-limits.ts';
import { Pacer, type Place } from './pacer.ts';
import type { RequestKind } from './posts-first.ts';

/** Node's timers can't wait longer than 24 days: look in between. */
const longestTimerMs = 3_600_000;

/** Leave to send one request. */
export interface Turn {
  /** Whether it had to be waited for. */
  waited: boolean;
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
  async turn(place: Place, kind: RequestKind): Promise<Turn | undefined> {
    if (this.#stopped) return undefined;
    const { promise, resolve } = Promise.withResolvers<Turn | undefined>();
    const asker: Asker = { place, resolve, waited: false };
    this.#waiting.add(asker);
    this.#pacer.ask(place, kind, asker);
    this.#letGo();
    asker.waited = true;
    return promise;
  }

  pause(place: Place, forMs: number): void {
    const now = performance.now();
    this.#pacer.pause(place, now + forMs, now);
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
      asker.resolve({ waited: asker.waited, end: () => this.#end(asker.place) });
    }
  }

  #end(place: Place): void {
    this.#pacer.end(place, performance.now());
    this.#letGo();
  }
}

interface Asker {
  place: Place;
  waited: boolean;
  resolve: (turn: Turn | undefined) => void;
}
