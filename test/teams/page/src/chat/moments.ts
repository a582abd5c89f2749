import { words } from '../words.ts';

const clock = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('nl-NL', { weekday: 'long', day: 'numeric', month: 'long' });
const dayAndYear = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric' });
const shortDay = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'short' });

/** "14.03", as a Dutch reader writes it. */
export function timeOf(instant: string): string {
  return clock.format(new Date(instant)).replace(':', '.');
}

/** "Vandaag", "Gisteren", "maandag 3 november" or, in another year, "3 november 2025". */
export function dayOf(instant: string, now: Date): string {
  const then = new Date(instant);
  const days = daysBetween(then, now);
  if (days === 0) return words.today;
  if (days === 1) return words.yesterday;
  return then.getFullYear() === now.getFullYear() ? day.format(then) : dayAndYear.format(then);
}

/** For a list of conversations: the time today, else the day. */
export function shortMomentOf(instant: string, now: Date): string {
  const then = new Date(instant);
  return daysBetween(then, now) === 0 ? timeOf(instant) : shortDay.format(then);
}

function daysBetween(then: Date, now: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return (midnight(now) - midnight(then)) / 86_400_000;
}
