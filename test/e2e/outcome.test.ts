import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import type { Cut } from '../../bot/http/contract/cut.ts';
import { cut, cutDone } from '../../bot/http/contract/cut.ts';
import { feedback, feedbackList, feedbackRun } from '../../bot/http/contract/feedback.ts';
import { submissionDetail } from '../../bot/http/contract/submissions.ts';
import { currentEdition } from '../../bot/use-cases/edition-context.ts';
import { verifyLog } from '../../bot/use-cases/log/verify-log.ts';
import type { Person } from '../teams/people.ts';
import { textOf } from '../teams/card-text.ts';
import { people } from '../teams/people.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import { askTab } from './do-as-people.ts';
import { endFirstRound, unscored } from './outcome-prepared.ts';

/**
 * After a round, as the tab does it: who goes on is prepared, fixed, and has a post in the next round, once; everybody
 * hears why, and anybody can work it out again.
 */

let app: App;
let goOn: string[] = [];
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outcome-'));
  app = await startApp({
    withSubmissions: true,
    prepare: endFirstRound,
  });
});
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true });
});

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

/** What `npm run` runs, in a folder of its own, as somebody who may read the store. */
function command(
  name: 'export' | 'verify',
  words: readonly string[],
): Promise<{ code: number; output: string }> {
  const file = fileURLToPath(new URL(`../../bot/commands/${name}.ts`, import.meta.url));
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH, ...app.store.commandEnvironment };
    execFile(process.execPath, [file, ...words], { cwd: folder, env }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error === null ? 0 : -1;
      resolve({ code, output: stdout + stderr });
    });
  });
}

async function cutNow(person: Person): Promise<Cut> {
  return cut.parse((await askTab(app, person, '/cut?round=preselection&category=direct')).body);
}

/** On what that person sees now. */
async function act(person: Person, path: string, more: object): Promise<{ status: number; body: unknown }> {
  const { revision } = await cutNow(person);
  const place = { roundId: 'preselection', categoryId: 'direct', basedOn: revision };
  return post(person, path, { ...place, key: crypto.randomUUID(), ...more });
}

async function post(person: Person, path: string, body: object) {
  const response = await fetch(`${app.bot.address}/api/tab${path}`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${await app.simulator.tabToken(person)}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  return { status: response.status, body: answer };
}

async function done(answer: Promise<{ status: number; body: unknown }>): Promise<Cut> {
  const { status, body } = await answer;
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  const { kind, cut: after } = cutDone.parse(body);
  expect(kind).toBe('done');
  return after;
}

const withinOf = ({ lines }: Cut) =>
  lines.filter(({ side }) => side === 'within').map(({ submission }) => submission.title);

test('the organiser draws the line and gives a wildcard with a reason, and proposes that', async () => {
  const { organiser, chair, juror1 } = people;
  expect((await askTab(app, juror1, '/cut?round=preselection&category=direct')).status).toBe(404);
  await done(act(organiser, '/cut/change', { change: { kind: 'set-rule', rule: { size: 2 } } }));
  const sannes = (await cutNow(organiser)).lines.find(({ submission }) => submission.title === unscored);
  const wish = { kind: 'wildcard', submissionId: sannes?.submission.id };
  const change = { kind: 'decide', wish, reason: ' ' };
  expect((await act(organiser, '/cut/change', { change })).body).toEqual({ code: 'malformed' });
  const decided = { ...change, reason: 'De jury wil dit in de volgende ronde zien' };
  expect(withinOf(await done(act(organiser, '/cut/change', { change: decided })))).toContain(unscored);
  const { seen } = await cutNow(organiser);
  expect((await act(chair, '/cut/fix', { seen })).body).toEqual({ code: 'cut-not-proposed' });
  expect((await done(act(organiser, '/cut/propose', { seen }))).status).toBe('proposed');
  expect((await act(organiser, '/cut/fix', { seen })).body).toEqual({ code: 'not-chair' });
});

test('the chair fixes it; who goes on has one post in the next round, also when the server is killed', async () => {
  const { seen } = await cutNow(people.chair);
  const elsewhere = await act(people.chair, '/cut/fix', { seen: 'iets anders' });
  expect(cutDone.parse(elsewhere.body)).toMatchObject({ kind: 'changed', cut: { status: 'proposed' } });
  const fixed = await done(act(people.chair, '/cut/fix', { seen }));
  goOn = withinOf(fixed);
  expect(fixed).toMatchObject({ status: 'fixed', fixed: { by: people.chair.name } });
  await app.crash();
  await waitFor('all posts of the next round', () => nextPosts().length >= goOn.length, 120_000);
  expect(nextPosts()).toEqual([...goOn].sort());
}, 240_000);

test('feedback is drafted for all, edited, approved and sent, and read in chat and tab', async () => {
  const { organiser, sanne } = people;
  await app.simulator.openChat(sanne);
  const roundId = 'preselection';
  const forAll = async (wish: string) => {
    let run = { upTo: 0, of: 1, done: 0 };
    for (let all = 0; run.upTo < run.of; run = { ...run, done: all }) {
      const body = { roundId, wish, from: run.upTo, key: wish };
      run = feedbackRun.parse((await post(organiser, '/feedback/all', body)).body);
      all += run.done;
    }
    return run.done;
  };
  const { lines } = feedbackList.parse((await askTab(app, organiser, `/feedback?round=${roundId}`)).body);
  expect(await forAll('draft')).toBe(lines.length);
  const path = '/feedback/van-sanne';
  const { words } = feedback.parse((await askTab(app, organiser, `${path}?round=${roundId}`)).body);
  const edit = {
    deed: 'edit',
    words: { ...words, nl: `${words.nl}\nTot in de volgende ronde.` },
    remarks: [],
  };
  const command = { roundId, basedOn: 1, key: 'bewerkt' };
  expect((await post(organiser, path, { ...command, ...edit })).status).toBe(200);
  await forAll('approve');
  const page = async () => submissionDetail.parse((await askTab(app, sanne, '/submissions/van-sanne')).body);
  expect((await page()).feedback).toEqual([]);
  expect(await forAll('send')).toBeGreaterThan(0);
  const heard = () =>
    app.simulator.messages(sanne).some((each) => textOf(each).includes('Tot in de volgende ronde.'));
  await waitFor('the feedback in the chat', heard, 60_000);
  expect((await page()).feedback).toMatchObject([
    { roundId, words: expect.stringContaining('Uw inzending gaat door') },
  ]);
  expect((await askTab(app, people.mehmet, '/submissions/van-sanne')).status).toBe(404);
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
});

test('what was exported is recomputed, and one other digit is seen', async () => {
  const [edition, report] = await app.inspect((store) =>
    Promise.all([currentEdition(store), verifyLog(store)]),
  );
  expect(report.faults).toEqual([]);
  const words = ['--data', app.store.data, '--edition', edition.id, '--round', 'preselection'];
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
