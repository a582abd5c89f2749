import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readRolePlace } from '../../../../bot/conversation/reading/read-role-place.ts';
import { readRoleOfEverybody, readRoleOfNamed } from '../../../../bot/conversation/reading/read-role-wish.ts';
import { exampleEdition } from '../../../teams/example/edition.ts';
import { effort } from '../../../runs.ts';

const given = (role: string, place?: string) => ({ role, takes: false, ...(place && { place }) });
const taken = (role: string) => ({ role, takes: true });

describe('what everybody in a channel is to be', () => {
  test.each([
    ['maak iedereen in dit kanaal jurylid', given('juror')],
    ['Maak iedereen in dit kanaal jurylid.', given('juror')],
    ['kun je iedereen in dit kanaal scoorder maken', given('scorer')],
    ['Maak iedereen hier scoorder, graag', given('scorer')],
    ['maak alle leden van dit kanaal assessor', given('assessor')],
    ['maak van iedereen een jurylid', given('juror')],
    ['iedereen in dit kanaal is jurylid', given('juror')],
    ['iedereen hier is nu scoorder voor Direct', given('scorer', 'direct')],
    ['make everyone in this channel a juror', given('juror')],
    ['please make everybody here a scorer for round 1', given('scorer', 'round 1')],
    ['everyone in this channel is an assessor', given('assessor')],
    ['maak iedereen organisator', given('organiser')],
    ['is iedereen in dit kanaal jurylid', undefined],
    ['dit is het jurykanaal', undefined],
    ['hoe word ik jurylid', undefined],
    ['maak iedereen blij', undefined],
  ])('%s', (text, said) => {
    expect(readRoleOfEverybody(text)).toEqual(said);
  });
});

describe('what the people are who are named, with their names taken out', () => {
  test.each([
    ['is jurylid', given('juror')],
    ['en zijn jurylid', given('juror')],
    ['is nu voorzitter', given('chair')],
    ['wordt juryvoorzitter', given('chair')],
    ['is een scoorder voor Direct', given('scorer', 'direct')],
    ['is geen jurylid meer', taken('juror')],
    ['is geen jurylid', taken('juror')],
    ['is niet langer voorzitter', taken('chair')],
    ['is jurylid meer', taken('juror')],
    ['is a juror', given('juror')],
    ['is no longer a juror', taken('juror')],
    ['is not a juror any more', taken('juror')],
    ['and are scorers in the preselection', given('scorer', 'the preselection')],
    ['maak jurylid', given('juror')],
    ['voeg toe als assessor', given('assessor')],
    ['verwijder als jurylid', taken('juror')],
    ['is organisator', given('organiser')],
    ['is op vakantie', undefined],
    ['is jurylid bij een andere prijs, toch?', undefined],
    ['wie is jurylid', undefined],
    ['is dat een jurylid', undefined],
  ])('%s', (text, said) => {
    expect(readRoleOfNamed(text)).toEqual(said);
  });
});

const edition = exampleEdition(new Date('2026-11-22T10:00:00.000Z'));

describe('where a role is to hold', () => {
  test.each([
    ['Direct', { categories: ['direct'] }],
    ['direct en indirect', { categories: ['direct', 'indirect'] }],
    ['de categorie Indirect in de voorselectie', { categories: ['indirect'], rounds: ['preselection'] }],
    ['ronde 1', { rounds: ['preselection'] }],
    ['the preselection', { rounds: ['preselection'] }],
    ['ronde 7', undefined],
    ['Direct en iets anders', undefined],
    ['de', undefined],
  ])('%s', (text, limit) => {
    expect(readRolePlace(text, edition)).toEqual(limit);
  });

  test('a category with "en" in its name is one', () => {
    const categories = [
      { id: 'old', name: { nl: 'Gezond leven en ouder worden' }, explanation: { nl: '' } },
      { id: 'health', name: { nl: 'Gezond leven' }, explanation: { nl: '' } },
    ];
    const read = (text: string) => readRolePlace(text, { categories, rounds: [] });
    expect(read('gezond leven en ouder worden')).toEqual({ categories: ['old'] });
    expect(read('gezond leven')).toEqual({ categories: ['health'] });
  });
});

test('any text is read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      readRoleOfEverybody(text);
      readRoleOfNamed(text);
      readRolePlace(text, edition);
    }),
    effort(100, 2_000),
  );
});
