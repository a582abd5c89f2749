import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sayFault } from '../../../bot/commands/say-fault.ts';
import { readEditionFile } from '../../../bot/domain/edition/edition-file.ts';
import { editionSchema } from '../../../bot/domain/edition/edition-schema.ts';
import { phaseOf } from '../../../bot/domain/edition/edition.ts';
import type { Edition } from '../../../bot/domain/edition/edition.ts';
import { closingIn, openingIn } from '../../../bot/domain/edition/local-moment.ts';
import type { Json } from '../../../bot/store/port.ts';
import { effort } from '../../runs.ts';
import type { FileChange } from './edition-files.ts';
import { fileWith, jsonOf, shippedFiles, shippedText } from './edition-files.ts';

function editionOf(text: string): Edition {
  const reading = readEditionFile(text);
  if (!('edition' in reading)) throw new Error(JSON.stringify(reading.faults));
  return reading.edition;
}

describe('the editions that come with the app', () => {
  test.each(shippedFiles)('%s is in order, and can be kept', (name) => {
    const reading = readEditionFile(shippedText(name));
    expect(reading).toEqual({ edition: expect.anything(), warnings: [] });
    expect(editionSchema.parse(editionOf(shippedText(name)))).toEqual(editionOf(shippedText(name)));
  });

  test.each([
    // Up to and including 4 December, as was published: closed from midnight there.
    ['2020-2021.json', 'GD20', '2020-12-04T22:59:59.999Z', '2020-12-04T23:00:00.000Z'],
    ['2021-2022.json', 'GD21', '2021-12-05T22:59:59.999Z', '2021-12-05T23:00:00.000Z'],
    ['2022-2023.json', 'GD22', '2022-12-12T07:59:59.999Z', '2022-12-12T08:00:00.000Z'],
  ])('%s closed when it did', (name, prefix, last, tooLate) => {
    const edition = editionOf(shippedText(name));
    expect([edition.numberPrefix, phaseOf(edition, last), phaseOf(edition, tooLate)]).toEqual([
      prefix,
      'open',
      'closed',
    ]);
  });

  test('have the categories and criteria of their year', () => {
    const categories = (name: string) => editionOf(shippedText(name)).categories.map((each) => each.name.nl);
    expect(categories('2021-2022.json')).toEqual(['Direct', 'Indirect']);
    expect(categories('2022-2023.json')).toEqual([
      'Inclusieve samenleving',
      'Leefomgeving',
      'Lokale democratie',
      'Uitvoeringskracht',
    ]);
    const [round] = editionOf(shippedText('2022-2023.json')).rounds;
    expect(round?.criteria.map(({ name, weight }) => [name.nl, weight])).toEqual([
      ['Succesvol', 1],
      ['Waardevol', 1],
      ['Herbruikbaar', 1],
    ]);
  });
});

describe('what a file may leave out or say shorter', () => {
  test('has a default, and a text alone is the Dutch', () => {
    const text = fileWith(
      [['invitesNominated']],
      [['remindDaysBefore']],
      [['example']],
      [['categories', 0, 'name'], ' Direct '],
    );
    expect(editionOf(text)).toMatchObject({
      invitesNominated: false,
      remindDaysBefore: [7, 1],
      example: false,
      categories: [{ id: 'direct', name: { nl: 'Direct' } }, {}],
    });
  });

  test('reminders to judges are those of the file, or else nothing is said of them', () => {
    expect(editionOf(fileWith()).rounds[0]).not.toHaveProperty('remindDaysBefore');
    const said = editionOf(fileWith([['rounds', 0, 'remindDaysBefore'], [3]]));
    expect(said.rounds[0]?.remindDaysBefore).toEqual([3]);
    expect(editionOf(fileWith([['rounds', 0, 'remindDaysBefore'], []])).rounds[0]?.remindDaysBefore).toEqual(
      [],
    );
  });

  test('notes are not kept, scores with a description are in order', () => {
    const edition = editionOf(
      fileWith([
        ['rounds', 0, 'scale', 'anchors'],
        { 5: { nl: 'top', en: 'top' }, 1: { nl: 'nee', en: 'no' } },
      ]),
    );
    expect(JSON.stringify(edition)).not.toContain('note');
    expect(edition.rounds[0]?.scale).toEqual({
      lowest: 1,
      highest: 5,
      anchors: [
        { value: 1, text: { nl: 'nee', en: 'no' } },
        { value: 5, text: { nl: 'top', en: 'top' } },
      ],
    });
  });

  test('a byte order mark, as Windows writes it, does no harm', () => {
    expect(editionOf(`\uFEFF${fileWith()}`)).toEqual(editionOf(fileWith()));
  });
});

describe('summer time does not move a deadline', () => {
  test.each([
    // The clock goes forward in the night of 29 March 2026 at 02:00, and back in that of 25 October at 03:00.
    ['2026-03-28T18:00', '2026-03-28T17:00:00.000Z'],
    ['2026-03-29T00:00', '2026-03-28T23:00:00.000Z'],
    ['2026-03-29T09:00', '2026-03-29T07:00:00.000Z'],
    ['2026-03-29T18:00', '2026-03-29T16:00:00.000Z'],
    ['2026-03-30T00:00', '2026-03-29T22:00:00.000Z'],
    ['2026-03-28', '2026-03-28T23:00:00.000Z'],
    ['2026-03-29', '2026-03-29T22:00:00.000Z'],
    ['2026-10-24T18:00', '2026-10-24T16:00:00.000Z'],
    ['2026-10-25T00:00', '2026-10-24T22:00:00.000Z'],
    ['2026-10-25T09:00', '2026-10-25T08:00:00.000Z'],
    ['2026-10-25T18:00', '2026-10-25T17:00:00.000Z'],
    ['2026-10-26 00:00', '2026-10-25T23:00:00.000Z'],
    ['2026-10-25', '2026-10-25T23:00:00.000Z'],
  ])('%s closes at %s', (written, at) => {
    expect(closingIn('Europe/Amsterdam', written)).toEqual({ at, clock: 'once' });
  });

  test('a time that comes twice opens the first time and closes the second', () => {
    expect(openingIn('Europe/Amsterdam', '2026-10-25T02:30')).toEqual({
      at: '2026-10-25T00:30:00.000Z',
      clock: 'twice',
    });
    expect(closingIn('Europe/Amsterdam', '2026-10-25T02:30')).toEqual({
      at: '2026-10-25T01:30:00.000Z',
      clock: 'twice',
    });
  });

  test('a time that is skipped is known', () => {
    expect(closingIn('Europe/Amsterdam', '2026-03-29T02:30').clock).toBe('skipped');
  });

  test('a day begins when it does where midnight is skipped', () => {
    expect(openingIn('Africa/Cairo', '2026-04-24').at).toBe('2026-04-23T22:00:00.000Z');
  });
});

describe('whatever is changed in a file, it is an edition or there is a sentence about it', () => {
  const paths = pathsIn(jsonOf(fileWith()));
  const change = fc.tuple(fc.constantFrom(...paths), fc.option(fc.jsonValue(), { nil: undefined }));

  function isAnswered(text: string): boolean {
    const reading = readEditionFile(text);
    if ('edition' in reading) return editionSchema.safeParse(reading.edition).success;
    return (
      reading.faults.length > 0 &&
      [...reading.faults, ...reading.warnings].every((fault) =>
        (['nl', 'en'] as const).every((language) => /[.?]$/.test(sayFault(language, fault))),
      )
    );
  }

  test('a setting left out, or anything in its place', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        // @NOTE JSON.stringify takes what fast-check gives as JSON; its type says unknown
        expect(isAnswered(fileWith(...(changes as FileChange[])))).toBe(true);
      }),
      effort(400, 5_000),
    );
  });

  test('characters put in or taken out anywhere', () => {
    const file = fileWith();
    const slip = fc.tuple(fc.nat(file.length), fc.nat(12), fc.string({ maxLength: 6 }));
    fc.assert(
      fc.property(slip, ([at, less, more]) => {
        expect(isAnswered(file.slice(0, at) + more + file.slice(at + less))).toBe(true);
      }),
      effort(400, 5_000),
    );
  });

  test('or any text at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(isAnswered(text)).toBe(true);
      }),
      effort(400, 5_000),
    );
  });
});

function pathsIn(document: Json, path: (string | number)[] = []): (string | number)[][] {
  if (typeof document !== 'object' || document === null) return [path];
  const members: [string | number, Json | undefined][] = Array.isArray(document)
    ? [...document.entries()]
    : Object.entries(document);
  return [path, ...members.flatMap(([key, value]) => pathsIn(value ?? null, [...path, key]))];
}
