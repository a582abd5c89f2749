import { describe, expect, test } from '@jest/globals';
import type { Me } from '../../bot/http/contract/me.ts';
import type { Ranking } from '../../bot/http/contract/ranking.ts';
import { screensFor } from '../../tab/src/app/screens-for.ts';
import { cutLineOf } from '../../tab/src/features/leaderboard/cut-line.ts';
import { agreementLevel, verdictOf } from '../../tab/src/features/leaderboard/verdict-of.ts';
import { countProgress } from '../../tab/src/features/progress/count-progress.ts';
import { isRule, ruleOf, typedOf } from '../../tab/src/features/shortlist/rule-typed.ts';
import {
  lastDayText,
  momentText,
  periodText,
  recentText,
  daysText,
} from '../../tab/src/shared/language/dates.ts';
import {
  chanceText,
  decimalText,
  differenceText,
  percentText,
} from '../../tab/src/shared/language/decimal-text.ts';
import { text as leaderboardText } from '../../tab/src/features/leaderboard/texts.ts';
import { text as shortlistText } from '../../tab/src/features/shortlist/texts.ts';
import { languageOf } from '../../tab/src/shared/language/text.ts';
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

  test.each([
    ['2026-10-31T23:00:00.000Z', '2026-12-18T23:00:00.000Z', '1 november – 18 december 2026'],
    ['2027-03-01T07:00:00.000Z', '2027-03-01T23:00:00.000Z', '1 maart 2027'],
  ])('from %s to %s is said as days', (opensAt, closesAt, dutch) => {
    expect(daysText('nl', opensAt, closesAt, zone).replaceAll(/\s/g, ' ')).toBe(dutch);
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

  test('two digits where small differences decide, and differences as exact as it takes', () => {
    expect(decimalText('nl', 3.846, 2)).toBe('3,85');
    expect([0.5, 0.0421, 1.26].map((value) => differenceText('nl', value))).toEqual(['0,5', '0,042', '1,3']);
  });

  test('a share is what it is', () => {
    expect([0, 0.25, 1].map((value) => percentText('nl', value))).toEqual(['0%', '25%', '100%']);
  });

  test('a chance is never said to be nothing or certain', () => {
    expect([0, 0.004, 0.45, 0.996, 1].map((value) => chanceText('nl', value))).toEqual([
      '<1%',
      '<1%',
      '45%',
      '>99%',
      '>99%',
    ]);
  });

  test('a text fills in its values and its plural, and leaves markup as text', () => {
    expect(leaderboardText('nl', 'leaderboard.asOf', { moment: '<b>14.03</b> uur', sheets: 1 })).toBe(
      'Stand van <b>14.03</b> uur, uit 1 scoreformulier',
    );
    expect(shortlistText('en', 'notice.tie.title', { tied: 3, places: 1 })).toBe(
      '3 submissions are equal in everything for 1 place.',
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
    { screen: 'start' },
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
    ['score:abc', { screen: 'score', submissionId: 'abc' }],
    ['screen:shortlist', { screen: 'shortlist' }],
    ['score:', {}],
    ['screen:secret', {}],
    ['nonsense', {}],
  ])('a deep link %s', (subPage, route) => {
    expect(routeOfSubPage(subPage)).toEqual(route);
  });

  test('an unknown screen is none', () => {
    expect(routeOf('#screen=secret').screen).toBeUndefined();
  });

  const none: Me['may'] = {
    ...{ submissions: false, score: false, leaderboard: false, shortlist: false },
    ...{ progress: false, juryRoom: false, edition: false },
  };
  const all = { ...none, leaderboard: true, shortlist: true, progress: true };
  const judge = { ...none, score: true, progress: true };
  test.each<[Me['may'], Me['roles'], string[]]>([
    [none, [], ['start']],
    [judge, ['juror'], ['start', 'score']],
    [judge, ['chair', 'juror'], ['start', 'score', 'progress']],
    [all, ['organiser'], ['start', 'leaderboard', 'shortlist', 'progress']],
  ])('%j of %j', (may, roles, screens) => {
    expect(screensFor({ may, roles })).toEqual(screens);
  });
});

describe('counts', () => {
  test.each([
    [{ size: '8', threshold: '' }, { size: 8 }, true],
    [{ size: '', threshold: '3,5' }, { threshold: 3.5 }, true],
    [{ size: ' 2 ', threshold: '3.25' }, { size: 2, threshold: 3.25 }, true],
    [{ size: '', threshold: ' ' }, {}, false],
    [{ size: '0', threshold: '' }, { size: 0 }, false],
    [{ size: '1,5', threshold: '' }, { size: Number.NaN }, false],
    [{ size: '', threshold: '6' }, { threshold: 6 }, false],
  ])('a line typed as %j', (typed, rule, isOne) => {
    expect(ruleOf(typed)).toEqual(rule);
    expect(isRule(rule, { lowest: 1, highest: 5 })).toBe(isOne);
  });

  test('a line is typed as it is read', () => {
    expect(ruleOf(typedOf({ size: 8, threshold: 3.5 }))).toEqual({ size: 8, threshold: 3.5 });
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

describe('what a ranking says', () => {
  const ranking: Ranking = {
    isCurrent: true,
    sheets: 9,
    judges: 3,
    outcome: { kind: 'ranked' },
    decidedBy: 'calibrated',
    wanted: 'supported',
  };
  const few = { kind: 'too-few-sheets', sheets: 3, needed: 9 } as const;

  test.each<[Partial<Ranking>, string | undefined]>([
    [{}, 'verdict.supported'],
    [{ wanted: 'calibrated' }, 'verdict.calibrated'],
    [{ decidedBy: 'fair-mean' }, 'verdict.alike'],
    [{ decidedBy: 'fair-mean', wanted: 'fair-mean' }, 'verdict.fairMean'],
    [{ outcome: { kind: 'nothing-scored' } }, undefined],
    [{ outcome: { kind: 'one-judge' } }, 'verdict.oneJudge'],
    [{ outcome: { kind: 'all-equal' } }, 'verdict.allEqual'],
    [{ outcome: { kind: 'disconnected', groups: 2 } }, 'verdict.disconnected'],
    [{ outcome: few }, 'verdict.tooFewSheets'],
    [{ outcome: { kind: 'not-distinguished' } }, 'verdict.notDistinguished'],
  ])('%j', (changes, key) => {
    expect(verdictOf({ ...ranking, ...changes })).toBe(key);
  });

  test.each([
    [0.9, 0.2, 'unknown'],
    [0.2, 0.01, 'little'],
    [0.4, 0.01, 'some'],
    [0.6, 0.01, 'fair'],
    [0.9, 0.01, 'much'],
  ])('W of %d with p of %d', (w, p, level) => {
    expect(agreementLevel({ w, p })).toBe(level);
  });

  const at = (...ranks: (number | undefined)[]) => ({
    ...{ categoryId: 'direct', roundId: 'preselection', sheets: 0 },
    standings: ranks.map((rank, index) => ({
      submission: {
        ...{
          id: `s${String(index)}`,
          number: '',
          title: '',
          participant: '',
          categoryId: '',
          example: false,
        },
      },
      ...{ rank, shared: false, handedIn: 1, judges: 1, abstained: 0 },
    })),
  });

  test.each([
    [[1, 2, 3], { above: 2, within: 2, tied: 0, places: 0 }],
    [[1, 2, 2, 4], { above: 3, within: 1, tied: 2, places: 1 }],
    [[1, 2], undefined],
    [[1, undefined, undefined], { above: 1, within: 1, tied: 0, places: 0 }],
    [[undefined, undefined], undefined],
  ])('of ranks %j two go on', (ranks, line) => {
    expect(cutLineOf(at(...ranks), 2)).toEqual(line);
  });

  test('the ranking’s own cut, where it is of these sheets', () => {
    const cut = { size: 1, within: ['s0'], tied: [], placesLeft: 0, onTheLine: [], leftOut: true };
    const board = { ...at(1, 2, 3), ranking: { ...ranking, cut } };
    expect(cutLineOf(board, 2)?.above).toBe(1);
    expect(cutLineOf({ ...board, ranking: { ...board.ranking, isCurrent: false } }, 2)?.above).toBe(2);
  });
});
