import { describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { fileWith, shippedFiles } from '../domain/edition-files.ts';
import { command } from './run-command.ts';

describe('check', () => {
  test('says of each file that it is in order', async () => {
    expect(await command(`check ${shippedFiles.join(' ')}`)).toEqual({
      code: 0,
      lines: shippedFiles.map((name) => `${name}: in orde.`),
    });
  });

  test('says what is wrong, on which line, and looks at the other files too', async () => {
    const files = { 'a.json': fileWith([['id'], 'A'], [['name']]), 'b.json': fileWith([['consent'], 'Ja.']) };
    expect(await command('check a.json b.json weg.json', { files })).toEqual({
      code: 1,
      lines: [
        'a.json: niet in orde, 2 fouten.',
        '  Fout, regel 1: De naam ontbreekt. Zet erbij: “name”.',
        '  Fout, regel 10: De id “A” kan niet: gebruik alleen kleine letters, cijfers en streepjes, ten hoogste 40 tekens. Bijvoorbeeld: “leefomgeving”.',
        'b.json: in orde, met 1 opmerking.',
        '  Let op, regel 176: De tekst over toestemming is er niet in het Engels. Wie Engels leest, ziet Nederlands.',
        'Het bestand weg.json is er niet, of kan niet worden gelezen.',
      ],
    });
  });

  test('is fine with warnings alone', async () => {
    const files = { 'b.json': fileWith([['consent'], 'Ja.']) };
    expect((await command('check b.json', { files })).code).toBe(0);
  });

  test('speaks English when asked', async () => {
    expect(await command('check voorbeeld.json --lang en')).toEqual({
      code: 0,
      lines: ['voorbeeld.json: in order.'],
    });
  });
});

describe('show', () => {
  test.each(['nl', 'en'])('tells what people will be asked, and when, in %s', async (language) => {
    const { code, lines } = await command(`show voorbeeld.json --lang ${language}`);
    expect(code).toBe(0);
    expect(lines.join('\n')).toMatchSnapshot();
  });

  test.each([
    [
      '2020-2021.json',
      'Inzenden: open van 14 september 2020, 09.00 uur tot en met 4 december 2020 (Europe/Amsterdam).',
    ],
    [
      '2022-2023.json',
      'Inzenden: open van 12 september 2022, 09.00 uur tot 12 december 2022, 09.00 uur (Europe/Amsterdam).',
    ],
  ])('says until when %s was open', async (file, line) => {
    expect((await command(`show ${file}`)).lines).toContain(line);
  });

  test('says what is wrong when there is nothing to show', async () => {
    const files = { 'a.json': fileWith([['name']]) };
    const { code, lines } = await command('show a.json', { files });
    expect([code, lines[1]]).toEqual([1, '  Fout, regel 1: De naam ontbreekt. Zet erbij: “name”.']);
  });
});

test.each([
  '',
  'check',
  'show',
  'show a.json b.json',
  'put a.json',
  'run x',
  'frob a.json',
  'check a --lang fr',
  'check a --what',
])('“%s” is answered with how it works', async (typed) => {
  const { code, lines } = await command(typed);
  expect(code).toBe(2);
  expect(lines.join('\n')).toContain('npm run edition -- check bestand.json');
});

test('the command itself runs without a build, and ends as it says', async () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const run = (...words: string[]) =>
    new Promise<{ code: unknown; output: string }>((resolve) => {
      execFile(process.execPath, ['bot/commands/edition.ts', ...words], { cwd: root }, (error, output) => {
        resolve({ code: error?.code ?? 0, output });
      });
    });
  expect(await run('check', 'bot/editions/voorbeeld.json')).toEqual({
    code: 0,
    output: 'bot/editions/voorbeeld.json: in orde.\n',
  });
  expect((await run('check', 'package.json')).code).toBe(1);
});
