import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { runVerifyCommand } from '../../../../bot/commands/verify-command.ts';
import { exportWords } from '../../../../bot/texts/export-words.ts';
import { csvLines, harmless } from '../../../../bot/use-cases/export/export-csv.ts';
import type { ExportFormat } from '../../../../bot/use-cases/export/export-file.ts';
import { exportFile } from '../../../../bot/use-cases/export/export-file.ts';
import { exportRound } from '../../../../bot/use-cases/export/export-round.ts';
import type { Cell } from '../../../../bot/use-cases/export/export-table.ts';
import { xlsxFile } from '../../../../bot/use-cases/export/export-xlsx.ts';
import { fixCut, proposeCut } from '../../../../bot/use-cases/cut/cut-propose.ts';
import { viewCut } from '../../../../bot/use-cases/cut/cut-view.ts';
import { verifyExport } from '../../../../bot/use-cases/export/verify-export.ts';
import { effort } from '../../../runs.ts';
import { freeze, key, openScored, placeIn, rank, scoreIt } from '../cut/cut-world.ts';
import type { OpenWorld } from '../world.ts';

let world: OpenWorld;
beforeAll(async () => {
  world = await openScored();
  await scoreIt(world, 'aap', 0, 5, { basedOn: 1, remark: '=1+1; "kanarie"' });
  await freeze(world);
  for (const [act, name] of [
    [proposeCut, 'organiser'],
    [fixCut, 'chair'],
  ] as const) {
    const { cut, seen } = await viewCut(world, key(name), placeIn(world), rank);
    await act(world, key(name), { ...placeIn(world), basedOn: cut.revision, key: name, seen }, rank);
  }
});
afterAll(() => world.close());

async function exported(format: ExportFormat, names = true, who: 'organiser' | 'juror1' = 'organiser') {
  const wish = { editionId: world.edition.id, roundId: 'preselection', names } as const;
  const file = await exportFile(await exportRound(world, key(who), wish, rank), format, exportWords('nl'));
  return { name: file.name, bytes: Buffer.concat([...file.pieces].map((piece) => Buffer.from(piece))) };
}

/** RFC 4180, read strictly. */
function parseCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let at = 0;
  let row: string[] = [];
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += text[at] === '"' ? 2 : 1)
        cell += text.charAt(at);
      at += 1;
    } else
      for (; at < text.length && text[at] !== separator && text[at] !== '\r'; at += 1)
        cell += text.charAt(at);
    row.push(cell);
    if (text[at] === separator) at += 1;
    else {
      expect(text.slice(at, at + 2)).toBe('\r\n');
      at += 2;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe('CSV', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+31', "'+31"],
    ['-x', "'-x"],
    ['@A1', "'@A1"],
    ['\t=x', "'\t=x"],
    ['\rx', "'\rx"],
    ['  =x', "'  =x"],
    ['\uFF1Dx', "'\uFF1Dx"],
    ['a=b', 'a=b'],
    ['', ''],
  ])('%j is written as %j', (typed, safe) => {
    expect(harmless(typed)).toBe(safe);
  });

  test.each(['nl', 'en'] as const)('in %s is read back as it was', (language) => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a;b', 'a,b', '"', 'a\r\nb', ''));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const [mark = '', ...text] = [...csvLines(rows, language)].join('');
        const read = parseCsv(text.join(''), language === 'nl' ? ';' : ',');
        expect([mark, read]).toEqual(['\uFEFF', rows.map((row) => row.map(harmless))]);
      }),
      effort(100, 5_000),
    );
  });

  test('writes numbers as the language does', () => {
    const row: Cell[] = [1.5, 3, undefined, 'x'];
    expect([...csvLines([row], 'nl')][1]).toBe('"1,5";3;;x\r\n');
    expect([...csvLines([row], 'en')][1]).toBe('1.5,3,,x\r\n');
  });

  test('of a round has a row a sheet, and no formula', async () => {
    const { name, bytes } = await exported('csv');
    const rows = parseCsv(bytes.toString('utf8').slice(1), ';');
    expect(name).toBe('gemeentedelers-2027-voorselectie.csv');
    expect(rows).toHaveLength(1 + 24);
    expect(rows[1]?.slice(0, 5)).toEqual(['GD27-0001', 'Initiatief aap', 'Utrecht', 'direct', '1']);
    expect(rows.flat()).toContain(`'=1+1; "kanarie"`);
  });
});

test('Excel holds the text as text and the numbers as numbers', async () => {
  const rows = [['kop'], ['=1+1', 2.5], ['a\u0000b']];
  const files = unzipSync(new Uint8Array(await xlsxFile({ rows, sheet: 'blad' })));
  const sheet = Buffer.from(files['xl/worksheets/sheet1.xml'] ?? []).toString('utf8');
  const strings = Buffer.from(files['xl/sharedStrings.xml'] ?? []).toString('utf8');
  expect(sheet).not.toContain('<f>');
  expect(sheet).toContain('<v>2.5</v>');
  expect(sheet + strings).toContain('=1+1');
  const whole = await exported('xlsx');
  expect(Object.keys(unzipSync(new Uint8Array(whole.bytes)))).toContain('xl/workbook.xml');
});

test('a large workbook is made while others are answered', async () => {
  const row: Cell[] = ['GD27-0001', 'Een titel', 3.25, ...Array<string>(8).fill('Een opmerking '.repeat(20))];
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 1);
  await xlsxFile({ rows: Array<Cell[]>(5_000).fill(row), sheet: 'blad' });
  clearInterval(counting);
  expect(turns).toBeGreaterThan(20);
});

describe('JSON', () => {
  test.each([true, false])('with names: %s, is recomputed to the last digit', async (names) => {
    const { bytes } = await exported('json', names);
    const report = await verifyExport(bytes, rank);
    expect(report).toMatchObject({ faults: [], names, submissions: 6, sheets: 24 });
  });

  test('without names holds nobody and nothing that was written, the same each time', async () => {
    const text = (await exported('json', false)).bytes.toString('utf8');
    for (const canary of [
      'kanarie',
      'Jurylid',
      'Petra',
      't:s',
      key('juror1').objectId,
      key('chair').objectId,
    ])
      expect(text).not.toContain(canary);
    expect((await exported('json', false)).bytes.toString('utf8')).toBe(text);
  });

  test('is for who sees the cut; with names for who does not judge', async () => {
    await expect(exported('json', false, 'juror1')).rejects.toMatchObject({ code: 'not-found' });
    await expect(exported('csv', true, 'juror1')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('with any other byte is refused', async () => {
    const { bytes } = await exported('json');
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const other = new Uint8Array(bytes);
          other[at] = (other[at] ?? 0) ^ flip;
          expect((await verifyExport(other, rank)).faults).not.toEqual([]);
        },
      ),
      effort(150, 20_000),
    );
  });

  test('is looked over by the command', async () => {
    const { bytes } = await exported('json');
    const lines: string[] = [];
    const run = (content: Uint8Array) =>
      runVerifyCommand(['export.json'], {
        print: (line) => lines.push(line),
        openStore: async () => world.store,
        hasFolder: () => false,
        readBytes: async () => content,
      });
    expect(await run(bytes)).toBe(0);
    expect(await run(bytes.subarray(1))).toBe(1);
    expect(lines).toEqual([
      'Nagerekend: 24 formulieren van 6 inzendingen in 2 categorieën.',
      'Alles klopt.',
      'Dit is geen JSON-bestand.',
      'Er klopt één ding niet.',
    ]);
  });
});
