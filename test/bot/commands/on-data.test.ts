import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { runAdminCommand } from '../../../bot/commands/admin/admin-command.ts';
import { runEditionCommand } from '../../../bot/commands/edition-command.ts';
import { runExportCommand } from '../../../bot/commands/export-command.ts';
import { hasData, openData } from '../../../bot/commands/open-data.ts';
import { runVerifyCommand } from '../../../bot/commands/verify-command.ts';
import { restoreMarks, restorePlace } from '../../../bot/store/backup/restore-mark.ts';
import { openSqliteStore } from '../../../bot/store/sqlite/open-sqlite-store.ts';
import { freshFolder } from '../store/sqlite/open-fresh-store.ts';

/** Every command that takes `--data`, as typed after its name. */
const typed = {
  edition: [runEditionCommand, 'run gemeentedelers-2028'],
  verify: [runVerifyCommand, ''],
  export: [runExportCommand, '--edition gemeentedelers-2028 --round assessment'],
  admin: [runAdminCommand, 'verify'],
} as const;
type Name = keyof typeof typed;
const names = Object.keys(typed).filter((name): name is Name => name in typed);

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ folder, remove } = await freshFolder());
});
afterEach(() => remove());

async function run(name: Name, data: string): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const [command, words] = typed[name];
  const code = await command([...words.split(' ').filter(Boolean), '--data', data], {
    print: (line) => lines.push(line),
    openStore: openData,
    hasFolder: hasData,
    now: () => '2027-10-01T10:00:00.000Z',
    readFile: () => Promise.reject(new Error('no file')),
    writeFile: () => Promise.reject(new Error('no file')),
    environment: {},
  });
  return { code, lines };
}

test.each(names)('%s says that there is no such folder', async (name) => {
  const data = `${folder}/none`;
  expect(await run(name, data)).toEqual({
    code: 1,
    lines: [`De map ${data} is er niet. Kijk de naam na.`],
  });
  expect(hasData(data)).toBe(false);
});

test.each(names)('%s leaves the folder of a running server alone', async (name) => {
  const store = await openSqliteStore({ folder });
  expect(await run(name, folder)).toEqual({
    code: 1,
    lines: [`De map ${folder} is in gebruik: de server draait. Stop de server eerst.`],
  });
  await store.close();
});

test.each(names)('%s takes nothing from half a backup', async (name) => {
  const store = await openSqliteStore({ folder });
  const { partition, id } = restorePlace;
  await store.commit(partition, [restoreMarks.create(id, { sha256: '', documents: 0 })]);
  await store.close();
  expect(await run(name, folder)).toEqual({
    code: 1,
    lines: [
      `In ${folder} staat een reservekopie nog maar voor een deel. Doe eerst restore opnieuw, met hetzelfde bestand.`,
    ],
  });
});
