import { setImmediate as nextTurn } from 'node:timers/promises';
import { inspect } from 'node:util';
import { LeasedKeeper, type FeedLeaseOptions } from './leased-keeper.ts';
import { LonelyKeeper } from './lonely-keeper.ts';
import { Patience } from './patience.ts';
import type { DocumentStore, FeedPage, StoredDocument } from './port.ts';
import { tokenType, type TokenKeeper } from './token-keeper.ts';

/** Work that goes on after a page was taken: the stored token waits for it, the reader does not. */
export interface Settling {
  settled: Promise<void>;
}

export interface FeedReaderOptions {
  store: DocumentStore;
  /** Unique among the readers of a store; part of a partition's name. */
  name: string;
  /** `stored`: goes on where it was, also after a restart. `beginning`: replays everything at each start. */
  resume: 'stored' | 'beginning';
  /** Takes changes in the feed's order, at least once each. While it throws it gets the same page again. */
  handle: (changes: StoredDocument[]) => Promise<void> | Promise<Settling | undefined>;
  /** How long it rests when there is nothing new, unless the store hints before; 1,000 unless told. */
  pollMs?: number;
  /** At most so many documents a page; 100 unless told. */
  pageSize?: number;
  /**
   * For a reader with `resume: 'stored'` that runs in several processes: each range is read by one of them, and by
   * another when that one has died.
   */
  lease?: FeedLeaseOptions;
  /** Told of each failure. Fits pino. */
  log?: { error(details: object, message: string): void };
}

export interface FeedReader {
  /** Resolves when the handler has ended and the token is stored; it does not wait for what is still settling. */
  stop(): Promise<void>;
  /**
   * Resolves when every range was handled up to where, for the first time, there was nothing new; a range that
   * another process reads does not count.
   */
  caughtUp(): Promise<void>;
}

/** The reader was stopped before it had caught up. */
export class FeedReaderStoppedError extends Error {
  readonly code = 'feed-reader-stopped';
  constructor(name: string) {
    super(`feed reader ${name} was stopped before it had caught up`);
  }
}

/**
 * Reads all of the store's feed, page by page, each range on its own, and hands it to `handle`. Nothing is ever
 * skipped: a page that fails is tried again after a growing delay. With `resume: 'stored'` the token is kept in
 * the store itself, at most once a second and at `stop`, over the leading pages that are handled and settled; so
 * after a crash the last pages come again. A page whose `settled` rejects, and all after it, come again as well.
 */
export function startFeedReader(options: FeedReaderOptions): FeedReader {
  const stopping = new AbortController();
  const first = Promise.withResolvers<undefined>();
  // Whoever asks gets the rejection; when nobody asked there is nobody to tell.
  first.promise.catch(() => undefined);
  const done = readAllRanges(options, stopping.signal, () => first.resolve(undefined));
  return {
    caughtUp: () => first.promise,
    stop: async () => {
      stopping.abort();
      await done;
      first.reject(new FeedReaderStoppedError(options.name));
    },
  };
}

async function readAllRanges(options: FeedReaderOptions, stop: AbortSignal, caughtUp: () => void) {
  const ranges = await new Patience((error) => report(options, error), stop).untilDone(() =>
    options.store.feedRanges(),
  );
  const readers = (ranges ?? []).map((range) => new RangeReader(options, range, stop));
  if (readers.length > 0) void Promise.all(readers.map((reader) => reader.caughtUp)).then(caughtUp);
  await Promise.all(readers.map((reader) => reader.run()));
}

/** A page that was handled, and may still have to settle. */
interface TakenPage {
  token: string;
  worthStoring: boolean;
  settled: boolean;
}

class RangeReader {
  readonly caughtUp: Promise<void>;
  readonly #tellCaughtUp: () => void;
  readonly #options: FeedReaderOptions;
  readonly #range: string;
  readonly #stop: AbortSignal;
  readonly #patience: Patience;
  readonly #keeper: TokenKeeper | undefined;
  #position: string | null = null;
  #settledUpTo: string | null = null;
  /** In order of the feed. Replaced when the reader is sent back, so that what belongs to the old run is known. */
  #taken: TakenPage[] = [];
  #nudges = 0;

  constructor(options: FeedReaderOptions, range: string, stop: AbortSignal) {
    const first = Promise.withResolvers<undefined>();
    this.caughtUp = first.promise;
    this.#tellCaughtUp = () => first.resolve(undefined);
    this.#options = options;
    this.#range = range;
    this.#stop = stop;
    this.#patience = new Patience((error) => report(options, error), stop);
    this.#keeper = options.resume === 'stored' ? this.#newKeeper() : undefined;
  }

  async run(): Promise<void> {
    const unsubscribe = this.#options.store.onCommit(() => this.#nudge());
    while (!this.#stop.aborted) {
      const claimed = this.#keeper ? await this.#keeper.claim() : { token: null };
      if (claimed) await this.#readFrom(claimed.token);
    }
    unsubscribe();
    await this.#keeper?.stop();
  }

  #newKeeper(): TokenKeeper {
    const { store, name, lease } = this.#options;
    const about = {
      store,
      name,
      range: this.#range,
      report: (error: unknown) => report(this.#options, error),
    };
    if (!lease) return new LonelyKeeper(about, this.#patience);
    return new LeasedKeeper(about, lease, this.#stop, this.#tellCaughtUp);
  }

  /** Until it is stopped, or the range is no longer ours. */
  async #readFrom(token: string | null): Promise<void> {
    this.#taken = [];
    this.#position = this.#settledUpTo = token;
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
    const { store, pollMs = 1_000, pageSize = 100 } = this.#options;
    const [run, from, nudges] = [this.#taken, this.#position, this.#nudges];
    const page = await store.readFeed(this.#range, from, pageSize);
    if (run !== this.#taken || !this.#isOurs()) return;
    if (page.changes.length > 0 || page.token !== from) return this.#take(page, run);
    this.#tellCaughtUp();
    if (nudges === this.#nudges) await this.#patience.rest(pollMs);
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

function report({ name, log }: FeedReaderOptions, error: unknown): void {
  if (log) log.error({ err: error, reader: name }, 'feed reader failed and tries again');
  else process.emitWarning(inspect(error));
}
