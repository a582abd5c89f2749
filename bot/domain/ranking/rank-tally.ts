import { rankAt } from './numbers.ts';

/** How often each rank was drawn. */
export interface RankTally {
  draws: number;
  /** How many different ranks there are: what lies beyond in the arrays is not of this tally. */
  size: number;
  /** Those that were drawn, lowest first. */
  ranks: Uint32Array;
  /** Per one of these, how many draws gave it or a lower one. */
  upTo: Uint32Array;
}

/** Ranks spread wider than this many times their number are quicker sorted than counted. */
const widelySpread = 8;

/**
 * Tallies drawn ranks, one submission after the other: each tally is written over the one before.
 * @param submissions the highest rank there can be
 */
export function tallierOf(submissions: number): (drawn: Uint32Array) => RankTally {
  const ranks = new Uint32Array(submissions);
  const upTo = new Uint32Array(submissions);
  // All at 0 between two tallies.
  const counts = new Uint32Array(submissions + 1);
  return (drawn) => {
    const { lowest, highest } = endsOf(drawn);
    const size =
      highest - lowest > widelySpread * drawn.length
        ? bySorting(drawn, ranks, upTo)
        : byCounting(drawn, { lowest, highest, counts, ranks, upTo });
    return { draws: drawn.length, size, ranks, upTo };
  };
}

/** In how many draws the rank was at most this one. */
export function upToRank({ size, ranks, upTo }: RankTally, rank: number): number {
  let count = 0;
  for (let entry = 0; entry < size && rankAt(ranks, entry) <= rank; entry += 1) count = rankAt(upTo, entry);
  return count;
}

function endsOf(drawn: Uint32Array): { lowest: number; highest: number } {
  let lowest = rankAt(drawn, 0);
  let highest = lowest;
  for (let draw = 1; draw < drawn.length; draw += 1) {
    const rank = rankAt(drawn, draw);
    if (rank < lowest) lowest = rank;
    if (rank > highest) highest = rank;
  }
  return { lowest, highest };
}

function byCounting(
  drawn: Uint32Array,
  { lowest, highest, counts, ranks, upTo }: Omit<RankTally, 'size' | 'draws'> & Spread,
): number {
  for (let draw = 0; draw < drawn.length; draw += 1) {
    const rank = rankAt(drawn, draw);
    counts[rank] = rankAt(counts, rank) + 1;
  }
  let size = 0;
  let total = 0;
  for (let rank = lowest; rank <= highest; rank += 1) {
    const count = rankAt(counts, rank);
    if (count === 0) continue;
    counts[rank] = 0;
    total += count;
    ranks[size] = rank;
    upTo[size] = total;
    size += 1;
  }
  return size;
}

interface Spread {
  lowest: number;
  highest: number;
  counts: Uint32Array;
}

function bySorting(drawn: Uint32Array, ranks: Uint32Array, upTo: Uint32Array): number {
  const sorted = drawn.slice().sort();
  let size = 0;
  for (let draw = 0; draw < sorted.length; draw += 1) {
    const rank = rankAt(sorted, draw);
    if (size > 0 && rankAt(ranks, size - 1) === rank) size -= 1;
    ranks[size] = rank;
    upTo[size] = draw + 1;
    size += 1;
  }
  return size;
}
