import { gregorianEaster } from 'date-easter';
import { Temporal } from 'temporal-polyfill';
import type { Instant, PlainDay, ZoneName } from './instant.ts';

/** When people may be written to unasked: on working days, from the first hour up to the second. */
const firstHour = 9;
const endHour = 17;

/** Days on which Dutch municipalities are closed, besides those that go with Easter. Source: rijksoverheid.nl, feestdagen */
const fixedHolidays = ['01-01', '05-05', '12-25', '12-26'];
/** Days from Easter Sunday: Easter Monday, Ascension Day, Whit Monday. */
const fromEaster = [1, 39, 50];

/** Whether it is between 9 and 17 on a working day there. */
export function isWorkingMoment(at: Instant, zone: ZoneName): boolean {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  return isWorkingDay(local.toPlainDate()) && local.hour >= firstHour && local.hour < endHour;
}

/** Nine o'clock on that day, or on the last working day before it. */
export function workingMorning(day: PlainDay, zone: ZoneName): Instant {
  let working = Temporal.PlainDate.from(day);
  while (!isWorkingDay(working)) working = working.subtract({ days: 1 });
  const morning = working.toZonedDateTime({ timeZone: zone, plainTime: { hour: firstHour } });
  return new Date(morning.epochMilliseconds).toISOString();
}

/** Nine o'clock on that day, or on the first working day after it. */
export function workingMorningFrom(day: PlainDay, zone: ZoneName): Instant {
  let working = Temporal.PlainDate.from(day);
  while (!isWorkingDay(working)) working = working.add({ days: 1 });
  return workingMorning(working.toString(), zone);
}

/** That moment itself when people may be written to then, or else the first morning on which they may. */
export function nextWorkingMoment(at: Instant, zone: ZoneName): Instant {
  if (isWorkingMoment(at, zone)) return at;
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const from = local.hour >= endHour ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  return workingMorningFrom(from.toString(), zone);
}

function isWorkingDay(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek <= 5 && !isHoliday(day);
}

function isHoliday(day: Temporal.PlainDate): boolean {
  const { month, day: easterDay } = gregorianEaster(day.year);
  const easter = Temporal.PlainDate.from({ year: day.year, month, day: easterDay });
  if (fromEaster.some((days) => easter.add({ days }).equals(day))) return true;
  return fixedHolidays.includes(day.toString().slice(5)) || kingsDay(day.year).equals(day);
}

/** 27 April, or the day before when that is a Sunday. */
function kingsDay(year: number): Temporal.PlainDate {
  const day = Temporal.PlainDate.from({ year, month: 4, day: 27 });
  return day.dayOfWeek === 7 ? day.subtract({ days: 1 }) : day;
}
