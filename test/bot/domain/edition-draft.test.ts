import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { copyEdition, editionIdFor, yearsUntilNext } from '../../../bot/domain/edition/copy-edition.ts';
import { partsOfEdition, withMomentsOf } from '../../../bot/domain/edition/draft-of-edition.ts';
import type { DraftParts } from '../../../bot/domain/edition/edition-draft-schema.ts';
import { readDraft } from '../../../bot/domain/edition/edition-draft.ts';
import { readEditionFile } from '../../../bot/domain/edition/edition-file.ts';
import type { Edition } from '../../../bot/domain/edition/edition.ts';
import { effort } from '../../runs.ts';
import { edition } from './examples.ts';

const folder = new URL('../../../bot/editions/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

function editionIn(file: string): Edition {
  const reading = readEditionFile(readFileSync(new URL(file, folder), 'utf8'));
  if (!('edition' in reading)) throw new Error(`${file} is no edition`);
  return reading.edition;
}

function editionOf(id: string, parts: DraftParts): Edition {
  const reading = readDraft(id, parts);
  if (!('edition' in reading)) throw new Error(JSON.stringify(reading.faults));
  return reading.edition;
}

describe.each(files)('the edition in %s', (file) => {
  test('is the same after it was a draft', () => {
    const before = editionIn(file);
    expect(editionOf(before.id, partsOfEdition(before))).toEqual(before);
  });

  test('makes a next one that is in order, and differs in its dates alone', () => {
    const before = editionIn(file);
    const after = editionOf(
      'volgende',
      copyEdition(before, { name: 'Volgende', numberPrefix: 'GD40', years: 1 }),
    );
    expect({ ...after, ...datesOf(before) }).toEqual({
      ...before,
      ...{ id: 'volgende', name: 'Volgende', numberPrefix: 'GD40', example: false },
      ...datesOf(before),
    });
  });
});

function datesOf({ opensAt, closesAt, referenceDay, rounds }: Edition) {
  return { opensAt, closesAt, referenceDay, rounds };
}

test('an edition with seconds in its moments stays as it is until its draft says another minute', () => {
  const before = edition({ opensAt: '2026-10-01T07:00:12.345Z', closesAt: '2026-12-04T22:59:30.000Z' });
  const parts = partsOfEdition(before);
  expect(withMomentsOf(editionOf(before.id, parts), before)).toEqual(before);
  const later = { ...parts, dates: { ...parts.dates, closes: '2026-12-05T12:00' } };
  expect(withMomentsOf(editionOf(before.id, later), before)).toEqual({
    ...before,
    closesAt: '2026-12-05T11:00:00.000Z',
  });
});

const zones = ['Europe/Amsterdam', 'America/New_York', 'Australia/Lord_Howe', 'UTC'];
const minute = 60_000;
const from = Date.parse('2024-01-01T00:00:00Z') / minute;
const moments = fc
  .tuple(
    fc.integer({ min: from, max: from + 4 * 366 * 1440 }),
    fc.integer({ min: 60, max: 200 * 1440 }),
    fc.integer({ min: 60, max: 200 * 1440 }),
    fc.boolean(),
  )
  .map(([opens, intake, judging, wholeDays]) => {
    const moment = (minutes: number) => {
      const at = new Date(minutes * minute).toISOString();
      return wholeDays ? at.slice(0, 10) : at.slice(0, 16);
    };
    return {
      opens: moment(opens),
      closes: moment(opens + intake),
      judgedFrom: moment(opens + intake),
      judgedTo: moment(opens + intake + judging),
    };
  });

test('a copy of an edition that is in order is in order, whatever its dates and its zone', () => {
  fc.assert(
    fc.property(moments, fc.constantFrom(...zones), fc.integer({ min: 1, max: 9 }), (dates, zone, years) => {
      const base = partsOfEdition(editionIn('voorbeeld.json'));
      const { preselection } = base;
      if (preselection === undefined) throw new Error('no round');
      const parts: DraftParts = {
        ...base,
        dates: {
          ...base.dates,
          ...{ zone, opens: dates.opens, closes: dates.closes, referenceDay: dates.closes.slice(0, 10) },
        },
        preselection: { ...preselection, opens: dates.judgedFrom, closes: dates.judgedTo },
        assessment: undefined,
        pitch: undefined,
      };
      const reading = readDraft('eerder', parts);
      fc.pre('edition' in reading);
      if (!('edition' in reading)) return;
      const copy = copyEdition(reading.edition, { name: 'Later', numberPrefix: 'GD40', years });
      expect(readDraft('later', copy)).toHaveProperty('edition');
    }),
    effort(60, 2_000),
  );
});

test.each([
  ['2026-09-13T07:00:00.000Z', '2026-11-26', 1],
  ['2020-09-13T07:00:00.000Z', '2026-11-26', 7],
  ['2020-09-13T07:00:00.000Z', '2026-09-13', 6],
  ['2030-09-13T07:00:00.000Z', '2026-11-26', 1],
])('after one that opened at %s, on %s, the next is %d years later', (opensAt, today, years) => {
  expect(yearsUntilNext({ opensAt, zone: 'Europe/Amsterdam' }, today)).toBe(years);
});

test.each([
  ['GemeenteDelers 2027/28', 'gemeentedelers-2027-28'],
  ['  Één café & één thé ', 'een-cafe-een-the'],
  ['!!!', 'editie'],
  ['x'.repeat(80), 'x'.repeat(36)],
])('%j has the id %s', (name, id) => {
  expect(editionIdFor(name)).toBe(id);
});

test('what is not filled in yet is found, at its place in the file', () => {
  const parts = partsOfEdition(edition());
  const [first] = parts.categories.categories;
  if (first === undefined) throw new Error('no category');
  const empty = { ...first, id: 'nieuw', name: { nl: '', en: '' }, explanation: { nl: 'x', en: '' } };
  const reading = readDraft('x', {
    ...parts,
    categories: { categories: [...parts.categories.categories, empty] },
  });
  const at = parts.categories.categories.length;
  expect('faults' in reading && reading.faults.map(({ code, path }) => ({ code, path }))).toEqual([
    { code: 'empty', path: ['categories', at, 'name', 'nl'] },
  ]);
});
