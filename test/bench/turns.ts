import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSqliteStore } from '../../bot/store/sqlite/open-sqlite-store.ts';
import { makeExample } from '../teams/example/make-example.ts';
import { startSimulator } from '../teams/simulator.ts';
import { freePort, spawnBot } from '../teams/spawn-bot.ts';
import type { BenchConnector } from './bench-connector.ts';
import { startBenchConnector } from './bench-connector.ts';

/**
 * Turns a second, and how long one takes, from Teams' request to both the answer to it and the bot's message: our
 * turn (token checked, stored durably, sent by delivery) beside a bare botbuilder echo bot with MemoryStorage, in
 * turns in one run. People say four things each, in forty tenants: no more than Teams lets a bot answer in a second.
 */

const rounds = 3;
const tenants = Array.from(
  { length: 40 },
  (_, at) => `7e000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
);
const said = ['hoi', 'eigen gemeente', 'Utrecht', 'Reizende luisterpaal'];

interface Bot {
  name: string;
  address: string;
  headers: Record<string, string>;
}

interface Measured {
  turnsPerSecond: number;
  p50: number;
  p99: number;
}

const folder = await mkdtemp(join(tmpdir(), 'bench-'));
const connector = await startBenchConnector();
const simulator = await startSimulator();
const ours = await startOurs();
const echo = await startEcho();
let personCount = 0;

for (const { people, atOnce } of [
  { people: 60, atOnce: 1 },
  { people: 240, atOnce: 16 },
]) {
  const results = { ours: [] as Measured[], echo: [] as Measured[] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, bot] of [
      ['echo', echo.bot],
      ['ours', ours.bot],
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

async function startOurs(): Promise<{ bot: Bot; stop(): Promise<void> }> {
  const store = await openSqliteStore({ folder });
  const channel = { serviceUrl: connector.serviceUrl, conversationId: '19:x', tenantId: 't', teamId: 'x' };
  await makeExample({ store, channel, now: new Date(), withoutSubmissions: true });
  await store.close();
  const port = await freePort();
  const child = spawnBot({
    ...simulator.environment(port, folder),
    SERVICE_URL_HOSTS: connector.host,
    TENANT_IDS: tenants.join(','),
    LOG_LEVEL: 'warn',
  });
  await child.ready();
  const token = await simulator.forge.botToken({ claims: { serviceurl: connector.serviceUrl } });
  return {
    bot: { name: 'ours', address: child.address, headers: { Authorization: `Bearer ${token}` } },
    stop: () => child.stop(),
  };
}

async function startEcho(): Promise<{ bot: Bot; stop(): Promise<void> }> {
  const port = await freePort();
  const child = spawn(process.execPath, [fileURLToPath(new URL('echo-bot.ts', import.meta.url))], {
    env: { PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return {
    bot: { name: 'echo', address: `http://127.0.0.1:${port}`, headers: {} },
    stop: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
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
        times.push(...(await walk(bot, connector, personCount)));
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1_000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
  return { turnsPerSecond: times.length / seconds, p50: at(0.5), p99: at(0.99) };
}

/** @returns how long each turn took, in milliseconds */
async function walk(bot: Bot, through: BenchConnector, number: number): Promise<number[]> {
  const id = `be000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const tenantId = tenants[number % tenants.length] ?? '';
  const conversation = { id: `a:${bot.name}-${number}`, conversationType: 'personal', tenantId };
  const times: number[] = [];
  for (const [at, text] of said.entries()) {
    const activity = {
      type: 'message',
      id: `${Date.now()}${at}`,
      timestamp: new Date().toISOString(),
      channelId: 'msteams',
      serviceUrl: through.serviceUrl,
      from: { id: `29:${id}`, name: 'Iemand', aadObjectId: id },
      recipient: { id: '28:bot', name: 'GemeenteDelers' },
      conversation,
      channelData: { tenant: { id: tenantId } },
      locale: 'nl-NL',
      text,
    };
    const begun = performance.now();
    const posted = through.nextPost(conversation.id);
    const response = await fetch(`${bot.address}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...bot.headers },
      body: JSON.stringify(activity),
    });
    if (!response.ok) throw new Error(`${bot.name} answered ${response.status}`);
    await response.arrayBuffer();
    await posted;
    times.push(performance.now() - begun);
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
