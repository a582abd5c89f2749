import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { submissionPartition } from '../../../../bot/store/documents/submission-documents.ts';
import { openSqliteStore } from '../../../../bot/store/sqlite/open-sqlite-store.ts';
import { submitInitiative } from '../../../../bot/use-cases/submitting/submit-initiative.ts';
import { fields, now } from '../../domain/examples.ts';
import { openOn, startTrustedServer } from '../../store/cosmos/open-fresh-cosmos.ts';
import { delegatingStore } from '../../store/delegating-store.ts';
import { openWorld } from '../../use-cases/world.ts';
import { admin } from './run-admin.ts';

let folder: string;
let data: string;
let file: string;
let editionId: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'admin-'));
  data = join(folder, 'data');
  file = join(folder, 'alles.gz');
  const store = await openSqliteStore({ folder: data });
  const world = await openWorld({ opened: { store, close: () => store.close() } });
  editionId = world.edition.id;
  await submitInitiative(store, {
    ...{ submissionId: 'een', editionId, submitter: 't:s', fields, receivedAt: now },
  });
  await world.close();
});
afterEach(() => rm(folder, { recursive: true }));

const backup = (to = file) => admin(['backup', '--data', data, '--to', to]);
const restore = (to: string) => admin(['restore', '--data', to, '--from', file]);
const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

test('a backup says what is in it, and what it is', async () => {
  const { code, lines } = await backup();
  expect(code).toBe(0);
  expect(lines[0]).toMatch(/^\d+ documenten van \d+ onderdelen in .*alles\.gz\.$/);
  expect(lines[1]).toMatch(/^Controlegetal: [\da-f]{64}$/);
  expect(lines[2]).toMatch(/persoonsgegevens/);
});

test('a backup overwrites nothing, and makes no folder', async () => {
  await writeFile(file, 'van iemand anders');
  expect(await backup()).toMatchObject({ code: 1 });
  expect(await readFile(file, 'utf8')).toBe('van iemand anders');
  expect(await backup(join(folder, 'nergens', 'alles.gz'))).toMatchObject({ code: 1 });
});

test('a restore makes the folder, says from when it is and that every log is whole', async () => {
  await backup();
  const { code, lines } = await restore(join(folder, 'elders'));
  expect(code).toBe(0);
  expect(lines[0]).toMatch(
    /^Teruggezet: \d+ documenten van \d+ onderdelen, zoals ze waren op 1 augustus 2027\.$/,
  );
  expect(lines.at(-1)).toBe('Alles klopt.');
});

test('a restore says when there is something already', async () => {
  await backup();
  expect(await restore(data)).toEqual({
    code: 1,
    lines: [
      `${data} is niet leeg. Er is niets veranderd. Kies een map of container waar nog niets in staat.`,
    ],
  });
});

test.each([
  ['is not there', async () => undefined, 'is er niet'],
  ['is something else', () => writeFile(file, 'Dit is een brief.'), 'geen reservekopie'],
  [
    'was cut off',
    async () => {
      await backup();
      await writeFile(file, (await readFile(file)).subarray(0, 500));
    },
    'niet heel',
  ],
])('a file that %s is refused, and no folder is made', async (_name, make, sentence) => {
  await make();
  const elsewhere = join(folder, 'elders');
  const { code, lines } = await restore(elsewhere);
  expect(code).toBe(1);
  expect(lines.join()).toContain(sentence);
  expect(await isThere(elsewhere)).toBe(false);
});

test('while only part of it is there nothing else is done, and the same again goes on', async () => {
  await backup();
  const elsewhere = join(folder, 'elders');
  const dying = async (to: string) => {
    const store = await openSqliteStore({ folder: to });
    return delegatingStore(store, {
      commit: async (partition, operations) => {
        if (partition === submissionPartition('een')) throw new Error('died');
        return store.commit(partition, operations);
      },
    });
  };
  const first = admin(['restore', '--data', elsewhere, '--from', file], { openStore: dying });
  await expect(first).rejects.toThrow('died');
  expect(await admin(['verify', '--data', elsewhere])).toEqual({
    code: 1,
    lines: [
      `In ${elsewhere} staat een reservekopie nog maar voor een deel. Doe eerst restore opnieuw, met hetzelfde bestand.`,
    ],
  });
  expect(await restore(elsewhere)).toMatchObject({ code: 0 });
  expect(await admin(['verify', '--data', elsewhere])).toMatchObject({ code: 0 });
});

test('what was kept on one machine goes on in the cloud', async () => {
  await backup();
  const server = await startTrustedServer({ ranges: 2 });
  try {
    const inCloud = { openStore: () => openOn(server), hasFolder: () => true };
    const { code, lines } = await admin(['restore', '--data', 'https://…', '--from', file], inCloud);
    expect([code, lines.at(-1)]).toEqual([0, 'Alles klopt.']);
    const store = await openOn(server);
    const next = await submitInitiative(store, {
      ...{ submissionId: 'twee', editionId, submitter: 't:s', fields, receivedAt: now },
    });
    await store.close();
    expect(next).toMatchObject({ number: 2 });
  } finally {
    await server.stop();
  }
});
