const firstDelayMs = 100;
const longestDelayMs = 30_000;

/** Rests that end early when the reader stops, and that grow with each failure in a row. */
export class Patience {
  readonly #report: (error: unknown) => void;
  readonly #stop: AbortSignal;
  #failures = 0;
  #penanceMs = 0;
  #wake: (() => void) | undefined;

  /** @param report told of each failure */
  constructor(report: (error: unknown) => void, stop: AbortSignal) {
    this.#report = report;
    this.#stop = stop;
    stop.addEventListener('abort', () => this.wake());
  }

  wake(): void {
    this.#wake?.();
  }

  async rest(ms: number): Promise<void> {
    if (this.#stop.aborted) return;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#wake = () => resolve(undefined);
    const timer = setTimeout(this.#wake, ms);
    await promise;
    clearTimeout(timer);
  }

  progressed(): void {
    this.#failures = 0;
  }

  failed(error: unknown): void {
    this.#penanceMs = Math.min(firstDelayMs * 2 ** this.#failures, longestDelayMs);
    this.#failures += 1;
    this.#report(error);
  }

  /** The rest that the last failure earned, once; a hint of news does not shorten it. */
  async penance(): Promise<void> {
    const until = Date.now() + this.#penanceMs;
    this.#penanceMs = 0;
    while (!this.#stop.aborted && Date.now() < until) await this.rest(until - Date.now());
  }

  /** @returns `undefined` when it was stopped before */
  async untilDone<T>(action: () => Promise<T>): Promise<T | undefined> {
    while (!this.#stop.aborted) {
      try {
        const result = await action();
        this.progressed();
        return result;
      } catch (error) {
        this.failed(error);
        await this.penance();
      }
    }
    return undefined;
  }
}
