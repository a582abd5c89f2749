/** How often a history or a crash is tried: `short` in `npm test`, `long` in `npm run test:long`. */
export function runs(short: number, long: number): number {
  return isLong() ? long : short;
}

/**
 * How a property is tried: in `npm test` the same `short` cases each time, so that a failure is of what was changed; in
 * `npm run test:long` so many others.
 */
export function effort(short: number, long: number): { numRuns: number; seed?: number } {
  return isLong() ? { numRuns: long } : { numRuns: short, seed: 2027 };
}

function isLong(): boolean {
  return process.env.LONG === '1';
}
