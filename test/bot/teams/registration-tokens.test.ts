import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { appTokens } from '../../../bot/teams/app-tokens.ts';
import { microsoftCaller } from '../../../bot/teams/call-microsoft.ts';
import { NotTrustedError, registrationTokens } from '../../../bot/teams/registration-tokens.ts';

/** Entra's side of the exchange: what was asked of it, and what it says. */
const asked: { path: string; type: string | undefined; form: Record<string, string> }[] = [];
let answer: { status: number; body: string };
let entra: Server;

beforeAll(async () => {
  entra = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const form = Object.fromEntries(new URLSearchParams(body));
      asked.push({
        path: `${request.method ?? ''} ${request.url ?? ''}`,
        type: request.headers['content-type'],
        form,
      });
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(answer.body);
    });
  }).listen(0, '127.0.0.1');
  await once(entra, 'listening');
});
beforeEach(() => {
  asked.length = 0;
  answer = { status: 200, body: JSON.stringify({ access_token: 'for graph', expires_in: 3_599 }) };
});
afterAll(async () => {
  entra.closeAllConnections();
  entra.close();
  await once(entra, 'close');
});

const scope = 'https://graph.microsoft.com/.default';

function tokens() {
  // @NOTE a server on a port has an address with a port
  const authority = `http://127.0.0.1:${(entra.address() as AddressInfo).port}`;
  const identity = {
    getToken: async (wanted: string) => ({ token: `word for ${wanted}`, expiresOnTimestamp: Infinity }),
  };
  return registrationTokens({ clientId: 'tab', tenantId: 'tenant', authority }, identity);
}

test("it asks the tenant's token endpoint as the registration, with the identity's word and no secret", async () => {
  const before = Date.now();
  const { token, expiresOnTimestamp } = await tokens().getToken(scope);
  expect(token).toBe('for graph');
  expect(expiresOnTimestamp).toBeGreaterThanOrEqual(before + 3_599_000);
  expect(asked).toEqual([
    {
      path: 'POST /tenant/oauth2/v2.0/token',
      type: 'application/x-www-form-urlencoded',
      form: {
        grant_type: 'client_credentials',
        client_id: 'tab',
        scope,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: 'word for api://AzureADTokenExchange/.default',
      },
    },
  ]);
});

test('while the registration does not trust the identity, it says so by number, and nothing is asked of Graph', async () => {
  const secretish = 'AADSTS700213: No matching federated identity record for subject 1f0e';
  const body = { error: 'invalid_client', error_codes: [700_213], error_description: secretish };
  answer = { status: 401, body: JSON.stringify(body) };
  const refused = tokens().getToken(scope);
  await expect(refused).rejects.toThrow(NotTrustedError);
  await expect(refused).rejects.toThrow(/invalid_client 700213$/);
  const host = '127.0.0.1:9';
  const call = microsoftCaller({
    tokens: appTokens(tokens()),
    hosts: [host],
    log: pino({ level: 'silent' }),
  });
  expect(await call({ method: 'GET', url: `http://${host}/v1.0/x`, scope })).toEqual({ kind: 'forbidden' });
});

test.each([
  ['is away for a moment', { status: 503, body: '{}' }],
  ['answers what is no token', { status: 200, body: '{"access_token":1}' }],
  ['answers what is no JSON', { status: 502, body: '<html>' }],
])('when Entra %s, it is no refusal: it is asked again another time', async (_, said) => {
  answer = said;
  const failed = await tokens()
    .getToken(scope)
    .catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(Error);
  expect(failed).not.toBeInstanceOf(NotTrustedError);
});
