import type { RoundId } from '../edition/edition.ts';
import type { PersonId } from '../person.ts';

/**
 * In an order of that judge's own, the same every time, and told by ids alone: it says nothing of scores, nor of who
 * judged what. Were it by number for all, every judge would begin with the first submission and be tired at the last,
 * and who stops halfway would always leave the same ones without a score.
 */
export function inOwnOrder<T extends { id: string }>(
  submissions: readonly T[],
  judge: PersonId,
  roundId: RoundId,
): T[] {
  const places = new Map(submissions.map(({ id }) => [id, scattered(`${judge}|${roundId}|${id}`)]));
  const placeOf = ({ id }: T) => places.get(id) ?? 0;
  return [...submissions].sort((a, b) => placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : 1));
}

/** 32 bits. FNV-1a, then the finishing of MurmurHash3 so that texts that differ in one letter end up far apart. */
function scattered(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
