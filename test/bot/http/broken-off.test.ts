import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Request, Response as Answer, Server } from 'restify';
import { createHttpServer } from '../../../bot/http/server.ts';
import { addStaticRoutes } from '../../../bot/http/static-routes.ts';
import { openWeb, type OpenWeb } from './open-web.ts';

/** Whatever goes wrong once an answer is under way, on either side, the server answers the next one. */

const brokenOff: string[] = [];
const large = Buffer.alloc(20_000_000, 'x');
const files = { 'index.html': large, 'large.bin': large, 'assets/large.js': large };

let web: OpenWeb;
let address: string;

beforeAll(async () => {
  const onBrokenOff = (error: unknown) => brokenOff.push(String(error));
  const server = createHttpServer({ waitingFor: () => [] }, { onBrokenOff });
  web = await openWeb(server, files, addRoutes);
  address = web.address;
});
afterAll(() => web.close());

function addRoutes(server: Server, folder: string): void {
  server.get('/half', async (_request: Request, response: Answer) => {
    response.writeHead(200);
    response.write('half');
    throw new Error('the rest can not be read');
  });
  server.get('/whole', async (_request: Request, response: Answer) => {
    response.send(200, { all: true });
    throw new Error('and then something else broke');
  });
  server.get('/refused', async () => {
    throw Object.assign(new Error('no'), { statusCode: 418 });
  });
  addStaticRoutes(server, folder, []);
}

async function expectAlive(): Promise<void> {
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
}

test('half an answer is broken off, so that nobody takes it for a whole one', async () => {
  const response = await fetch(`${address}/half`);
  await expect(response.text()).rejects.toThrow();
  expect(brokenOff).toEqual(['Error: the rest can not be read']);
  await expectAlive();
});

test('a whole answer arrives, whatever goes wrong after it', async () => {
  const response = await fetch(`${address}/whole`);
  expect([response.status, await response.json()]).toEqual([200, { all: true }]);
  await expectAlive();
});

test('what goes wrong before there is an answer is told without a word of how', async () => {
  const response = await fetch(`${address}/refused`);
  expect([response.status, await response.json()]).toEqual([418, { code: 'refused' }]);
});

test.each(['/tab/', '/tab/large.bin', '/tab/assets/large.js'])(
  'who leaves in the middle of %s',
  async (path) => {
    const toldBefore = brokenOff.length;
    for (let time = 0; time < 10; time += 1) {
      const response = await fetch(address + path, { headers: { 'Accept-Encoding': 'identity' } });
      expect(response.status).toBe(200);
      const reader = response.body?.getReader();
      if (time % 2 === 0) await reader?.read();
      await reader?.cancel();
    }
    await expectAlive();
    expect(brokenOff.length).toBe(toldBefore);
  },
);
