import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Server } from 'restify';
import { addScriptRoute } from '../../../bot/http/script-route.ts';
import { createHttpServer } from '../../../bot/http/server.ts';

/** A script goes out as small as whoever asks can read it. */

let folder: string;
let server: Server;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tab-'));
  await mkdir(join(folder, 'assets'));
  const files = { 'all.js': 'plain', 'all.js.gz': 'gzip', 'all.js.br': 'br', 'only.js': 'plain' };
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, 'assets', name), content);
  }
  server = createHttpServer({ waitingFor: () => [] });
  addScriptRoute(server, folder);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
});
afterAll(async () => {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  await rm(folder, { recursive: true });
});

/** Not by `fetch`, which would unpack it. */
async function ask(name: string, accepts?: string) {
  return new Promise<{ encoding?: string; body: string; vary?: string }>((resolve, reject) => {
    const { port } = server.address();
    const headers = accepts === undefined ? {} : { 'Accept-Encoding': accepts };
    get({ host: '127.0.0.1', port, path: `/tab/assets/${name}`, headers }, (answer) => {
      const { 'content-encoding': encoding, vary } = answer.headers;
      text(answer).then((body) => resolve({ encoding, body, vary }), reject);
    }).on('error', reject);
  });
}

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['BR;q=0.5, gzip', 'br'],
  ['gzip, br;q=0', 'gzip'],
  ['gzip;q=0.0, br;q=0.000', undefined],
  ['deflate', undefined],
  ['brown, gzipped', undefined],
  ['', undefined],
  [undefined, undefined],
])('who takes %p gets %p', async (accepts, encoding) => {
  expect(await ask('all.js', accepts)).toEqual({
    encoding,
    body: encoding ?? 'plain',
    vary: 'Accept-Encoding',
  });
});

test('what was not compressed goes out as it is', async () => {
  expect(await ask('only.js', 'gzip, br')).toMatchObject({ encoding: undefined, body: 'plain' });
});

test.each(['none.js', 'all.js.br', '..%2fpackage.json'])('%s is not a script of the tab', async (name) => {
  expect(JSON.parse((await ask(name, 'br')).body)).toEqual({ code: 'not-found' });
});
