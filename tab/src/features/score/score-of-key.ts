import type { Judging } from '../../../../bot/http/contract/judging.ts';
import type { Score } from './desk/content.ts';

/** What a key chooses in a row of scores: its digit, and n for "cannot be assessed" (0 too, unless 0 is a score). */
export function scoreOfKey(
  key: string,
  { lowest, highest }: Pick<Judging['round']['scale'], 'lowest' | 'highest'>,
): Score | undefined {
  if (key.toLowerCase() === 'n') return 'not-assessable';
  if (!/^\d$/.test(key)) return undefined;
  const digit = Number(key);
  if (digit >= lowest && digit <= highest) return digit;
  return digit === 0 ? 'not-assessable' : undefined;
}
