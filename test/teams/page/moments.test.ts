import { expect, test } from '@jest/globals';

import { dayOf, shortMomentOf, timeOf } from './src/chat/moments.ts';

// Local times: a person sees the times of their own clock.
const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute);
const now = at(22, 0, 30);

test('a time has a full stop, as a Dutch reader writes it', () => {
  expect(timeOf(at(22, 9, 5).toISOString())).toBe('09.05');
});

test.each([
  [at(22, 0, 1), 'Vandaag'],
  [at(21, 23, 59), 'Gisteren'],
  [at(20, 12), 'vrijdag 20 november'],
  [new Date(2025, 10, 20), '20 november 2025'],
])('the day of %s is %s', (instant, day) => {
  expect(dayOf(instant.toISOString(), now)).toBe(day);
});

test('a list shows the time of today and the date of earlier', () => {
  expect(shortMomentOf(at(22, 0, 10).toISOString(), now)).toBe('00.10');
  expect(shortMomentOf(at(20, 0, 10).toISOString(), now)).toBe('20 nov');
});
