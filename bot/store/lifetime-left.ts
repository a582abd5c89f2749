import type { StoredDocument } from './port.ts';

/** For an operation that writes a document as another: what expires goes on expiring. */
export function lifetimeLeft({ secondsLeft }: Pick<StoredDocument, 'secondsLeft'>): { ttlSeconds?: number } {
  return secondsLeft === undefined ? {} : { ttlSeconds: secondsLeft };
}
