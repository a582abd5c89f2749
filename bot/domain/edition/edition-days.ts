import { Temporal } from 'temporal-polyfill';
import type { Instant, PlainDay } from '../instant.ts';
import type { Edition } from './edition.ts';

/** The days on which one can hand in, each with its first moment in the edition's zone. */
export interface EditionDay {
  day: PlainDay;
  from: Instant;
}

/** From the day of the opening up to the last one on which handing in is possible: one at least. */
export function editionDays({
  zone,
  opensAt,
  closesAt,
}: Pick<Edition, 'zone' | 'opensAt' | 'closesAt'>): EditionDay[] {
  const first = Temporal.Instant.from(opensAt).toZonedDateTimeISO(zone).startOfDay();
  const days: EditionDay[] = [];
  for (let start = first; ; start = start.add({ days: 1 }).startOfDay()) {
    const from = new Date(start.epochMilliseconds).toISOString();
    if (days.length > 0 && from >= closesAt) return days;
    days.push({ day: start.toPlainDate().toString(), from });
  }
}

/**
 * Which of them a moment is on, counted from 0. What was before the opening counts with the first day, what is after
 * the close with the last.
 */
export function dayOfEdition(days: readonly EditionDay[], at: Instant): number {
  let [low, high] = [0, days.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (at >= (days[middle]?.from ?? '')) low = middle;
    else high = middle - 1;
  }
  return low;
}
