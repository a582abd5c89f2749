import { describe, expect, test } from '@jest/globals';
import { dayOfEdition, editionDays } from '../../../bot/domain/edition/edition-days.ts';

const zone = 'Europe/Amsterdam';

describe('the days of an edition', () => {
  test.each([
    // Midnight in winter is 23:00 UTC, in summer 22:00.
    ['2026-11-30T23:00:00.000Z', '2026-12-03T23:00:00.000Z', ['2026-12-01', '2026-12-02', '2026-12-03']],
    ['2026-12-01T08:00:00.000Z', '2026-12-02T11:00:00.000Z', ['2026-12-01', '2026-12-02']],
    ['2026-12-01T08:00:00.000Z', '2026-12-01T09:00:00.000Z', ['2026-12-01']],
    // Over the night on which the clock goes back.
    ['2026-10-24T08:00:00.000Z', '2026-10-26T08:00:00.000Z', ['2026-10-24', '2026-10-25', '2026-10-26']],
  ])('from %s up to %s', (opensAt, closesAt, expected) => {
    const days = editionDays({ zone, opensAt, closesAt });
    expect(days.map(({ day }) => day)).toEqual(expected);
  });

  test('begin at midnight there, also where the clock changes', () => {
    const days = editionDays({
      zone,
      opensAt: '2026-10-24T08:00:00.000Z',
      closesAt: '2026-10-26T08:00:00.000Z',
    });
    expect(days.map(({ from }) => from)).toEqual([
      '2026-10-23T22:00:00.000Z',
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
    ]);
  });

  test.each([
    ['before the opening', '2026-10-01T12:00:00.000Z', 0],
    ['the last moment of the first day', '2026-10-24T21:59:59.999Z', 0],
    ['midnight', '2026-10-24T22:00:00.000Z', 1],
    ['in the hour that comes twice', '2026-10-25T00:30:00.000Z', 1],
    ['the last moment of the longer day', '2026-10-25T22:59:59.999Z', 1],
    ['the last day', '2026-10-26T07:00:00.000Z', 2],
    ['after the close', '2027-01-01T12:00:00.000Z', 2],
  ])('have %s on the right one', (_what, at, expected) => {
    const days = editionDays({
      zone,
      opensAt: '2026-10-24T08:00:00.000Z',
      closesAt: '2026-10-26T08:00:00.000Z',
    });
    expect(dayOfEdition(days, at)).toBe(expected);
  });
});
