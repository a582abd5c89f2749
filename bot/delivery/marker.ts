import { createHash } from 'node:crypto';

/**
 * What a message carries so that it can be recognised in Teams, and what the log calls it: the same for every
 * attempt, different for every message, and it tells nothing of whom the message is for.
 */
export function markerOf(partition: string, name: string): string {
  const hash = createHash('sha256').update(`${partition}/${name}`).digest();
  return `m-${hash.subarray(0, 16).toString('base64url')}`;
}
