import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../bot/store/sqlite/open-sqlite-store.ts';
import { makeExample } from '../teams/example/make-example.ts';
import { startSimulator } from '../teams/simulator.ts';
import { startBenchConnector } from './bench-connector.ts';
import type { Bot } from './bots.ts';
import { startEcho, startOurs } from './bots.ts';
import { benchPerson, takeTurn } from './take-turn.ts';

/**
 * Turns a second, and how long one takes, from Teams' request to both the answer to it and the bot's message: our
 * turn (token checked, stored durably, sent by delivery) beside a bare botbuilder echo bot with MemoryStorage, in
 * turns in one run. People say four things each, in forty tenants: no more than Teams lets a bot answer in a second.
 */

const rounds = 3;
const said = ['hoi', 'eigen gemeente', 'Utrecht', 'Reizende luisterpaal'];

interface Measured {
  turnsPerSecond: number;
  p50: number;
  p99: number;
}

const folder = await mkdtemp(join(tmpdir(), 'bench-'));
const connector = await startBenchConnector();
const simulator = await startSimulator();
await addEdition();
const ours = await startOurs(folder, simulator, connector);
const echo = await startEcho();
let personCount = 0;

for (const { people, atOnce } of [
  { people: 60, atOnce: 1 },
  { people: 240, atOnce: 16 },
]) {
  const results = { ours: [] as Measured[], echo: [] as Measured[] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, bot] of [
      ['echo', echo],
      ['ours', ours],
    ] as const) {
      const measured = await measure(bot, people, atOnce);
      // The first round warms up.
      if (round > 0) results[name].push(measured);
    }
  }
  print(atOnce, middle(results.ours), middle(results.echo));
}

await ours.stop();
await echo.stop();
await simulator.stop();
await connector.stop();
await rm(folder, { recursive: true });

async function addEdition(): Promise<void> {
  const store = await openSqliteStore({ folder });
  const channel = { serviceUrl: connector.serviceUrl, conversationId: '19:x', tenantId: 't', teamId: 'x' };
  await makeExample({ store, channel, now: new Date(), withoutSubmissions: true });
  await store.close();
}

async function measure(bot: Bot, people: number, atOnce: number): Promise<Measured> {
  const times: number[] = [];
  let left = people;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left > 0) {
        left -= 1;
        personCount += 1;
        times.push(...(await walk(bot, personCount)));
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1_000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
  return { turnsPerSecond: times.length / seconds, p50: at(0.5), p99: at(0.99) };
}

/** @returns how long each turn took, in milliseconds */
async function walk(bot: Bot, number: number): Promise<number[]> {
  const person = benchPerson(bot, number);
  const times: number[] = [];
  for (const text of said) {
    times.push((await takeTurn(bot, connector, person, { type: 'message', text })).ms);
  }
  return times;
}

function middle(results: Measured[]): Measured {
  const median = (pick: (one: Measured) => number) =>
    results.map(pick).sort((a, b) => a - b)[Math.floor(results.length / 2)] ?? NaN;
  return {
    turnsPerSecond: median((one) => one.turnsPerSecond),
    p50: median((one) => one.p50),
    p99: median((one) => one.p99),
  };
}

function print(atOnce: number, our: Measured, other: Measured): void {
  const row = (name: string, { turnsPerSecond, p50, p99 }: Measured) =>
    console.log(
      `${name.padEnd(28)}${turnsPerSecond.toFixed(0).padStart(8)} turns/s   p50 ${p50.toFixed(1).padStart(6)} ms   p99 ${p99.toFixed(1).padStart(6)} ms`,
    );
  console.log(`\n${atOnce} at once`);
  row('ours (checked, durable)', our);
  row('bare echo bot (memory)', other);
  const ratio = (ours: number, echoes: number) => `${(ours / echoes).toFixed(2)}×`;
  console.log(
    `ours : bare                 ${ratio(our.turnsPerSecond, other.turnsPerSecond).padStart(8)} turns/s   p50 ${ratio(our.p50, other.p50).padStart(6)}      p99 ${ratio(our.p99, other.p99).padStart(6)}`,
  );
}
