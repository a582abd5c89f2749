import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { verifyLog } from '../../bot/use-cases/log/verify-log.ts';
import { runs } from '../runs.ts';
import { people, type Person } from '../teams/people.ts';
import type { SpawnedBot } from '../teams/spawn-bot.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import { askTab } from './do-as-people.ts';
import { allDocuments } from './stored.ts';
import type { Told } from './under-kills.ts';
import { expectOnePost, expectSheets, expectSubmissions, ofACrash, pause, workWhile } from './under-kills.ts';

/**
 * Two servers on one Cosmos DB, with something in front that takes turns: people hand in and score while one or the
 * other is killed, or sleeps and wakes up. What somebody was told is there once, and no message stands in Teams twice.
 */

const kills = runs(2, 60);
const sleeps = runs(1, 20);
const minutes = runs(6, 90);

let app: App;
const told: Told = { receipts: [], scores: [] };
beforeAll(async () => {
  app = await startApp({
    store: 'cosmos',
    servers: 2,
    environment: { DELIVERY_SETTLE_MS: '300' },
    simulator: { timings: { resendSameId: 250, resendNewId: 500, answer: 5_000, refresh: 0 } },
  });
});
afterAll(() => app.stop());

test(
  `whichever is killed, ${kills} times, or sleeps, the other goes on`,
  async () => {
    await workWhile(app, told, async () => {
      for (let kill = 0; kill < kills; kill += 1) {
        await pause(300 + Math.random() * 2_000);
        await killOne(kill % 2 === 0 ? leader() : Math.floor(Math.random() * 2));
      }
      for (let sleep = 0; sleep < sleeps; sleep += 1) {
        await pause(300 + Math.random() * 1_000);
        await putToSleep(leader());
      }
    });
  },
  minutes * 60_000,
);

test('what one server was told the other shows, and no message stands in Teams twice', async () => {
  await app.simulator.settled();
  for (const { number } of told.receipts) await expectOnePost(app, number);
  expect(doubles()).toEqual([]);
  const boards = await Promise.all(app.servers.map(({ address }) => shownBy(address)));
  expect(boards[1]).toEqual(boards[0]);
  expect(app.simulator.violations.filter(({ kind }) => !ofACrash.has(kind))).toEqual([]);
});

test('what was acknowledged is there, once', async () => {
  const { documents, faults } = await app.inspect(async (store) => ({
    documents: await allDocuments(store),
    ...(await verifyLog(store)),
  }));
  expectSubmissions(documents, told);
  expectSheets(documents, told);
  expect(faults).toEqual([]);
  expect(told.receipts.length).toBeGreaterThan(0);
  expect(told.scores.length).toBeGreaterThan(0);
});

/** Which of them leads, or did so last. */
function leader(): number {
  const since = app.servers.map((server) => lastLine(server, '"msg":"leads"')?.time ?? 0);
  return since.indexOf(Math.max(...since));
}

function lastLine(server: SpawnedBot, words: string): { time: number } | undefined {
  const line = server
    .output()
    .split('\n')
    .findLast((each) => each.includes(words) && each.endsWith('}'));
  // @NOTE our own server's log: every line has a time
  return line === undefined ? undefined : (JSON.parse(line) as { time: number });
}

/** Kills it, waits until the other leads, and starts it again. */
async function killOne(which: number): Promise<void> {
  await app.servers[which]?.kill();
  await waitFor('the other to lead', () => leadsNow(1 - which), 30_000);
  await app.restartOne(which);
}

/** It sleeps until the other leads, and wakes up in the midst of whatever it was doing. */
async function putToSleep(which: number): Promise<void> {
  const { pid = 0 } = app.servers[which] ?? {};
  process.kill(pid, 'SIGSTOP');
  try {
    await waitFor('the other to lead', () => leadsNow(1 - which), 30_000);
    await pause(500);
  } finally {
    process.kill(pid, 'SIGCONT');
  }
  await waitFor('it to know', () => !leadsNow(which), 30_000);
}

function leadsNow(which: number): boolean {
  const server = app.servers[which];
  const began = server && lastLine(server, '"msg":"leads"');
  const ended = server && lastLine(server, '"msg":"leads no more"');
  return began !== undefined && began.time >= (ended?.time ?? 0);
}

/** The marks of messages that stand somewhere more than once. */
function doubles(): string[] {
  const everybody: Person[] = Object.values(people);
  const own = everybody.flatMap((person) => app.simulator.messages(person));
  const inChannel = app.simulator.messages(people.chair, app.simulator.channel.id);
  const marks = [...own, ...inChannel]
    .filter(({ from, deleted }) => from.isBot && deleted !== true)
    .flatMap(({ cards }) => /"id":"(m-[\w-]{22})"/.exec(JSON.stringify(cards))?.[1] ?? []);
  return marks.filter((mark, index) => marks.indexOf(mark) !== index);
}

async function shownBy(address: string): Promise<unknown> {
  return (await askTab(app, people.chair, '/progress', address)).body;
}
