import { Temporal } from 'temporal-polyfill';
import type { Instant, PlainDay, ZoneName } from '../instant.ts';

/** A moment as an organiser writes it: `2022-12-12T09:00` (or with a space), or a day: `2020-12-04`. */
export type LocalMoment = string;

/** How a moment went into the zone: twice and skipped happen where the clock is put back or forward. */
export type ZonedMoment = { at: Instant; clock: 'once' | 'twice' | 'skipped' };

const rule = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?$/;

/** The day and, when there is one, the time of the clock; `undefined` when it is not written as it should be. */
export function partsOf(written: LocalMoment): { day: PlainDay; time?: string } | undefined {
  const [, day, time] = rule.exec(written) ?? [];
  if (day === undefined || !isPlainDay(day)) return undefined;
  if (time !== undefined && !isTime(time)) return undefined;
  return { day, ...(time !== undefined && { time }) };
}

export function isLocalMoment(written: string): boolean {
  return partsOf(written) !== undefined;
}

export function isPlainDay(written: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined || year < 1900) return false;
  return (
    month >= 1 && month <= 12 && day >= 1 && day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth
  );
}

function isTime(written: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(written);
}

export function isZone(name: string): boolean {
  return /^(UTC|[A-Za-z_]+(\/[A-Za-z_+-]+)+)$/.test(name) && isKnownZone(name);
}

function isKnownZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** When it opens: a day opens at its beginning. Of a time that comes twice, the first. */
export function openingIn(zone: ZoneName, written: LocalMoment): ZonedMoment {
  return inZone(zone, written, { wholeDay: 0, twice: 'earlier' });
}

/** When it closes: a day is open up to and including that day. Of a time that comes twice, the second. (GD6) */
export function closingIn(zone: ZoneName, written: LocalMoment): ZonedMoment {
  return inZone(zone, written, { wholeDay: 1, twice: 'later' });
}

function inZone(
  zone: ZoneName,
  written: LocalMoment,
  { wholeDay, twice }: { wholeDay: number; twice: 'earlier' | 'later' },
): ZonedMoment {
  const parts = partsOf(written);
  if (parts === undefined) throw new RangeError(`not a moment: ${written}`);
  const day = Temporal.PlainDate.from(parts.day);
  if (parts.time === undefined) {
    return { at: instant(day.add({ days: wholeDay }).toZonedDateTime(zone)), clock: 'once' };
  }
  const local = day.toPlainDateTime(Temporal.PlainTime.from(parts.time));
  const first = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const last = local.toZonedDateTime(zone, { disambiguation: 'later' });
  const at = instant(twice === 'earlier' ? first : last);
  if (first.epochMilliseconds === last.epochMilliseconds) return { at, clock: 'once' };
  return { at, clock: first.toPlainDateTime().equals(local) ? 'twice' : 'skipped' };
}

function instant(at: Temporal.ZonedDateTime): Instant {
  return new Date(at.epochMilliseconds).toISOString();
}
