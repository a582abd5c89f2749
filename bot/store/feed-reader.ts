import { inspect } from 'node:util';
import type { FeedLeaseOptions } from './leased-keeper.ts';
import { Patience } from './patience.ts';
import type { DocumentStore, StoredDocument } from './port.ts';
import { RangeReader } from './range-reader.ts';

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
   * Resolves when every range was handled up to where, for the first time, there was nothing new, or only what others
   * are writing just now; a range that another process reads does not count.
   */
  caughtUp(): Promise<void>;
  /**
   * Resolves when everything was handled that the feed had when this was asked, whoever wrote it; or when it is stopped.
   * A range that another process reads is never up to date here.
   */
  upToDate(): Promise<void>;
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
  const ranges = openRanges(options, stopping.signal);
  const done = readAllRanges(ranges, () => first.resolve(undefined));
  return {
    caughtUp: () => first.promise,
    upToDate: async () => {
      await Promise.all((await ranges).map((reader) => reader.upToDate()));
    },
    stop: async () => {
      stopping.abort();
      await done;
      first.reject(new FeedReaderStoppedError(options.name));
    },
  };
}

/** @returns none when it was stopped before */
async function openRanges(options: FeedReaderOptions, stop: AbortSignal): Promise<RangeReader[]> {
  const report = reportTo(options);
  const ranges = await new Patience(report, stop).untilDone(() => options.store.feedRanges());
  return (ranges ?? []).map((range) => new RangeReader({ ...options, range, report }, stop));
}

async function readAllRanges(ranges: Promise<RangeReader[]>, caughtUp: () => void): Promise<void> {
  const readers = await ranges;
  if (readers.length > 0) void Promise.all(readers.map((reader) => reader.caughtUp)).then(caughtUp);
  await Promise.all(readers.map((reader) => reader.run()));
}

function reportTo({ name, log }: FeedReaderOptions): (error: unknown) => void {
  return (error) => {
    if (log) log.error({ err: error, reader: name }, 'feed reader failed and tries again');
    else process.emitWarning(inspect(error));
  };
}
