import { Lease } from './lease.ts';
import {
  storeEveryMs,
  tokenPlace,
  tokenType,
  type TokenKeeper,
  type TokenKeeperOptions,
} from './token-keeper.ts';

export interface FeedLeaseOptions {
  /** This process: unique among all there ever were. */
  owner: string;
  /** How long a process may give no sign of life before another takes over; 20,000 unless told. */
  termMs?: number;
}

/** For one of several readers of the same name: who holds the lease of the range reads it, and no other. */
export class LeasedKeeper implements TokenKeeper {
  readonly #lease: Lease;
  readonly #onOthers: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    { store, name, range, report }: TokenKeeperOptions,
    { owner, termMs = 20_000 }: FeedLeaseOptions,
    stop: AbortSignal,
    onOthers: () => void,
  ) {
    const place = tokenPlace({ name, range });
    this.#lease = new Lease({ store, place, type: tokenType, owner, termMs, report, stop });
    this.#onOthers = onOthers;
  }

  async claim() {
    const claimed = await this.#lease.claim(this.#onOthers);
    return claimed && { token: claimed.token ?? null };
  }

  held(): boolean {
    return this.#lease.held();
  }

  offer(token: string): void {
    this.#lease.keep(token);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#lease.write();
    }, storeEveryMs);
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#lease.release();
  }
}
