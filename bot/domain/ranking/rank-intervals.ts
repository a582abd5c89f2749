import { itemAt, rankAt } from './numbers.ts';
import type { RankDraws } from './rank-draws.ts';
import type { RankTally } from './rank-tally.ts';
import { tallierOf, upToRank } from './rank-tally.ts';

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
 * @param alike where each run of submissions begins that are alike, and the end
 */
export function rankChances(drawn: RankDraws, kind: IntervalKind, alike: readonly number[]): RankChances[] {
  const tallyOf = tallierOf(drawn.submissions);
  return alike.slice(1).flatMap((end, run) => {
    const start = itemAt(alike, run);
    const tally = tallyOf(drawn.ranks.subarray(start * drawn.draws, end * drawn.draws));
    const chances = {
      interval: kind === 'nearest' ? nearest(tally) : equalTailed(tally),
      first: upToRank(tally, 1) / tally.draws,
      within: sumBetween(drawn.within, start, end) / tally.draws,
    };
    return Array.from({ length: end - start }, () => chances);
  });
}

function sumBetween(counts: Uint32Array, start: number, end: number): number {
  let sum = 0;
  for (let index = start; index < end; index += 1) sum += rankAt(counts, index);
  return sum;
}

function equalTailed(tally: RankTally): RankInterval {
  const tail = (1 - share) / 2;
  return { from: rankHolding(tally, tail), to: rankHolding(tally, 1 - tail) };
}

/** The first rank by which at least that part of the draws is reached. */
function rankHolding({ size, ranks, upTo, draws }: RankTally, part: number): number {
  const wanted = Math.max(1, Math.ceil(part * draws - 1e-9));
  let entry = 0;
  while (entry < size - 1 && rankAt(upTo, entry) < wanted) entry += 1;
  return rankAt(ranks, entry);
}

/** The fullest run grows with its length, so that the nearest is the first to hold 95 %, or the one before it. */
function nearest(tally: RankTally): RankInterval {
  const wanted = share * tally.draws;
  const length = shortestHolding(tally, Math.ceil(wanted - 1e-9));
  const enough = fullest(tally, length);
  const less = length > 1 ? fullest(tally, length - 1) : undefined;
  if (less === undefined || enough.held - wanted <= wanted - less.held)
    return { from: enough.from, to: enough.to };
  return { from: less.from, to: less.to };
}

/** How many neighbouring ranks it takes to hold that many draws. */
function shortestHolding({ size, ranks, upTo }: RankTally, draws: number): number {
  let shortest = Infinity;
  let before = 0;
  let last = 0;
  for (let first = 0; first < size; first += 1) {
    while (last < size && rankAt(upTo, last) - before < draws) last += 1;
    if (last === size) break;
    shortest = Math.min(shortest, rankAt(ranks, last) - rankAt(ranks, first) + 1);
    before = rankAt(upTo, first);
  }
  return shortest;
}

/** Of the runs of that many ranks, the one with the most draws. */
function fullest({ size, ranks, upTo }: RankTally, length: number): RankInterval & { held: number } {
  let best = { from: 0, to: 0, held: 0 };
  let before = 0;
  let end = 0;
  for (let first = 0; first < size; first += 1) {
    const from = rankAt(ranks, first);
    while (end < size && rankAt(ranks, end) < from + length) end += 1;
    const held = rankAt(upTo, end - 1) - before;
    if (held > best.held) best = { from, to: from + length - 1, held };
    before = rankAt(upTo, first);
  }
  return best;
}
