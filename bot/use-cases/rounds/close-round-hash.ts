import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { FrozenSheets } from '../../domain/judging/round-turn.ts';

/** SHA-256, hex, over the canonical JSON of a value. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** Over the sheets that a freeze is of, in the order of their judges' ids. */
export function freezeHash({ salt }: Pick<FrozenSheets, 'salt'>, sheets: readonly unknown[]): string {
  return hashOf(salt === undefined ? sheets : { salt, sheets });
}
