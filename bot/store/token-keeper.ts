import type { DocumentStore } from './port.ts';

/** Keeps how far a reader of the feed has come in one range. */
export interface TokenKeeper {
  /**
   * Resolves with where to go on once this reader may: at once when it is the only one.
   * @returns `undefined` when it was stopped before
   */
  claim(): Promise<{ token: string | null } | undefined>;
  /** Whether this reader may still go on. */
  held(): boolean;
  /** How far it is now; stored soon. */
  offer(token: string): void;
  /** Resolves when the last one is stored, and the range is free for others. */
  stop(): Promise<void>;
}

export interface TokenKeeperOptions {
  store: DocumentStore;
  /** Of the reader. */
  name: string;
  range: string;
  report: (error: unknown) => void;
}

export const tokenType = 'reader-token';
/** How long a token waits for the next one before it is stored. */
export const storeEveryMs = 1_000;

/** Where the tokens of a reader are. */
export function tokenPlace({ name, range }: Pick<TokenKeeperOptions, 'name' | 'range'>) {
  return { partition: `reader:${name}`, id: encodeURIComponent(range) };
}
