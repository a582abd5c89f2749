import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { people } from '../teams/people.ts';
import type { Simulator } from '../teams/simulator.ts';
import { startSimulator } from '../teams/simulator.ts';
import type { SpawnedBot } from '../teams/spawn-bot.ts';
import { freePort, spawnBot } from '../teams/spawn-bot.ts';
import { personalDataIn } from './personal-data.ts';

/** Who and what the real server does not let in, and starts that it refuses. */

let folder: string;
let appFolder: string;
let simulator: Simulator;
let bot: SpawnedBot;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doors-'));
  appFolder = join(folder, 'app');
  const port = await freePort();
  simulator = await startSimulator({ botAddress: `http://127.0.0.1:${port}` });
  bot = spawnBot(simulator.environment(port, appFolder));
  await bot.ready();
});
afterAll(async () => {
  await bot.stop();
  await simulator.stop();
  await rm(folder, { recursive: true });
});

const big = JSON.stringify({ type: 'message', text: 'x'.repeat(300 * 1024) });
const bodies: [what: string, body: string, status: number][] = [
  ['300 KB', big, 413],
  ['junk', '{"type":"message",', 400],
  ['words', 'hallo', 400],
  ['nothing', '', 400],
  ['null', 'null', 400],
  ['a list', '[]', 400],
  ['no type', '{"text":"hoi"}', 400],
  ['a type that is a number', '{"type":5}', 400],
];

/** By name, as the right to speak at each door is forged. */
const tokens: Record<string, () => Promise<string>> = {
  'no token': async () => '',
  junk: async () => 'Bearer een.twee.drie',
  "a stranger's bot token": async () => `Bearer ${await simulator.forge.botToken({ key: 'stranger' })}`,
  "a stranger's tab token": async () =>
    `Bearer ${await simulator.forge.tabToken(people.sanne, { key: 'stranger' })}`,
  'a bot token': async () => `Bearer ${await simulator.forge.botToken()}`,
  'a tab token': async () => `Bearer ${await simulator.tabToken(people.sanne)}`,
};

describe('/api/messages', () => {
  test.each(Object.keys(tokens).filter((name) => name !== 'a bot token'))(
    'with %s hears nothing but that it may not',
    async (name) => {
      const activity = simulator.forge.messageActivity(people.sanne, 'hoi');
      expect(await post('/api/messages', JSON.stringify(activity), await headerOf(name))).toEqual([
        401,
        { error: 'unauthorized' },
      ]);
      for (const [, body] of bodies) {
        expect((await post('/api/messages', body, await headerOf(name)))[0]).toBe(401);
      }
    },
  );

  test.each(bodies)('does not take %s', async (_what, body, status) => {
    const [given, answer] = await post('/api/messages', body, await headerOf('a bot token'));
    expect([given, answer]).toEqual([status, { error: status === 413 ? 'too large' : 'bad request' }]);
  });
});

describe.each(['/api/tab/me', '/api/tab/events', '/api/tab/start'])('%s', (path) => {
  test.each(Object.keys(tokens).filter((name) => name !== 'a tab token'))(
    'with %s hears nothing but that it may not',
    async (name) => {
      const response = await fetch(bot.address + path, { headers: await headerOf(name) });
      // A bot token names no tenant of ours.
      const expected = name.endsWith('bot token')
        ? [403, { error: 'forbidden' }]
        : [401, { error: 'unauthorized' }];
      expect([response.status, await response.json()]).toEqual(expected);
    },
  );

  test.each(bodies)('takes no body: not %s, from anyone', async (_what, body) => {
    for (const name of Object.keys(tokens)) {
      expect(await post(path, body, await headerOf(name))).toEqual([405, { code: 'refused' }]);
    }
  });
});

describe('what is asked in an odd way', () => {
  test.each([
    '/api/tab/submissions/..%2f..%2fme',
    '/api/tab/submissions/%00',
    '/api/tab/submissions/%E0%A4%A',
    `/api/tab/submissions/${'x'.repeat(5_000)}`,
    '/api/tab/leaderboard?category=__proto__',
    '/api/tab/nothing',
    '/..%2f..%2f..%2fetc/passwd',
  ])('%s is refused and gives nothing away', async (path) => {
    const response = await fetch(bot.address + path, { headers: await headerOf('a tab token') });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).not.toMatch(/node_modules|\bat \w+|root:|Error:/);
  });

  test('and the server is there all the same, with nothing in its log about anyone', async () => {
    expect((await fetch(`${bot.address}/readyz`)).status).toBe(200);
    expect(bot.output()).toContain('"outcome":"no-token"');
    expect(personalDataIn(bot.output(), ['Bearer', 'eyJ'])).toEqual([]);
    expect(bot.output()).not.toContain('"level":50');
  });
});

describe('a start', () => {
  test('on a data folder that is in use says so and stops', async () => {
    const second = spawnBot(simulator.environment(await freePort(), appFolder));
    expect(await second.ended).toEqual({ code: 1, signal: null });
    expect(second.output().trim()).toBe(`the data folder ${appFolder} is in use by another process`);
    expect((await fetch(`${bot.address}/readyz`)).status).toBe(200);
  });

  test('of everything on a data folder that is in use says so and stops', async () => {
    const [port, botPort] = [await freePort(), await freePort()];
    const { code, output } = await npmStart(
      '--data',
      folder,
      '--port',
      String(port),
      '--bot-port',
      String(botPort),
    );
    expect(code).toBe(1);
    expect(output).toContain(`the data folder ${appFolder} is in use by another process`);
    expect(output).not.toMatch(/\bat .*\.ts:\d+/);
  });

  test('without settings names every one that is missing and stops', async () => {
    const bare = spawnBot({});
    expect(await bare.ended).toEqual({ code: 1, signal: null });
    const names = [
      'DATA_FOLDER',
      'PUBLIC_ADDRESS',
      'BOT_APP_ID',
      'BOT_TENANT_ID',
      'TENANT_IDS',
      'TAB_APP_ID',
    ];
    const lines = names.map((name) => `  - ${name} is missing`);
    expect(bare.output().trim()).toBe(['The settings are not right:', ...lines].join('\n'));
  });

  test('of production on the keys of a simulator names each and stops', async () => {
    const other = join(folder, 'other');
    const local = simulator.environment(await freePort(), other);
    const production = spawnBot({ ...local, ENVIRONMENT: 'production' });
    expect(await production.ended).toEqual({ code: 1, signal: null });
    for (const name of ['BOT_TOKEN_ISSUER', 'BOT_OPENID_METADATA', 'TAB_AUTHORITY', 'SERVICE_URL_HOSTS']) {
      expect(production.output()).toContain(`  - ${name} is `);
    }
  });
});

async function headerOf(name: string): Promise<Record<string, string>> {
  const authorization = (await tokens[name]?.()) ?? '';
  return authorization === '' ? {} : { authorization };
}

async function post(
  path: string,
  body: string,
  headers: Record<string, string>,
): Promise<[status: number, body: unknown]> {
  const response = await fetch(bot.address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return [response.status, await response.json()];
}

/** As `npm start` does, with its options. */
async function npmStart(...options: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['test/teams/start.ts', ...options], {
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (output += text.toString()));
  await once(child, 'exit');
  return { code: child.exitCode, output };
}
