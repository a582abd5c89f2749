import type { Limit } from './sliding-windows.ts';

export interface PacerLimits {
  /** Per conversation. */
  conversation: readonly Limit[];
  /** Per tenant, over all its conversations. */
  tenant: readonly Limit[];
}

/**
 * What Teams allows a bot, per thread and (50 a second, one of them left for the SDK's own requests) per tenant:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
export const teamsLimits: PacerLimits = {
  conversation: [
    { count: 7, withinMs: 1_000 },
    { count: 8, withinMs: 2_000 },
    { count: 60, withinMs: 30_000 },
    { count: 1_800, withinMs: 3_600_000 },
  ],
  tenant: [{ count: 49, withinMs: 1_000 }],
};
