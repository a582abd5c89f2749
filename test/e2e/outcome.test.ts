import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { currentEdition } from '../../bot/use-cases/edition-context.ts';
import { verifyLog } from '../../bot/use-cases/verify-log.ts';
import type { Person } from '../teams/people.ts';
import { people } from '../teams/people.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import { closeFirstRound } from './outcome-prepared.ts';

/** After a round: who goes on has a post in the next, once, and anybody can work out again why they do. */

let app: App;
let goOn: string[];
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outcome-'));
  app = await startApp({
    withSubmissions: true,
    prepare: async (store) => {
      goOn = await closeFirstRound(store);
    },
  });
}, 120_000);
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true });
}, 60_000);

/** Of the next round, by what their buttons carry. */
function nextPosts(): string[] {
  const cards = app.simulator
    .messages(people.juror1, app.simulator.channel.id)
    .map(({ cards: drawn }) => JSON.stringify(drawn))
    .filter((text) => text.includes('"assessment"'));
  return cards.map((text) => goOn.find((title) => text.includes(title)) ?? text).sort();
}

async function download(person: Person, query: string): Promise<{ status: number; bytes: Buffer }> {
  const response = await fetch(`${app.bot.address}/api/tab/export?round=preselection&${query}`, {
    headers: { Authorization: `Bearer ${await app.simulator.tabToken(person)}` },
  });
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** What `npm run` runs, in a folder of its own. */
function command(
  name: 'export' | 'verify',
  words: readonly string[],
): Promise<{ code: number; output: string }> {
  const file = fileURLToPath(new URL(`../../bot/commands/${name}.ts`, import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, [file, ...words], { cwd: folder }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error === null ? 0 : -1;
      resolve({ code, output: stdout + stderr });
    });
  });
}

test('who goes on has one post in the next round, also when the server is killed meanwhile', async () => {
  await waitFor('the first post of the next round', () => nextPosts().length > 0, 60_000);
  await app.crash();
  await waitFor('all posts of the next round', () => nextPosts().length >= goOn.length, 120_000);
  expect(nextPosts()).toEqual([...goOn].sort());
}, 240_000);

test('a chair has the round as a file; a judge and a civil servant have nothing', async () => {
  const json = await download(people.chair, 'format=json&names=yes');
  const csv = await download(people.chair, 'format=csv&names=yes');
  const xlsx = await download(people.chair, 'format=xlsx');
  expect([json.status, csv.status, xlsx.status]).toEqual([200, 200, 200]);
  expect(csv.bytes.toString('utf8')).toContain(people.juror1.name);
  expect(Object.keys(unzipSync(new Uint8Array(xlsx.bytes)))).toContain('xl/workbook.xml');
  for (const person of [people.juror1, people.sanne])
    for (const format of ['json', 'csv', 'xlsx'])
      for (const names of ['yes', 'no'])
        expect(await download(person, `format=${format}&names=${names}`)).toMatchObject({ status: 404 });
  expect((await download(people.chair, 'format=pdf')).status).toBe(400);
  await writeFile(join(folder, 'route.json'), json.bytes);
}, 120_000);

test('what was exported is recomputed, and one other digit is seen', async () => {
  const [edition, report] = await app.inspect((store) =>
    Promise.all([currentEdition(store), verifyLog(store)]),
  );
  expect(report.faults).toEqual([]);
  const { DATA_FOLDER: data = '' } = app.store.environment;
  const words = ['--data', data, '--edition', edition.id, '--round', 'preselection'];
  expect(await command('export', [...words, '--format', 'json'])).toMatchObject({ code: 0 });
  const [written = ''] = (await readdir(folder)).filter((name) => name !== 'route.json');
  for (const file of ['route.json', written]) {
    const { code, output } = await command('verify', [file]);
    expect([code, output]).toEqual([0, expect.stringContaining('Alles klopt.')]);
  }
  const text = await readFile(join(folder, written), 'utf8');
  const other = text.replace(
    /"success":\d/,
    (all) => all.slice(0, -1) + String((Number(all.at(-1)) % 5) + 1),
  );
  expect(other).not.toBe(text);
  await writeFile(join(folder, 'other.json'), other);
  const { code, output } = await command('verify', ['other.json']);
  expect([code, output]).toEqual([1, expect.not.stringContaining('Alles klopt.')]);
}, 240_000);
