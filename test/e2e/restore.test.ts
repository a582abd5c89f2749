import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rankRound } from '../../bot/domain/ranking/rank-round.ts';
import { restoreMarks, restorePlace } from '../../bot/store/backup/restore-mark.ts';
import type { DocumentStore } from '../../bot/store/port.ts';
import { openSqliteStore } from '../../bot/store/sqlite/open-sqlite-store.ts';
import { exportCategories } from '../../bot/use-cases/export/export-round.ts';
import { verifyLog } from '../../bot/use-cases/log/verify-log.ts';
import { admin } from '../bot/commands/admin/run-admin.ts';
import { delegatingStore } from '../bot/store/delegating-store.ts';
import { textOf } from '../teams/card-text.ts';
import { people } from '../teams/people.ts';
import { freePort, spawnBot } from '../teams/spawn-bot.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import { handIn, initiative, juryPost, juryPosts, numbersSeen, score } from './do-as-people.ts';

/** Everything moves to another place through a file, and goes on there as if nothing had happened. */
let app: App;
let folder: string;
const title = 'Reizende luisterpaal';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restore-'));
  app = await startApp({ store: 'sqlite', environment: { DELIVERY_SETTLE_MS: '300' } });
}, 100_000);
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true });
});

const file = () => join(folder, 'alles.gz');
const elsewhere = () => join(folder, 'elders');
const count = (said: string) => () =>
  textOf(juryPosts(app, people.chair, title)[0] ?? { cards: [] }).includes(said);

/** All that a round comes to, but for when that was worked out. */
async function standings(store: DocumentStore): Promise<unknown> {
  const now = () => '2027-01-01T00:00:00.000Z';
  const place = { editionId: 'gemeentedelers-2027', roundId: 'preselection', names: true } as const;
  return exportCategories({ store, now }, place, 'all', async (input) => rankRound(input));
}

test('what people handed in and scored goes to a file, and into an empty folder', async () => {
  expect(await handIn(app, people.sanne, initiative({ title }))).toBe('GD27-0001');
  await juryPost(app, people.juror1, title);
  await score(app, people.juror1, title, '4');
  await score(app, people.juror2, title, '2');
  await waitFor('the channel to say 2 of 5', count('2 van 5 beoordeeld'), 60_000);
  await app.simulator.settled();
  const made = await app.inspect((store) =>
    admin(['backup', '--data', '.', '--to', file()], {
      openStore: async () => delegatingStore(store, { close: async () => undefined }),
    }),
  );
  expect(made.code).toBe(0);
  const restored = await admin(['restore', '--data', elsewhere(), '--from', file()]);
  expect([restored.code, restored.lines.at(-1)]).toEqual([0, 'Alles klopt.']);
}, 240_000);

test('there it counts as it did', async () => {
  const before = await app.inspect(standings);
  const store = await openSqliteStore({ folder: elsewhere() });
  try {
    expect(JSON.stringify(before)).toContain(title);
    expect(await standings(store)).toEqual(before);
  } finally {
    await store.close();
  }
});

test('a server goes on there: nothing is posted again, and the next number is the next', async () => {
  const before = juryPosts(app, people.chair, title).map(({ id }) => id);
  const told = app.simulator.messages(people.sanne).map(({ id }) => id);
  app.store.environment.DATA_FOLDER = elsewhere();
  await app.restart();
  expect(await score(app, people.juror3, title, '3')).toEqual({ kind: 'card' });
  await waitFor('the channel to say 3 of 5', count('3 van 5 beoordeeld'), 60_000);
  expect(await handIn(app, people.mehmet, initiative({ title: 'Buurtbus op afroep' }))).toBe('GD27-0002');
  await juryPost(app, people.chair, 'Buurtbus op afroep');
  await app.simulator.settled();
  expect(juryPosts(app, people.chair, title).map(({ id }) => id)).toEqual(before);
  expect(before).toHaveLength(1);
  expect(app.simulator.messages(people.sanne).map(({ id }) => id)).toEqual(told);
  expect(numbersSeen(app, people.mehmet)).toEqual(['GD27-0002']);
  expect(app.simulator.violations).toEqual([]);
}, 240_000);

test('and its logs are whole', async () => {
  await Promise.all(app.servers.map((server) => server.stop()));
  const store = await openSqliteStore({ folder: elsewhere() });
  try {
    expect(await verifyLog(store)).toMatchObject({ faults: [], rounds: [{ kept: { handedIn: 3 } }] });
  } finally {
    await store.close();
  }
}, 60_000);

test('no server starts where only part of it is', async () => {
  const store = await openSqliteStore({ folder: elsewhere() });
  const { partition, id } = restorePlace;
  await store.commit(partition, [restoreMarks.create(id, { sha256: '', documents: 0 })]);
  await store.close();
  const bot = spawnBot(app.simulator.environment(await freePort(), elsewhere()));
  expect((await bot.ended).code).toBe(1);
  expect(bot.output()).toContain('only part of a backup was put back');
}, 60_000);
