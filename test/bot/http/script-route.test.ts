import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { get } from 'node:http';
import { text } from 'node:stream/consumers';
import { addScriptRoute } from '../../../bot/http/script-route.ts';
import { createHttpServer } from '../../../bot/http/server.ts';
import { openWeb, type OpenWeb } from './open-web.ts';

/** A script goes out as small as whoever asks can read it. */

const files = {
  'assets/all.js': 'plain',
  'assets/all.js.gz': 'gzip',
  'assets/all.js.br': 'br',
  'assets/only.js': 'plain',
};

let web: OpenWeb;
beforeAll(async () => {
  web = await openWeb(createHttpServer({ waitingFor: () => [] }), files, addScriptRoute);
});
afterAll(() => web.close());

/** Not by `fetch`, which would unpack it. */
async function ask(name: string, accepts?: string) {
  return new Promise<{ encoding?: string; body: string; vary?: string }>((resolve, reject) => {
    const headers = accepts === undefined ? {} : { 'Accept-Encoding': accepts };
    get(`${web.address}/tab/assets/${name}`, { headers }, (answer) => {
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
