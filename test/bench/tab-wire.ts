import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { people, tenantId } from '../teams/people.ts';

/**
 * What the tab's wire costs beside the least that could do it, in turns in one run: the leaderboard beside a static
 * file of the same size from the same server, and news of a score to a thousand open tabs beside a bare broadcast.
 * `npm run bench -- tab-wire [count]`
 */

interface Place {
  address: string;
  bareAddress: string;
}

interface Times {
  p50: number;
  p99: number;
}

const tabs = 1_000;
const asked = 200;
const told = 20;
const agent = new Agent({ keepAlive: true });
const [only] = process.argv.slice(2).map(Number);
const headers = { authorization: `Bearer ${JSON.stringify([tenantId, people.chair.id])}` };

for (const count of only === undefined ? [1_000, 10_000] : [only]) {
  const folder = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'bench-'));
  const worker = new Worker(new URL('tab-wire-server.ts', import.meta.url), {
    workerData: { count, folder },
  });
  const place = await next<Place>(worker);
  await benchLeaderboard(count, worker, place);
  if (count === 1_000 || only !== undefined) await benchNews(worker, place);
  worker.postMessage('stop');
  await new Promise((resolve) => worker.once('exit', resolve));
  await rm(folder, { recursive: true });
}

async function benchLeaderboard(count: number, worker: Worker, { address }: Place): Promise<void> {
  const leaderboard = `${address}/api/tab/leaderboard?category=direct`;
  const first = performance.now();
  const answer = await bodyOf(leaderboard);
  const firstMs = performance.now() - first;
  worker.postMessage({ keep: answer });
  await next(worker);
  const ours: number[] = [];
  const file: number[] = [];
  const afterScore: number[] = [];
  for (let time = 0; time < asked; time += 1) {
    file.push(await timed(() => bodyOf(`${address}/tab/same-size.json`)));
    ours.push(await timed(() => bodyOf(leaderboard)));
  }
  for (let time = 0; time < 10; time += 1) {
    worker.postMessage('score');
    afterScore.push(await timed(() => bodyOf(leaderboard)));
  }
  const kilobytes = (Buffer.byteLength(answer) / 1024).toFixed(0);
  console.log(`\nleaderboard of ${count} x 5, ${kilobytes} KB (first time ${firstMs.toFixed(0)} ms)`);
  print('static file of the same size', timesOf(file));
  print('leaderboard', timesOf(ours));
  print('leaderboard, after each score', timesOf(afterScore));
  printRatio(timesOf(ours), timesOf(file));
}

async function benchNews(worker: Worker, { address, bareAddress }: Place): Promise<void> {
  const ours = await openStreams(`${address}/api/tab/events`);
  const bare = await openStreams(bareAddress);
  const news: number[] = [];
  const broadcast: number[] = [];
  for (let time = 0; time < told; time += 1) {
    broadcast.push(...(await bare.arrivals(() => worker.postMessage('broadcast'))));
    news.push(...(await ours.arrivals(() => worker.postMessage('score'))));
  }
  console.log(`\na score to ${tabs} open tabs`);
  print('bare broadcast', timesOf(broadcast));
  print('news to tabs', timesOf(news));
  printRatio(timesOf(news), timesOf(broadcast));
  ours.close();
  bare.close();
}

async function openStreams(url: string) {
  const streams: IncomingMessage[] = [];
  let heard: (at: number) => void = () => undefined;
  for (let opened = 0; opened < tabs; opened += 50) {
    const some = Array.from({ length: 50 }, () => openStream(url));
    streams.push(...(await Promise.all(some)));
  }
  for (const stream of streams) stream.on('data', () => heard(performance.now()));
  await sleep(500);
  return {
    /** How long after `begin` each was told, in ms. */
    arrivals: async (begin: () => void): Promise<number[]> => {
      const times: number[] = [];
      const all = new Promise<void>((resolve) => {
        heard = (at) => {
          times.push(at);
          if (times.length === tabs) resolve();
        };
      });
      const begun = performance.now();
      begin();
      await all;
      // What else is told of the same is past before the next.
      heard = () => undefined;
      await sleep(200);
      return times.map((at) => at - begun);
    },
    close: () => streams.forEach((stream) => stream.destroy()),
  };
}

function openStream(url: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers, agent: false }, (response) => {
      response.once('data', () => resolve(response));
      response.on('error', () => undefined);
    });
    request.on('error', reject);
  });
}

function bodyOf(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(parts).toString());
        else reject(new Error(`${url} answered ${String(response.statusCode)}`));
      });
    }).on('error', reject);
  });
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

function next<T>(worker: Worker): Promise<T> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function timesOf(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

function print(name: string, { p50, p99 }: Times): void {
  console.log(
    `${name.padEnd(32)} p50 ${p50.toFixed(2).padStart(8)} ms   p99 ${p99.toFixed(2).padStart(8)} ms`,
  );
}

function printRatio(one: Times, other: Times): void {
  const ratio = (a: number, b: number) => `${(a / b).toFixed(2)}x`.padStart(8);
  console.log(`${'ratio'.padEnd(32)} p50 ${ratio(one.p50, other.p50)}      p99 ${ratio(one.p99, other.p99)}`);
}
