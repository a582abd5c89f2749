import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { subcommands } from '../../../../bot/commands/admin/subcommands.ts';
import { openSqliteStore } from '../../../../bot/store/sqlite/open-sqlite-store.ts';
import { StoreUnavailableError } from '../../../../bot/store/store-unavailable-error.ts';
import { delegatingStore } from '../../store/delegating-store.ts';
import { admin } from './run-admin.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'admin-'))));
afterEach(() => rm(folder, { recursive: true }));

describe('what nobody could carry out is answered with how it works', () => {
  test.each<[string, string[]]>([
    ['nothing', []],
    ['something unknown', ['sweep', '--data', '/']],
  ])('%s: with every subcommand', async (_name, words) => {
    const { code, lines } = await admin(words);
    expect(code).toBe(2);
    const told = lines.join('\n').split('\n');
    for (const { name } of subcommands) expect(told.some((line) => line.startsWith(`  ${name}`))).toBe(true);
  });

  test.each<[string, string[]]>([
    ['without a place', ['verify']],
    ['an empty place', ['verify', '--data', '']],
    ['an option of no use here', ['verify', '--data', '/', '--edition', 'e']],
    ['a language that is not there', ['verify', '--data', '/', '--lang', 'fr']],
    ['more words', ['verify', 'this', '--data', '/']],
  ])('%s: with that subcommand', async (_name, words) => {
    const { code, lines } = await admin(words);
    expect(code).toBe(2);
    expect(lines.join('\n').split('\n')).toHaveLength(3);
  });
});

test('in the language that is asked for', async () => {
  expect((await admin(['verify', '--lang', 'en'])).lines[0]).toMatch(/^How it works/);
});

test('a folder that is not there is not made', async () => {
  const data = join(folder, 'none');
  expect(await admin(['verify', '--data', data])).toEqual({
    code: 1,
    lines: [`De map ${data} is er niet. Kijk de naam na.`],
  });
});

test('a folder in use is said to be so', async () => {
  const store = await openSqliteStore({ folder });
  try {
    expect(await admin(['verify', '--data', folder])).toEqual({
      code: 1,
      lines: [`De map ${folder} is in gebruik: de server draait. Stop de server eerst.`],
    });
  } finally {
    await store.close();
  }
});

test('verify says what npm run verify says', async () => {
  expect(await admin(['verify', '--data', folder])).toEqual({
    code: 0,
    lines: ['Nagekeken: 0 regels in 0 logboeken.', 'Alles klopt.'],
  });
});

test('a store that gives no answer is told of, with what to do', async () => {
  const openStore = async () =>
    delegatingStore(await openSqliteStore({ folder }), {
      feedRanges: () => Promise.reject(new StoreUnavailableError(undefined)),
    });
  const { code, lines } = await admin(['verify', '--data', folder], { openStore });
  expect([code, lines.join()]).toEqual([1, expect.stringContaining('gaf te lang geen antwoord')]);
});
