/** How often a property, a history or a crash is tried: `short` in `npm test`, `long` in `npm run test:long`. */
export function runs(short: number, long: number): number {
  return process.env.LONG === '1' ? long : short;
}
