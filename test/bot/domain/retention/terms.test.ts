import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { daysOf, usualTerms, type RetentionTerms } from '../../../../bot/domain/retention/terms.ts';
import { effort } from '../../../runs.ts';

const zone = 'Europe/Amsterdam';

test('usually five years, one year, and half a year with the week in which somebody may have been here again', () => {
  expect(daysOf(usualTerms, '2027-08-15T10:00:00.000Z', zone)).toEqual({
    results: '2022-08-15',
    brokenOff: '2026-08-15',
    signIn: '2027-02-09',
  });
});

test.each([
  ['late in the evening here it is still today', '2027-08-15T21:59:59.999Z', '2026-08-15'],
  ['at midnight here it is tomorrow', '2027-08-15T22:00:00.000Z', '2026-08-16'],
  ['in winter midnight is an hour later', '2027-01-15T22:30:00.000Z', '2026-01-15'],
  ['on a leap day a year ago was the 28th', '2028-02-29T12:00:00.000Z', '2027-02-28'],
  ['a leap day itself is kept to the end of February', '2029-02-28T12:00:00.000Z', '2028-02-28'],
  ['and no longer', '2029-03-01T12:00:00.000Z', '2028-03-01'],
])('%s', (_name, now, day) => {
  expect(daysOf(usualTerms, now, zone).brokenOff).toBe(day);
});

test('nothing goes before its term is over, and everything within three days after it', () => {
  const terms: fc.Arbitrary<RetentionTerms> = fc.record({
    resultsYears: fc.integer({ min: 1, max: 20 }),
    brokenOffYears: fc.integer({ min: 1, max: 5 }),
    signInMonths: fc.integer({ min: 1, max: 30 }),
  });
  const at = fc.date({
    ...{ min: new Date('2024-01-01'), max: new Date('2040-01-01'), noInvalidDate: true },
  });
  fc.assert(
    fc.property(terms, at, fc.integer({ min: -5, max: 5 }), (some, now, shift) => {
      const days = daysOf(some, now.toISOString(), zone);
      const today = Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO(zone).toPlainDate();
      for (const [day, term, further] of [
        [days.results, { years: some.resultsYears }, 0],
        [days.brokenOff, { years: some.brokenOffYears }, 0],
        [days.signIn, { months: some.signInMonths }, 6],
      ] as const) {
        const of = Temporal.PlainDate.from(day).add({ days: shift });
        const until = of.add({ days: further }).add(term);
        const goes = of.toString() < day;
        if (goes) expect(Temporal.PlainDate.compare(until, today)).toBeLessThan(0);
        else expect(Temporal.PlainDate.compare(until.add({ days: 3 }), today)).toBeGreaterThanOrEqual(0);
      }
    }),
    effort(500, 10_000),
  );
});
