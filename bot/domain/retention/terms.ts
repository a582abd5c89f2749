import { Temporal } from 'temporal-polyfill';
import { dayInZone } from '../day-in-zone.ts';
import { daysSeenAgain } from '../person.ts';
import type { Instant, PlainDay, ZoneName } from '../instant.ts';

/** How long what is kept; an administrator decides, the Dutch selection list for municipalities says what is usual. */
export interface RetentionTerms {
  /** Editions with all that was handed in and judged, from their last closing. */
  resultsYears: number;
  /** What was broken off: drafts from when they were last worked on, submissions from when they were withdrawn. */
  brokenOffYears: number;
  /** Who somebody is and how to reach them, from when they were last seen. */
  signInMonths: number;
}

export const usualTerms: RetentionTerms = { resultsYears: 5, brokenOffYears: 1, signInMonths: 6 };

/** Of each kind the day up to which all goes: what is of that day itself stays one more day. */
export interface RetentionDays {
  results: PlainDay;
  brokenOff: PlainDay;
  signIn: PlainDay;
}

/**
 * What is of a day is kept to the end of the same day so many years or months on. Where that month has no such day, a
 * term ends on its last; nothing goes a day early. Who
 * was seen on a day may have been here some days after it, which are not kept.
 */
export function daysOf(terms: RetentionTerms, now: Instant, zone: ZoneName): RetentionDays {
  const today = Temporal.PlainDate.from(dayInZone(now, zone));
  return {
    results: today.subtract({ years: terms.resultsYears }).toString(),
    brokenOff: today.subtract({ years: terms.brokenOffYears }).toString(),
    signIn: today
      .subtract({ months: terms.signInMonths })
      .subtract({ days: daysSeenAgain - 1 })
      .toString(),
  };
}
