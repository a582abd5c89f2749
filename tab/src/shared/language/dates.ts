import type { Language } from './text.ts';
import { locales } from './text.ts';

/** "4 december 2026". @param at ISO 8601 instant */
export function dayText(language: Language, at: string, zone: string): string {
  return format(language, at, zone, { dateStyle: 'long' });
}

/** "14.03 uur". @param at ISO 8601 instant */
function timeText(language: Language, at: string, zone: string): string {
  const time = format(language, at, zone, { hour: '2-digit', minute: '2-digit' });
  return language === 'nl' ? `${time.replace(':', '.')} uur` : time;
}

/** "14.03 uur" on the day of `now`, otherwise "4 december 2026, 14.03 uur". */
export function momentText(language: Language, at: string, zone: string, now?: Date): string {
  const day = dayText(language, at, zone);
  const time = timeText(language, at, zone);
  return now !== undefined && dayText(language, now.toISOString(), zone) === day ? time : `${day}, ${time}`;
}

/**
 * "vandaag, 14.03 uur", "gisteren, 14.03 uur", "28 november, 14.03 uur", and with its year in another one.
 * @param at ISO 8601 instant
 */
export function recentText(language: Language, at: string, zone: string, now: Date): string {
  const [day, today] = [at, now.toISOString()].map((moment) => calendarDay(moment, zone));
  const daysAgo = (Date.parse(today ?? '') - Date.parse(day ?? '')) / 86_400_000;
  const time = timeText(language, at, zone);
  if (daysAgo === 0 || daysAgo === 1) {
    const relative = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' });
    return `${relative.format(-daysAgo, 'day')}, ${time}`;
  }
  if (day?.slice(0, 4) !== today?.slice(0, 4)) return `${dayText(language, at, zone)}, ${time}`;
  return `${format(language, at, zone, { day: 'numeric', month: 'long' })}, ${time}`;
}

/** "2026-12-04": the day it is there. */
function calendarDay(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(new Date(at));
}

/** "1 november – 18 december 2026", and one day once. @param closesAt the moment that is too late */
export function daysText(language: Language, opensAt: string, closesAt: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone });
  return format.formatRange(new Date(opensAt), new Date(Date.parse(closesAt) - 1));
}

/** The last day of a period that ends at the moment `closesAt`, which itself is too late. */
export function lastDayText(language: Language, closesAt: string, zone: string): string {
  return dayText(language, new Date(Date.parse(closesAt) - 1).toISOString(), zone);
}

/**
 * "3 november 2024", "maart 2025", "2025", "januari 2025 – maart 2025": as exact as it was given.
 * @param from first day, ISO 8601 @param to last day, ISO 8601
 */
export function periodText(language: Language, from: string, to: string): string {
  const day = (date: string) => format(language, `${date}T12:00:00Z`, 'UTC', { dateStyle: 'long' });
  const month = (date: string) =>
    format(language, `${date}T12:00:00Z`, 'UTC', { month: 'long', year: 'numeric' });
  if (from === to) return day(from);
  if (!from.endsWith('-01') || !endsMonth(to)) return `${day(from)} – ${day(to)}`;
  const [fromYear, toYear] = [from.slice(0, 4), to.slice(0, 4)];
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) {
    return fromYear === toYear ? fromYear : `${fromYear} – ${toYear}`;
  }
  return from.slice(0, 7) === to.slice(0, 7) ? month(from) : `${month(from)} – ${month(to)}`;
}

function endsMonth(day: string): boolean {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).getUTCDate() === 1;
}

function format(
  language: Language,
  at: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): string {
  return new Intl.DateTimeFormat(locales[language], { ...options, timeZone }).format(new Date(at));
}
