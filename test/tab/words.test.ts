import { describe, expect, test } from '@jest/globals';
import { screensFor } from '../../tab/src/app/screens-for.ts';
import { countProgress } from '../../tab/src/features/progress/count-progress.ts';
import { sharedRanks } from '../../tab/src/features/shortlist/shared-ranks.ts';
import { lastDayText, momentText, periodText, recentText } from '../../tab/src/shared/language/dates.ts';
import { decimalText } from '../../tab/src/shared/language/decimal-text.ts';
import { languageOf, text } from '../../tab/src/shared/language/text.ts';
import { hrefOf, routeOf, routeOfSubPage } from '../../tab/src/shared/navigation/route.ts';

const zone = 'Europe/Amsterdam';

describe('dates and numbers', () => {
  test.each([
    ['2024-11-03', '2024-11-03', '3 november 2024', '3 November 2024'],
    ['2025-03-01', '2025-03-31', 'maart 2025', 'March 2025'],
    ['2024-02-01', '2024-02-29', 'februari 2024', 'February 2024'],
    ['2025-01-01', '2025-12-31', '2025', '2025'],
    ['2024-07-01', '2024-09-30', 'juli 2024 – september 2024', 'July 2024 – September 2024'],
    ['2024-07-02', '2024-09-30', '2 juli 2024 – 30 september 2024', '2 July 2024 – 30 September 2024'],
  ])('%s to %s is as exact as it was given', (from, to, dutch, english) => {
    expect(periodText('nl', from, to)).toBe(dutch);
    expect(periodText('en', from, to)).toBe(english);
  });

  test('a moment of today has no date, in the zone of the edition', () => {
    const at = '2026-12-03T23:30:00.000Z';
    expect(momentText('nl', at, zone, new Date('2026-12-04T10:00:00Z'))).toBe('00.30 uur');
    expect(momentText('nl', at, zone, new Date('2026-12-03T10:00:00Z'))).toBe('4 december 2026, 00.30 uur');
    expect(momentText('en', at, zone)).toBe('4 December 2026, 00:30');
  });

  test.each([
    ['2026-12-03T23:30:00.000Z', 'vandaag, 00.30 uur', 'today, 00:30'],
    ['2026-12-03T22:59:00.000Z', 'gisteren, 23.59 uur', 'yesterday, 23:59'],
    ['2026-12-02T22:59:00.000Z', '2 december, 23.59 uur', '2 December, 23:59'],
    ['2025-12-31T22:59:00.000Z', '31 december 2025, 23.59 uur', '31 December 2025, 23:59'],
  ])('%s reads as people say it', (at, dutch, english) => {
    const seen = new Date('2026-12-04T10:00:00Z');
    expect(recentText('nl', at, zone, seen)).toBe(dutch);
    expect(recentText('en', at, zone, seen)).toBe(english);
  });

  test('the day before is the day before, also when the clock goes forward', () => {
    const at = '2027-03-27T23:30:00.000Z';
    expect(recentText('nl', at, zone, new Date('2027-03-28T22:30:00Z'))).toBe('gisteren, 00.30 uur');
  });

  test('"tot en met" is the day before the closing midnight', () => {
    expect(lastDayText('nl', '2026-12-04T23:00:00.000Z', zone)).toBe('4 december 2026');
  });

  test.each([
    [3.75, '3,8', '3.8'],
    [4, '4,0', '4.0'],
  ])('%d has one decimal', (value, dutch, english) => {
    expect(decimalText('nl', value)).toBe(dutch);
    expect(decimalText('en', value)).toBe(english);
  });

  test('a text fills in its values and its plural, and leaves markup as text', () => {
    expect(text('nl', 'leaderboard.asOf', { moment: '<b>14.03</b> uur', sheets: 1 })).toBe(
      'Stand van <b>14.03</b> uur, uit 1 scoreformulier',
    );
    expect(text('en', 'shortlist.tie', { rank: 3, count: 6 })).toBe(
      '6 submissions share rank 3; all 6 are on the list.',
    );
  });

  test.each([
    ['nl-nl', 'nl'],
    ['en-us', 'en'],
    ['EN', 'en'],
    ['de-de', 'nl'],
    ['', 'nl'],
  ])('locale %s reads %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });
});

describe('where one is', () => {
  test.each([
    {},
    { screen: 'own' },
    { screen: 'leaderboard', categoryId: 'a&b=c' },
    { screen: 'progress', submissionId: 'x-1' },
  ] as const)('%j survives the address', (route) => {
    expect(routeOf(hrefOf(route))).toEqual({
      screen: undefined,
      categoryId: undefined,
      submissionId: undefined,
      ...route,
    });
  });

  test.each([
    ['submission:abc', { submissionId: 'abc' }],
    ['submission:a:b', { submissionId: 'a:b' }],
    ['submission:', {}],
    ['nonsense', {}],
  ])('a deep link %s', (subPage, route) => {
    expect(routeOfSubPage(subPage)).toEqual(route);
  });

  test('an unknown screen is none', () => {
    expect(routeOf('#screen=secret').screen).toBeUndefined();
  });

  const none = { leaderboard: false, shortlist: false, progress: false };
  const all = { leaderboard: true, shortlist: true, progress: true };
  test.each([
    [none, false, ['own']],
    [none, true, ['own']],
    [{ ...none, progress: true }, false, ['progress']],
    [{ ...none, progress: true }, true, ['progress', 'own']],
    [{ ...none, progress: true }, undefined, ['progress', 'own']],
    [all, false, ['leaderboard', 'shortlist', 'progress']],
    [all, true, ['leaderboard', 'shortlist', 'progress', 'own']],
  ])('%j, own %s', (may, hasOwn, screens) => {
    expect(screensFor({ may }, hasOwn)).toEqual(screens);
  });
});

describe('counts', () => {
  test('shared ranks, first to last, and none for who has no rank', () => {
    const ranks = [1, 2, 2, 4, 4, 4, undefined, undefined].map((rank) => ({ rank }));
    expect(sharedRanks(ranks)).toEqual([
      { rank: 2, count: 2 },
      { rank: 4, count: 3 },
    ]);
  });

  test('a judge’s own count leaves out conflicts', () => {
    const line = { handedIn: 1, judges: 5 };
    const lines = (['none', 'draft', 'handed-in', 'conflict'] as const).map((own) => ({ ...line, own }));
    expect(countProgress(lines).own).toEqual({ total: 3, done: 1 });
  });

  test('without own states there is only the count of all; nobody to judge is not done', () => {
    const lines = [
      { handedIn: 5, judges: 5 },
      { handedIn: 4, judges: 5 },
      { handedIn: 0, judges: 0 },
    ];
    expect(countProgress(lines)).toEqual({ all: { total: 3, done: 1 } });
  });
});
