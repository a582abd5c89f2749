/** At most `count` calls in any stretch of `seconds`. */
export interface Window {
  count: number;
  seconds: number;
}

/**
 * Teams' published limits, for one bot.
 * Source: learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
export const windows = {
  send: [
    { count: 7, seconds: 1 },
    { count: 8, seconds: 2 },
    { count: 60, seconds: 30 },
    { count: 1800, seconds: 3600 },
  ],
  members: [
    { count: 14, seconds: 1 },
    { count: 60, seconds: 30 },
    { count: 3600, seconds: 3600 },
  ],
  tenant: [{ count: 50, seconds: 1 }],
} as const satisfies Record<string, readonly Window[]>;

export interface Limits {
  /**
   * Counts one call under `key`, if all windows have room for it.
   * @returns 0 when it may pass, else the whole seconds after which it is worth another try
   */
  take(key: string, within: readonly Window[]): number;
}

/** Sliding windows: stricter than Teams, whose own counting is not published. */
export function openLimits(now: () => number = Date.now): Limits {
  const calls = new Map<string, number[]>();
  return {
    take(key, within) {
      const at = now();
      const longest = Math.max(...within.map((window) => window.seconds)) * 1000;
      const past = (calls.get(key) ?? []).filter((call) => call > at - longest);
      const wait = Math.max(...within.map((window) => waitFor(window, past, at)));
      if (wait <= 0) past.push(at);
      calls.set(key, past);
      return Math.max(0, Math.ceil(wait / 1000));
    },
  };
}

function waitFor({ count, seconds }: Window, past: readonly number[], at: number): number {
  const inTheWay = past.at(-count);
  return inTheWay === undefined ? 0 : inTheWay + seconds * 1000 - at;
}
