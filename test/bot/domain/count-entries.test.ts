import { describe, expect, test } from '@jest/globals';
import { editionDays } from '../../../bot/domain/edition/edition-days.ts';
import {
  entriesPerDay,
  entriesPerProvince,
  entriesUpTo,
} from '../../../bot/domain/submission/count-entries.ts';
import type { Participant } from '../../../bot/domain/submission/participant.ts';

const days = editionDays({
  zone: 'Europe/Amsterdam',
  opensAt: '2026-12-01T08:00:00.000Z',
  closesAt: '2026-12-05T11:00:00.000Z',
});

test('entries are counted on the day it was there, and added up', () => {
  const at = [
    '2026-12-01T09:00:00.000Z',
    '2026-12-01T22:59:59.000Z',
    '2026-12-01T23:00:00.000Z',
    '2026-12-04T12:00:00.000Z',
  ];
  const perDay = entriesPerDay(
    days,
    at.map((submittedAt) => ({ submittedAt })),
  );
  expect(perDay).toEqual([2, 1, 0, 1, 0]);
  expect([-1, 0, 1, 2, 3, 4, 9].map((day) => entriesUpTo(perDay, day))).toEqual([0, 2, 3, 3, 4, 4, 4]);
});

const municipality = (code: string): Participant => ({ kind: 'municipality', code });
const day = '2026-12-01';

/** Provinces with entries, with how many and of whom. */
function counted(...participants: Participant[]) {
  const provinces = entriesPerProvince(
    participants.map((participant) => ({ participant })),
    day,
  );
  return Object.fromEntries(
    provinces
      .filter(({ entries }) => entries > 0)
      .map(({ province, entries, entered }) => [province, [entries, ...entered]]),
  );
}

describe('provinces', () => {
  test('are all there, by name, also without an entry, with how many municipalities they have', () => {
    const provinces = entriesPerProvince([], day);
    expect(provinces.map(({ province }) => province)).toEqual([
      ...['Drenthe', 'Flevoland', 'Fryslân', 'Gelderland', 'Groningen', 'Limburg'],
      ...['Noord-Brabant', 'Noord-Holland', 'Overijssel', 'Utrecht', 'Zeeland', 'Zuid-Holland'],
    ]);
    expect(provinces.every(({ entries, entered }) => entries === 0 && entered.length === 0)).toBe(true);
    // As many as CBS counts since 1 January 2023.
    expect(provinces.reduce((sum, { municipalities }) => sum + municipalities, 0)).toBe(342);
  });

  test.each<[string, Participant[], Record<string, [number, ...string[]]>]>([
    ['one of a municipality', [municipality('GM0344')], { Utrecht: [1, 'Utrecht'] }],
    [
      'two of the same municipality',
      [municipality('GM0344'), municipality('GM0344')],
      { Utrecht: [2, 'Utrecht'] },
    ],
    [
      'a partnership in one province, once',
      [{ kind: 'partnership', name: 'Samen', members: ['GM0344', 'GM0307'] }],
      { Utrecht: [1, 'Amersfoort', 'Utrecht'] },
    ],
    [
      'a partnership over two provinces, in both',
      [{ kind: 'partnership', name: 'Samen', members: ['GM0344', 'GM0193'] }],
      { Overijssel: [1, 'Zwolle'], Utrecht: [1, 'Utrecht'] },
    ],
    ['another organisation, in none', [{ kind: 'organisation', name: 'Stichting' }], {}],
    [
      'a municipality that merged, as what it became',
      [municipality('GM0370')],
      { 'Noord-Holland': [1, 'Purmerend'] },
    ],
    ['an unknown code, in none', [municipality('GM9999')], {}],
  ])('count %s', (_what, participants, expected) => {
    expect(counted(...participants)).toEqual(expected);
  });
});
