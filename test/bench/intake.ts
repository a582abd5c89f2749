import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSqliteStore } from '../../bot/store/sqlite/open-sqlite-store.ts';
import { makeExample } from '../teams/example/make-example.ts';
import { startSimulator } from '../teams/simulator.ts';
import { startBenchConnector } from './bench-connector.ts';
import type { Bot } from './bots.ts';
import { startEcho, startOurs } from './bots.ts';
import { lastDescription, lastTitle, seedSubmissions } from './seed-submissions.ts';
import { justTalk, walkAll, wholeIntake, type StepTimes } from './walk-intake.ts';

/**
 * How long each step of the intake takes, from Teams' request to both the answer to it and the bot's message: with
 * few and with many submissions in the store, with one, 16 and 64 turns under way; beside a bare botbuilder echo bot,
 * in the same run. The aim: the same at every size of the store.
 */

const asked = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? asked : [100, 10_000, 100_000];
const people = { inTurns: 80, apart: 320 };
const nameWidth = 18;
const width = 40;
const restMs = 1_100;
const echoTurns = 6;

interface Sized {
  size: number;
  folder: string;
  bot: Bot;
}

interface Measured {
  size: number;
  ours: StepTimes;
  echo: StepTimes;
}

const connector = await startBenchConnector();
const simulator = await startSimulator();
const echo = await startEcho();
const all: Sized[] = [];
for (const size of sizes) all.push(await startSized(size));

print(1, await measureInTurns());
for (const atOnce of [16, 64]) print(atOnce, await measureApart(atOnce));

for (const { bot, folder } of all) {
  await bot.stop();
  await rm(folder, { recursive: true });
}
await echo.stop();
await simulator.stop();
await connector.stop();

/** A store with so many submissions, and a server on it that has taken them all in. */
async function startSized(size: number): Promise<Sized> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const begun = performance.now();
  await seed(folder, size);
  const seeded = secondsSince(begun);
  const bot = await startOurs(folder, simulator, connector);
  const ready = (bot.readyAfterMs / 1_000).toFixed(1);
  const found = await untilAllIsFound(bot);
  console.log(
    `${size} submissions: put in within ${seeded} s; ready ${ready} s after the start, the last one found ${found} s later`,
  );
  return { size, folder, bot };
}

async function seed(folder: string, size: number): Promise<void> {
  const store = await openSqliteStore({ folder });
  const channel = { serviceUrl: connector.serviceUrl, conversationId: '19:x', tenantId: 't', teamId: 'x' };
  const edition = await makeExample({ store, channel, now: new Date(), withoutSubmissions: true });
  await seedSubmissions(store, edition, size);
  await store.close();
}

/** Until somebody whose title is that of the last submission is asked about it. @returns how many seconds that took */
async function untilAllIsFound(bot: Bot): Promise<string> {
  const begun = performance.now();
  for (;;) {
    const part = () => wholeIntake({ title: lastTitle, description: lastDescription });
    const times = await walkAll(connector, 1, [{ bot, people: 1, part, restMs: 0 }]);
    if (times.get(bot)?.has('similar') === true) return secondsSince(begun);
    await sleep(1_000);
  }
}

/** One turn under way over all stores, so that whatever else goes on here meets all of them alike. */
async function measureInTurns(): Promise<Measured[]> {
  const parties = all.map(({ bot }) => ({ bot, people: people.inTurns, part: () => wholeIntake(), restMs }));
  const talking = { bot: echo, people: people.inTurns, part: () => justTalk(echoTurns), restMs: 0 };
  const times = await walkAll(connector, 1, [talking, ...parties]);
  return all.map(({ size, bot }) => ({ size, ours: timesOf(times, bot), echo: timesOf(times, echo) }));
}

/** So many turns under way with one bot, and then with the next. */
async function measureApart(atOnce: number): Promise<Measured[]> {
  const results: Measured[] = [];
  for (const { size, bot } of all) {
    const talking = { bot: echo, people: people.apart, part: () => justTalk(echoTurns), restMs: 0 };
    const spoken = await walkAll(connector, atOnce, [talking]);
    const handingIn = { bot, people: people.apart, part: () => wholeIntake(), restMs };
    const walked = await walkAll(connector, atOnce, [handingIn]);
    results.push({ size, ours: timesOf(walked, bot), echo: timesOf(spoken, echo) });
  }
  return results;
}

function timesOf(times: ReadonlyMap<Bot, StepTimes>, bot: Bot): StepTimes {
  return times.get(bot) ?? new Map<string, number[]>();
}

function secondsSince(begun: number): string {
  return ((performance.now() - begun) / 1_000).toFixed(1);
}

function print(atOnce: number, results: Measured[]): void {
  const steps = [...new Set(results.flatMap(({ ours }) => [...ours.keys()]))];
  const heads = results.map(({ size }) => `${size} submissions`);
  console.log(
    `\n${`${atOnce} at once`.padEnd(nameWidth)}${heads.map((head) => head.padStart(width)).join('')}`,
  );
  const head = 'p50 ms   p99 ms   p50:bare p99:bare'.padStart(width);
  console.log(' '.repeat(nameWidth) + results.map(() => head).join(''));
  row('bare echo bot', results, ({ echo: bare }) => together(bare));
  row('ours', results, ({ ours }) => together(ours));
  for (const step of steps) row(`  ${step}`, results, ({ ours }) => ours.get(step) ?? []);
}

function row(name: string, results: Measured[], pick: (one: Measured) => number[]): void {
  const cells = results.map((one) => {
    const times = pick(one);
    if (times.length === 0) return '-'.padStart(width);
    const bare = together(one.echo);
    const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
    const ratios = [p50 / quantile(bare, 0.5), p99 / quantile(bare, 0.99)];
    const shown = [...[p50, p99].map((ms) => ms.toFixed(1)), ...ratios.map((each) => `${each.toFixed(1)}×`)];
    return shown
      .map((each) => each.padStart(9))
      .join('')
      .padStart(width);
  });
  console.log(name.padEnd(nameWidth) + cells.join(''));
}

function together(times: StepTimes): number[] {
  return [...times.values()].flat();
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
