import { z } from 'zod';
import type { Patience } from './patience.ts';
import {
  storeEveryMs,
  tokenPlace,
  tokenType,
  type TokenKeeper,
  type TokenKeeperOptions,
} from './token-keeper.ts';

const tokenBody = z.object({ token: z.string().optional() });

/** For the only reader of its name: nobody else writes the token. */
export class LonelyKeeper implements TokenKeeper {
  readonly #options: TokenKeeperOptions;
  readonly #patience: Patience;
  #offered: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(options: TokenKeeperOptions, patience: Patience) {
    this.#options = options;
    this.#patience = patience;
  }

  async claim() {
    return this.#patience.untilDone(async () => {
      const { partition, id } = tokenPlace(this.#options);
      const document = await this.#options.store.read(partition, id);
      return { token: (document && tokenBody.parse(document.body).token) ?? null };
    });
  }

  held(): boolean {
    return true;
  }

  offer(token: string): void {
    if (this.#stopped) return;
    this.#offered = token;
    this.#timer ??= setTimeout(() => this.#write(), storeEveryMs);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#write();
    await this.#writing;
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(async () => {
      const token = this.#offered;
      if (token === undefined) return;
      this.#offered = undefined;
      await this.#store(token).catch((error: unknown) => {
        this.#options.report(error);
        this.offer(this.#offered ?? token);
      });
    });
  }

  async #store(token: string): Promise<void> {
    const { store } = this.#options;
    const { partition, id } = tokenPlace(this.#options);
    const current = await store.read(partition, id);
    const written = { id, type: tokenType, body: { token } };
    await store.commit(partition, [
      current ? { kind: 'replace', ...written, etag: current.etag } : { kind: 'create', ...written },
    ]);
  }
}
