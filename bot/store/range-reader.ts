import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FeedReaderOptions } from './feed-reader.ts';
import { LeasedKeeper } from './leased-keeper.ts';
import { LonelyKeeper } from './lonely-keeper.ts';
import { Patience } from './patience.ts';
import type { FeedPage } from './port.ts';
import { tokenType, type TokenKeeper } from './token-keeper.ts';

interface RangeReaderOptions extends Omit<FeedReaderOptions, 'log'> {
  range: string;
  /** Told of each failure. */
  report: (error: unknown) => void;
}

/** So many looks in a row have to follow one that brought little, and bring little themselves. */
const littleLooks = 5;

/** A page that was handled, and may still have to settle. */
interface TakenPage {
  token: string;
  worthStoring: boolean;
  settled: boolean;
}

/** Reads one range of the feed, for a feed reader. */
export class RangeReader {
  readonly caughtUp: Promise<void>;
  readonly #tellCaughtUp: () => void;
  readonly #options: RangeReaderOptions;
  readonly #stop: AbortSignal;
  readonly #patience: Patience;
  readonly #keeper: TokenKeeper | undefined;
  #position: string | null = null;
  #settledUpTo: string | null = null;
  /** In order of the feed. Replaced when the reader is sent back, so that what belongs to the old run is known. */
  #taken: TakenPage[] = [];
  #nudges = 0;
  /** How many looks at the feed were begun. */
  #looks = 0;
  /** The first of the looks that each brought little, up to the last. */
  #littleSince: number | undefined;
  /** Who waits for a look at the end of the feed that began after `looks`. */
  #waiting: { looks: number; resolve: () => void }[] = [];

  constructor(options: RangeReaderOptions, stop: AbortSignal) {
    const first = Promise.withResolvers<undefined>();
    this.caughtUp = first.promise;
    this.#tellCaughtUp = () => first.resolve(undefined);
    this.#options = options;
    this.#stop = stop;
    this.#patience = new Patience(options.report, stop);
    this.#keeper = options.resume === 'stored' ? this.#newKeeper() : undefined;
  }

  async run(): Promise<void> {
    const unsubscribe = this.#options.store.onCommit(() => this.#nudge());
    while (!this.#stop.aborted) {
      const claimed = this.#keeper ? await this.#keeper.claim() : { token: null };
      if (claimed) await this.#readFrom(claimed.token);
    }
    unsubscribe();
    this.#tellUpToDate(Infinity);
    await this.#keeper?.stop();
  }

  upToDate(): Promise<void> {
    if (this.#stop.aborted) return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#waiting.push({ looks: this.#looks, resolve: () => resolve(undefined) });
    this.#nudge();
    return promise;
  }

  #newKeeper(): TokenKeeper {
    const { lease, ...about } = this.#options;
    if (!lease) return new LonelyKeeper(about, this.#patience);
    return new LeasedKeeper(about, lease, this.#stop, this.#tellCaughtUp);
  }

  /** Until it is stopped, or the range is no longer ours. */
  async #readFrom(token: string | null): Promise<void> {
    this.#taken = [];
    this.#position = this.#settledUpTo = token;
    this.#littleSince = undefined;
    while (!this.#stop.aborted && this.#isOurs()) {
      await this.#step().catch((error: unknown) => this.#patience.failed(error));
      await this.#patience.penance();
      // The embedded store answers without waiting: a long feed would keep everybody else from their turn.
      await nextTurn();
    }
  }

  #isOurs(): boolean {
    return this.#keeper?.held() ?? true;
  }

  #nudge(): void {
    this.#nudges += 1;
    this.#patience.wake();
  }

  async #step(): Promise<void> {
    const { store, range, pollMs = 1_000, pageSize = 100 } = this.#options;
    const [run, from, nudges] = [this.#taken, this.#position, this.#nudges];
    this.#looks += 1;
    const look = this.#looks;
    const page = await store.readFeed(range, from, pageSize);
    if (run !== this.#taken || !this.#isOurs()) return;
    const isEnd = page.changes.length === 0 && page.token === from;
    if (!isEnd) await this.#take(page, run);
    this.#noteEnd(look, isEnd, page.changes.length < pageSize / 10);
    if (isEnd && nudges === this.#nudges) await this.#patience.rest(pollMs);
  }

  /**
   * While others keep writing there is something new at each look: who gets little each time has all that was there
   * before. Once is not enough, for a page may be short for other reasons.
   */
  #noteEnd(look: number, isEnd: boolean, isLittle: boolean): void {
    this.#littleSince = isLittle ? (this.#littleSince ?? look) : undefined;
    const isNearEnd = this.#littleSince !== undefined && look - this.#littleSince >= littleLooks;
    if (isEnd || isNearEnd) this.#tellCaughtUp();
    if (isEnd) this.#tellUpToDate(look);
    else if (isNearEnd) this.#tellUpToDate(look - littleLooks);
  }

  #tellUpToDate(look: number): void {
    const told = this.#waiting.filter(({ looks }) => looks < look);
    if (told.length === 0) return;
    this.#waiting = this.#waiting.filter(({ looks }) => looks >= look);
    for (const { resolve } of told) resolve();
  }

  async #take(page: FeedPage, run: TakenPage[]): Promise<void> {
    // Storing a token changes the feed: if that were worth storing too, it would never end.
    const changes = page.changes.filter((change) => change.type !== tokenType);
    const settling = changes.length > 0 ? await this.#options.handle(changes) : undefined;
    const taken = { token: page.token, worthStoring: changes.length > 0, settled: false };
    run.push(taken);
    if (run === this.#taken) this.#position = page.token;
    const settled = () => this.#settle(taken, run);
    if (settling) settling.settled.then(settled, (error: unknown) => this.#sendBack(error, run));
    else settled();
  }

  #settle(page: TakenPage, run: TakenPage[]): void {
    page.settled = true;
    if (run !== this.#taken) return;
    while (run[0]?.settled) {
      const { token, worthStoring } = run[0];
      run.shift();
      this.#settledUpTo = token;
      if (worthStoring) this.#keeper?.offer(token);
      this.#patience.progressed();
    }
  }

  #sendBack(error: unknown, run: TakenPage[]): void {
    this.#patience.failed(error);
    if (run !== this.#taken) return;
    this.#taken = [];
    this.#position = this.#settledUpTo;
    this.#nudge();
  }
}
