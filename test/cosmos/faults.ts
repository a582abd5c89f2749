import type { WireKind } from './wire-request.ts';

/** What goes wrong with a request. `…-before`: it was not done. `…-after`: it was done, and nobody hears of it. */
export type FaultKind =
  | { status: number; subStatus?: number; retryAfterMs?: number }
  | 'cut-before'
  | 'cut-after'
  | 'hang-before'
  | 'hang-after';

export interface Fault {
  /** Any request for a document when absent. */
  on?: readonly WireKind[];
  how: FaultKind;
  /** So often; once unless told. */
  times?: number;
  /** Goes past so many first. */
  after?: number;
}

const documentKinds: readonly WireKind[] = ['read', 'create', 'replace', 'delete', 'batch', 'query', 'feed'];

/** Faults on demand, in the order they were asked for. */
export class Faults {
  #waiting: Required<Fault>[] = [];

  add(...faults: Fault[]): void {
    this.#waiting.push(
      ...faults.map(({ on = documentKinds, how, times = 1, after = 0 }) => ({ on, how, times, after })),
    );
  }

  clear(): void {
    this.#waiting = [];
  }

  /** Whether all that was asked for has happened. */
  used(): boolean {
    return this.#waiting.length === 0;
  }

  /** What is to go wrong with this request. */
  take(kind: WireKind): FaultKind | undefined {
    const fault = this.#waiting.find(({ on }) => on.includes(kind));
    if (!fault) return undefined;
    if (fault.after > 0) {
      fault.after -= 1;
      return undefined;
    }
    fault.times -= 1;
    if (fault.times <= 0) this.#waiting = this.#waiting.filter((each) => each !== fault);
    return fault.how;
  }
}
