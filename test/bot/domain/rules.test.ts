import { describe, expect, test } from '@jest/globals';
import { dayInZone } from '../../../bot/domain/day-in-zone.ts';
import { mayBecome } from '../../../bot/domain/draft/draft.ts';
import { currentRound, phaseOf } from '../../../bot/domain/edition/edition.ts';
import { hasConflict } from '../../../bot/domain/judging/conflict.ts';
import { openSeating, panelFor } from '../../../bot/domain/judging/panel.ts';
import { faultsOf, sameContent } from '../../../bot/domain/judging/score-sheet.ts';
import { existsOn, municipalities, municipalityOf } from '../../../bot/domain/municipality/municipality.ts';
import { personId } from '../../../bot/domain/person.ts';
import { oldestFinishedDay, refuseAdmission } from '../../../bot/domain/submission/admission.ts';
import { numberText } from '../../../bot/domain/submission/submission.ts';
import { content, edition, full, role, round, submission } from './examples.ts';

describe('time', () => {
  const period = { opensAt: '2026-11-01T08:00:00.000Z', closesAt: '2026-12-04T23:00:00.000Z' };

  test.each([
    ['2026-11-01T07:59:59.999Z', 'before'],
    ['2026-11-01T08:00:00.000Z', 'open'],
    ['2026-12-04T22:59:59.999Z', 'open'],
    ['2026-12-04T23:00:00.000Z', 'closed'],
  ])('at %s it is %s', (at, expected) => {
    expect(phaseOf(period, at)).toBe(expected);
  });

  test('a day begins at midnight in the zone, in summer and in winter', () => {
    expect(dayInZone('2026-12-04T22:59:59.999Z', 'Europe/Amsterdam')).toBe('2026-12-04');
    expect(dayInZone('2026-12-04T23:00:00.000Z', 'Europe/Amsterdam')).toBe('2026-12-05');
    expect(dayInZone('2026-06-30T22:00:00.000Z', 'Europe/Amsterdam')).toBe('2026-07-01');
  });

  test('the round that is open is the current one, else the last that was', () => {
    const first = round({
      id: 'preselection',
      opensAt: '2026-01-01T00:00:00.000Z',
      closesAt: '2026-02-01T00:00:00.000Z',
    });
    const second = round({
      id: 'assessment',
      opensAt: '2026-03-01T00:00:00.000Z',
      closesAt: '2026-04-01T00:00:00.000Z',
    });
    const rounds = edition({ rounds: [first, second] });
    const at = (moment: string) => currentRound(rounds, moment)?.id;
    expect(at('2025-12-01T00:00:00.000Z')).toBe('preselection');
    expect(at('2026-02-15T00:00:00.000Z')).toBe('preselection');
    expect(at('2026-03-15T00:00:00.000Z')).toBe('assessment');
    expect(at('2026-12-01T00:00:00.000Z')).toBe('assessment');
  });
});

describe('admission', () => {
  const settings = { referenceDay: '2027-03-01', maximumAgeYears: 3 };
  const today = '2026-11-22';

  test('counts three years back from the reference day, also from 29 February', () => {
    expect(oldestFinishedDay(settings)).toBe('2024-03-01');
    expect(oldestFinishedDay({ referenceDay: '2028-02-29', maximumAgeYears: 3 })).toBe('2025-02-28');
  });

  test.each([
    ['the first day that counts', { from: '2024-03-01', to: '2024-03-01' }, undefined],
    ['the day before', { from: '2024-02-29', to: '2024-02-29' }, 'too-old'],
    ['a year that the first day falls in', { from: '2024-01-01', to: '2024-12-31' }, undefined],
    ['today', { from: today, to: today }, undefined],
    ['tomorrow', { from: '2026-11-23', to: '2026-11-23' }, 'not-finished'],
    ['this year', { from: '2026-01-01', to: '2026-12-31' }, undefined],
    ['next year', { from: '2027-01-01', to: '2027-12-31' }, 'not-finished'],
  ])('finished on %s', (_what, finished, expected) => {
    expect(refuseAdmission(settings, finished, today)?.code).toBe(expected);
  });
});

describe('conflict of interest', () => {
  const own = role('a', ['juror'], 'GM0344');
  const other = role('b', ['juror'], 'GM0513');
  const none = role('c', ['juror']);

  test('follows the organisation, and counts them out', () => {
    expect([own, other, none].map((judge) => hasConflict(judge, submission()))).toEqual([true, false, false]);
    expect(panelFor([own, other, none], submission(), { roundId: 'preselection', ...openSeating })).toEqual([
      personId(other),
      personId(none),
    ]);
  });

  test('follows mergers both ways', () => {
    const weesp = submission({ participant: { kind: 'municipality', code: 'GM0457' } });
    expect(hasConflict(role('d', ['juror'], 'GM0363'), weesp)).toBe(true);
    expect(hasConflict(role('e', ['juror'], 'GM0344'), weesp)).toBe(false);
  });
});

describe('a role that holds in some categories and rounds', () => {
  const everywhere = role('a', ['juror']);
  const direct = { ...role('b', ['juror']), limits: { juror: { categories: ['direct'] } } };
  const pitch = { ...role('c', ['juror']), limits: { juror: { rounds: ['pitch' as const] } } };
  const judges = [everywhere, direct, pitch];

  test.each([
    ['direct', 'preselection', [everywhere, direct]],
    ['indirect', 'preselection', [everywhere]],
    ['direct', 'pitch', judges],
    ['indirect', 'pitch', [everywhere, pitch]],
  ] as const)('in %s and the %s it is for whom it holds', (categoryId, roundId, expected) => {
    const seats = panelFor(judges, submission({ categoryId }), { roundId, ...openSeating });
    expect(seats).toEqual(expected.map(personId));
  });
});

describe('a score sheet', () => {
  test('says per criterion what is missing or off the scale', () => {
    expect(faultsOf(full, round())).toEqual([]);
    expect(faultsOf(content({ success: 0, value: 6, reuse: 2.5 }), round())).toEqual([
      { criterionId: 'success', code: 'off-scale' },
      { criterionId: 'value', code: 'off-scale' },
      { criterionId: 'reuse', code: 'off-scale' },
      { criterionId: 'inclusion', code: 'missing' },
    ]);
  });

  test('is the same whatever order it was filled in, and an empty remark is none', () => {
    const one = { scores: { a: 1, b: 2 }, remarks: { a: '' }, overallRemark: '' };
    const other = { scores: { b: 2, a: 1 }, remarks: {}, overallRemark: '' };
    expect(sameContent(one, other)).toBe(true);
    expect(sameContent(one, { ...other, overallRemark: 'x' })).toBe(false);
  });
});

describe('municipalities', () => {
  test('are a dated list', () => {
    const on = (day: string) => municipalities.filter((each) => existsOn(each, day)).length;
    expect([on('2020-06-01'), on('2021-06-01'), on('2022-02-01'), on('2023-06-01')]).toEqual([
      355, 352, 345, 342,
    ]);
    expect(municipalityOf('GM0518')?.aliases).toContain('Den Haag');
  });
});

test('a draft goes one way; only a change that came too late goes back', () => {
  const states = ['open', 'handing-in', 'handed-in', 'discarded'] as const;
  const moves = states.flatMap((from) =>
    states.filter((to) => mayBecome(from, to)).map((to) => `${from} → ${to}`),
  );
  expect(moves).toEqual([
    'open → handing-in',
    'open → discarded',
    'handing-in → open',
    'handing-in → handed-in',
  ]);
});

test('a number has four digits or as many as it needs', () => {
  expect([1, 42, 12_345].map((number) => numberText('GD27', number))).toEqual([
    'GD27-0001',
    'GD27-0042',
    'GD27-12345',
  ]);
});
