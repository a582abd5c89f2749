import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { RoundExport } from './export-round.ts';

/**
 * As canonical JSON in pieces: keys in order, one way to write it. `verification` comes last and is over all before it,
 * so that another byte anywhere is seen.
 */
export function* exportJson(whole: RoundExport): Generator<string> {
  const hash = createHash('sha256');
  const told = (piece: string) => {
    hash.update(piece);
    return piece;
  };
  let opening = '{';
  for (const [key, value] of Object.entries(whole).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (value === undefined) continue;
    yield told(`${opening}${JSON.stringify(key)}:`);
    opening = ',';
    if (!Array.isArray(value)) {
      yield told(canonicalJson(value));
      continue;
    }
    for (const [index, item] of value.entries())
      yield told(`${index === 0 ? '[' : ','}${canonicalJson(item)}`);
    yield told(value.length === 0 ? '[]' : ']');
  }
  yield `,"verification":"${hash.digest('hex')}"}\n`;
}
