/** From what came in each day to how much there was by then. */
export function runningTotal(perDay: readonly number[]): number[] {
  let total = 0;
  return perDay.map((count) => (total += count));
}

/** The day so many days after another. @param day ISO 8601 */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
