import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Request, Response, Server } from 'restify';
import { chargeRequests } from '../../../bot/compose/charge-requests.ts';
import { createHttpServer } from '../../../bot/http/server.ts';
import { waitFor } from '../../wait-for.ts';

const lines: object[] = [];
const charges = chargeRequests({ debug: () => undefined, info: (line: object) => void lines.push(line) });
let server: Server;
let address: string;

beforeAll(async () => {
  server = createHttpServer({ waitingFor: () => [] });
  server.pre(charges.perRequest);
  server.get('/cases/:id', async (request: Request, response: Response) => {
    const units = Number(request.url?.slice('/cases/'.length));
    charges.onCharge('read', units);
    await sleep(20);
    charges.onCharge('read', units);
    if (units > 1) charges.onCharge('commit', 0.333);
    response.send(200, {});
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = server.url;
});
afterAll(() => void server.close());

test('each request is charged for itself, and nobody for what happens besides', async () => {
  charges.onCharge('feed', 100);
  const asked = ['cases/1', 'cases/2', 'healthz'].map((path) => fetch(`${address}/${path}`));
  for (const response of await Promise.all(asked)) expect(response.status).toBe(200);
  await waitFor('both lines', () => lines.length === 2);
  expect(new Set(lines)).toEqual(
    new Set([
      { route: '/cases/:id', requestUnits: 2, operations: { read: 2 } },
      { route: '/cases/:id', requestUnits: 4.33, operations: { read: 2, commit: 1 } },
    ]),
  );
});
