import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { chain } from '../../../bot/use-cases/log/audit-trail.ts';
import { personId } from '../../../bot/domain/person.ts';
import {
  currentEditionId,
  currentEditions,
  editionDocumentId,
  editionPartition,
  editions,
  programmePartition,
} from '../../../bot/store/documents/edition-documents.ts';
import {
  auditEntries,
  auditPrefix,
  scoreSheets,
  sheetId,
  submissionPartition,
} from '../../../bot/store/documents/submission-documents.ts';
import type { DocumentStore } from '../../../bot/store/port.ts';
import { openSqliteStore } from '../../../bot/store/sqlite/open-sqlite-store.ts';
import { submitInitiative } from '../../../bot/use-cases/submitting/submit-initiative.ts';
import type { FileChange } from '../domain/edition-files.ts';
import { fileWith } from '../domain/edition-files.ts';
import { fields } from '../domain/examples.ts';
import { freshFolder } from '../store/sqlite/open-fresh-store.ts';
import { command } from './run-command.ts';

const before = '2027-08-01T10:00:00.000Z';
const open = '2027-10-01T10:00:00.000Z';
const id = 'gemeentedelers-2028';
const name = 'GemeenteDelers 2027/28';

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ folder, remove } = await freshFolder());
  await inStore(async () => undefined);
});
afterEach(() => remove());

async function inStore<T>(act: (store: DocumentStore) => Promise<T>): Promise<T> {
  const store = await openSqliteStore({ folder });
  try {
    return await act(store);
  } finally {
    await store.close();
  }
}

async function put(now: string, changes: FileChange[] = [], words = '') {
  const files = { 'a.json': fileWith(...changes) };
  const { code, lines } = await command(`put a.json --data ${folder}${words}`, { files, now });
  return { code, lines: lines.map((line) => line.replaceAll(folder, 'map')) };
}

const kept = () =>
  inStore(async (store) => (await editions.read(store, editionPartition(id), editionDocumentId))?.value);

const log = (partition: string) =>
  inStore(async (store) =>
    (await auditEntries.list(store, partition, { prefix: auditPrefix })).map((each) => each.value),
  );

/** Somebody hands in for the category "direct", and a judge scores it. */
async function handIn({ scored = false } = {}): Promise<void> {
  await inStore(async (store) => {
    const submissionId = 'inzending';
    await submitInitiative(store, {
      submissionId,
      editionId: id,
      submitter: personId({ tenantId: 't', objectId: 'sanne' }),
      fields,
      receivedAt: open,
    });
    if (!scored) return;
    await store.commit(submissionPartition(submissionId), [
      scoreSheets.create(sheetId('preselection', 't:judge'), {
        submissionId,
        roundId: 'preselection',
        judge: 't:judge',
        status: 'draft',
        revision: 1,
        updatedAt: open,
        scores: { success: 4 },
        remarks: {},
        overallRemark: '',
      }),
    ]);
  });
}

describe('put', () => {
  test('makes the edition and says how to run it', async () => {
    expect(await put(before)).toEqual({
      code: 0,
      lines: [
        `${name} staat klaar. Maak er de lopende editie van met: npm run edition -- run ${id} --data map`,
      ],
    });
    expect(await kept()).toMatchObject({ id, name, closesAt: '2027-12-05T23:00:00.000Z' });
    expect(await put(before)).toEqual({
      code: 0,
      lines: [`${name} is al precies zo. Er is niets veranderd.`],
    });
  });

  test('replaces it before the opening, and says what changed', async () => {
    await put(before);
    const changes: FileChange[] = [
      [['numberPrefix'], 'GD2028'],
      [['closes'], '2027-12-06T09:00'],
      [['categories', 0, 'explanation', 'en'], 'At once.'],
      [['categories', 1, 'id'], 'later'],
      [['remindDaysBefore'], [14, 7, 1]],
      [['invitesNominated'], false],
      [['rounds', 0, 'scale', 'anchors', '5'], { nl: 'top', en: 'excellent' }],
    ];
    expect(await put(before, changes)).toEqual({
      code: 0,
      lines: [
        `${name} is veranderd:`,
        '  Anders: het begin van de nummers: was “GD28”, wordt “GD2028”.',
        '  Anders: de sluiting: was 6 december 2027, 00.00 uur, wordt 6 december 2027, 09.00 uur.',
        '  Anders: de keuze om voorgedragen gemeenten uit te nodigen: was ja, wordt nee.',
        '  Anders: de lijst met herinneringen: was 7, 1, wordt 14, 7, 1.',
        '  Anders: categorie 1 (‘Direct’), de uitleg in het Engels: was “Residents or businesses notice the improvement at once.”, wordt “At once.”.',
        '  Erbij: categorie 2 (‘Indirect’).',
        '  Weg: categorie 2 (‘Indirect’).',
        '  Anders: ronde 1 (‘Voorselectie’), score 5, de omschrijving in het Nederlands: was “uitmuntend”, wordt “top”.',
      ],
    });
    expect(await kept()).toMatchObject({ numberPrefix: 'GD2028', remindDaysBefore: [14, 7, 1] });
  });

  test('says when the order changes', async () => {
    await put(before);
    expect(
      (
        await put(before, [
          [['steps', 5], 'category'],
          [['steps', 6], 'similar'],
        ])
      ).lines,
    ).toEqual([`${name} is veranderd:`, '  Andere volgorde: de lijst met vragen.']);
  });

  test('asks for a yes once it is open, and changes nothing until then', async () => {
    await put(before);
    const changes: FileChange[] = [[['name'], 'GemeenteDelers 2028']];
    expect(await put(open, changes)).toEqual({
      code: 1,
      lines: [
        'GemeenteDelers 2028 is al open geweest. Dit zou veranderen:',
        `  Anders: de naam: was “${name}”, wordt “GemeenteDelers 2028”.`,
        'Er is nog niets veranderd. Klopt dit? Doe het dan nog eens, met --yes.',
      ],
    });
    expect(await kept()).toMatchObject({ name });
    expect((await put(open, changes, ' --yes')).code).toBe(0);
    expect(await kept()).toMatchObject({ name: 'GemeenteDelers 2028' });
  });

  test('asks for a yes too when it was opened early and somebody handed in', async () => {
    await put(before);
    await handIn();
    expect((await put(before, [[['name'], 'Anders']])).code).toBe(1);
    expect(await kept()).toMatchObject({ name });
  });

  test.each<[what: string, changes: FileChange[], sentence: string]>([
    [
      'the number prefix',
      [[['numberPrefix'], 'GD99']],
      '  Het begin van de nummers kan niet meer van GD28 naar GD99: mensen kennen hun nummer al.',
    ],
    [
      'a category with submissions',
      [[['categories', 0]]],
      '  De categorie ‘Direct’ kan niet weg: er is 1 inzending in.',
    ],
    [
      'a round with score sheets',
      [[['rounds', 0]]],
      '  De ronde ‘Voorselectie’ kan niet weg: er is al 1 scoreformulier.',
    ],
    [
      'criteria that were scored on',
      [[['rounds', 0, 'criteria', 1]]],
      '  De criteria van ronde ‘Voorselectie’ kunnen niet meer bij of weg: er is al 1 scoreformulier.',
    ],
    [
      'a scale that was scored on',
      [[['rounds', 0, 'scale', 'highest'], 10]],
      '  De schaal van ronde ‘Voorselectie’ kan niet meer veranderen: er is al 1 scoreformulier.',
    ],
  ])('refuses to change %s, also with a yes', async (_what, changes, sentence) => {
    await put(before);
    await handIn({ scored: true });
    const was = await kept();
    expect(await put(open, changes, ' --yes')).toEqual({
      code: 1,
      lines: [`${name} kan zo niet veranderen:`, sentence],
    });
    expect(await kept()).toEqual(was);
  });

  test('lets go of a category that nobody used', async () => {
    await put(before);
    await handIn();
    expect((await put(open, [[['categories', 1]]], ' --yes')).code).toBe(0);
    expect((await kept())?.categories.map((each) => each.id)).toEqual(['direct']);
  });

  test('stores nothing of a file that is not in order', async () => {
    expect((await put(before, [[['name']]])).code).toBe(1);
    expect(await kept()).toBeUndefined();
  });

  test('is written in the log of the edition, chained', async () => {
    await put(before);
    await put(open, [[['name'], 'Anders']], ' --yes');
    const entries = await log(editionPartition(id));
    expect(entries).toMatchObject([
      { sequence: 1, at: before, by: 'command-line', act: 'put-edition', after: { name } },
      { sequence: 2, at: open, act: 'put-edition', before: { name }, after: { name: 'Anders' } },
    ]);
    const [first, second] = entries;
    if (first === undefined || second === undefined) throw new Error('the log is not complete');
    const { sequence: _sequence, previousHash: _previous, hash: _hash, ...deed } = second;
    expect(chain(deed, first)).toEqual(second);
  });
});

describe('run', () => {
  const run = async (edition: string) => {
    const { code, lines } = await command(`run ${edition} --data ${folder}`);
    return { code, lines: lines.map((line) => line.replaceAll(folder, 'map')) };
  };
  const running = () =>
    inStore(
      async (store) =>
        (await currentEditions.read(store, programmePartition, currentEditionId))?.value.editionId,
    );

  test('makes it the running edition, in place of the one before', async () => {
    await put(before);
    expect(await run(id)).toEqual({
      code: 0,
      lines: [`${name} is nu de lopende editie. Start de server om dit te zien.`],
    });
    await command(`put 2022-2023.json --data ${folder}`);
    expect(await run('gemeentedelers-2022')).toEqual({
      code: 0,
      lines: [
        `GemeenteDelers 2022/23 is nu de lopende editie in plaats van ${id}. Start de server om dit te zien.`,
      ],
    });
    expect(await run('gemeentedelers-2022')).toEqual({
      code: 0,
      lines: ['GemeenteDelers 2022/23 was al de lopende editie. Er is niets veranderd.'],
    });
    expect(await running()).toBe('gemeentedelers-2022');
    expect(await log(programmePartition)).toMatchObject([
      { act: 'run-edition', after: id },
      { act: 'run-edition', before: id, after: 'gemeentedelers-2022' },
    ]);
  });

  test('knows only editions that were put there', async () => {
    expect(await run('weg')).toEqual({
      code: 1,
      lines: [
        'Er is geen editie met de id weg in map. Zet haar er eerst in met: npm run edition -- put bestand.json --data map',
      ],
    });
    expect(await running()).toBeUndefined();
  });
});

describe('the data folder', () => {
  test.each(['put voorbeeld.json', `run ${id}`])('of a running server is left alone by %s', async (typed) => {
    await inStore(async () => {
      expect(await command(`${typed} --data ${folder}`)).toEqual({
        code: 1,
        lines: [`De map ${folder} is in gebruik: de server draait. Stop de server eerst.`],
      });
    });
  });

  test('that is not there is not made', async () => {
    expect(await command(`run ${id} --data ${folder}x`)).toEqual({
      code: 1,
      lines: [`De map ${folder}x is er niet. Kijk de naam na.`],
    });
  });
});
