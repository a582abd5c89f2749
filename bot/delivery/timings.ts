import type { RetryRule } from './retry-delay.ts';

/** All in milliseconds. */
export interface Timings {
  /** At least this between two edits of one message. */
  editGapMs: number;
  retry: RetryRule;
  /**
   * A post that takes longer than this to get under way after it was claimed is given up: it may be looked for. So is an
   * edit that takes so long after it was drawn.
   */
  claimMs: number;
  /** Whoever finds a claim of somebody else leaves them this long before looking. */
  graceMs: number;
  /**
   * Longer than a post can still be under way: `claimMs`, the messenger's time limit (15 s) and a margin for Teams
   * itself. What is absent before and after this did not arrive.
   */
  settleMs: number;
  /** How long a post of which we don't know whether it arrived holds up the next to the same destination. */
  patienceMs: number;
  /** Looking again where we may not look: first after this, then growing. */
  unsure: { firstMs: number; mostMs: number };
  /** Clocks differ: it is looked for from this long before. */
  skewMs: number;
  /** How often to see whether a destination can be reached that could not. */
  parkedMs: number;
  /** How often to see whether who fills something in on a message has done so. */
  busyLookMs: number;
  /** What has waited for that so long is shown all the same. */
  mostBusyMs: number;
  /** What is not settled after this goes on the waiting list, so that a restart need not read from before it. */
  holdMs: number;
  /** How often the feed is read when the store does not hint. */
  pollMs: number;
}

export const usualTimings: Timings = {
  editGapMs: 1_000,
  retry: { baseMs: 500, mostMs: 60_000 },
  claimMs: 5_000,
  graceMs: 2_000,
  settleMs: 30_000,
  patienceMs: 60_000,
  unsure: { firstMs: 60_000, mostMs: 3_600_000 },
  skewMs: 300_000,
  parkedMs: 60_000,
  busyLookMs: 250,
  mostBusyMs: 1_800_000,
  holdMs: 600_000,
  pollMs: 1_000,
};
