import type { StoredDocument } from './port.ts';

/**
 * For an operation that writes a document as another: what expires goes on expiring.
 * @param now in ms since 1970
 */
export function lifetimeLeft(
  { expiresAt }: Pick<StoredDocument, 'expiresAt'>,
  now = Date.now(),
): { ttlSeconds?: number } {
  if (expiresAt === undefined) return {};
  return { ttlSeconds: Math.max(1, Math.ceil((expiresAt - now) / 1_000)) };
}
