import { itemAt, rankAt, sumOf } from './numbers.ts';
import type { RankDraws } from './rank-draws.ts';

/** Ranks, both ends included. */
export interface RankInterval {
  from: number;
  to: number;
}

/**
 * Ranks are whole numbers, so that hardly ever a run of them holds exactly 95 %. `nearest`: the run whose probability
 * is nearest to it, and of that length the most probable. `equal-tailed`: cuts at most 2.5 % at either side, so that
 * with few submissions it holds well over 95 %; as published tables do.
 */
export type IntervalKind = 'nearest' | 'equal-tailed';

export interface RankChances {
  interval: RankInterval;
  /** The chance to be the best. */
  first: number;
  /** The chance to be within the cut. */
  within: number;
}

const share = 0.95;

/**
 * Per submission, by position. Those alike share their draws, so that chance makes no difference between equals.
 * Uses up the draws: it sorts them where they are.
 * @param alike where each run of submissions begins that are alike, and the end
 */
export function rankChances(drawn: RankDraws, kind: IntervalKind, alike: readonly number[]): RankChances[] {
  const counts = new Uint32Array(drawn.submissions + 1);
  return alike.slice(1).flatMap((end, run) => {
    const start = itemAt(alike, run);
    const sorted = sortRanks(drawn.ranks.subarray(start * drawn.draws, end * drawn.draws), counts);
    const chances = {
      interval: kind === 'nearest' ? nearest(sorted) : equalTailed(sorted),
      first: upperBound(sorted, 1) / sorted.length,
      within: sumOf(drawn.within.subarray(start, end)) / sorted.length,
    };
    return Array.from({ length: end - start }, () => chances);
  });
}

/** How many are at most `rank`. */
function upperBound(sorted: Uint32Array, rank: number): number {
  const above = sorted.findIndex((each) => each > rank);
  return above < 0 ? sorted.length : above;
}

/** In place: by counting where there are fewer ranks than draws, else the engine's own sort. */
function sortRanks(ranks: Uint32Array, counts: Uint32Array): Uint32Array {
  if (counts.length > ranks.length) return ranks.sort();
  counts.fill(0);
  for (const rank of ranks) counts[rank] = rankAt(counts, rank) + 1;
  let place = 0;
  for (let rank = 0; rank < counts.length; rank += 1) {
    ranks.fill(rank, place, place + rankAt(counts, rank));
    place += rankAt(counts, rank);
  }
  return ranks;
}

function equalTailed(sorted: Uint32Array): RankInterval {
  const tail = (1 - share) / 2;
  const place = (part: number) => Math.max(0, Math.ceil(part * sorted.length - 1e-9) - 1);
  return { from: rankAt(sorted, place(tail)), to: rankAt(sorted, place(1 - tail)) };
}

/** The fullest run grows with its length, so that the nearest is the first to hold 95 %, or the one before it. */
function nearest(sorted: Uint32Array): RankInterval {
  const wanted = share * sorted.length;
  const length = shortestHolding(sorted, Math.ceil(wanted - 1e-9));
  const enough = fullest(sorted, length);
  const less = length > 1 ? fullest(sorted, length - 1) : undefined;
  if (less === undefined || enough.held - wanted <= wanted - less.held)
    return { from: enough.from, to: enough.to };
  return { from: less.from, to: less.to };
}

/** How many neighbouring ranks it takes to hold that many draws. */
function shortestHolding(sorted: Uint32Array, draws: number): number {
  let shortest = Infinity;
  for (let start = 0; start + draws <= sorted.length; start += 1) {
    shortest = Math.min(shortest, rankAt(sorted, start + draws - 1) - rankAt(sorted, start) + 1);
  }
  return shortest;
}

/** Of the runs of that many ranks, the one with the most draws. */
function fullest(sorted: Uint32Array, length: number): RankInterval & { held: number } {
  let best = { from: 0, to: 0, held: 0 };
  let end = 0;
  for (let start = 0; start < sorted.length; start += 1) {
    const from = rankAt(sorted, start);
    while (end < sorted.length && rankAt(sorted, end) < from + length) end += 1;
    if (end - start > best.held) best = { from, to: from + length - 1, held: end - start };
  }
  return best;
}
