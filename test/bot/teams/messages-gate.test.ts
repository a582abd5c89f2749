import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { JWTPayload } from 'jose';
import { generousLimits } from '../../../bot/gate/rate.ts';
import { startIssuer, unsigned, type Issuer } from '../gate/issuer.ts';
import { startBotServer, type BotServer } from './bot-server.ts';
import { recordingHandlers } from './recording-handlers.ts';

const appId = 'd0000000-0000-4000-8000-000000000004';
const tenantId = 'a0000000-0000-4000-8000-000000000001';
const otherTenant = 'b0000000-0000-4000-8000-000000000002';
const host = 'smba.trafficmanager.net';
const serviceUrl = `https://${host}/emea/`;

let issuer: Issuer;
let bot: BotServer;
/** With narrow limits, for one test. */
let slow: BotServer;
const handlers = recordingHandlers();

async function start(limits = generousLimits): Promise<BotServer> {
  return startBotServer({
    bot: {
      appId,
      tokenIssuer: 'https://api.botframework.com',
      openIdMetadata: issuer.metadata,
      tenantIds: [tenantId],
      serviceUrlHosts: [host],
    },
    handlers,
    limits,
  });
}

beforeAll(async () => {
  issuer = await startIssuer();
  await issuer.publish('first');
  await issuer.publish('for-skype', ['skype']);
  await issuer.publish('for-nothing', []);
  bot = await start();
  slow = await start({ person: { requests: 2, seconds: 10 }, tenant: { requests: 100, seconds: 10 } });
});
afterAll(async () => {
  await bot.stop();
  await slow.stop();
  await issuer.close();
});
beforeEach(() => {
  handlers.reset();
  bot.log.length = 0;
});

function claims(): JWTPayload {
  const now = Math.floor(Date.now() / 1_000);
  return {
    iss: 'https://api.botframework.com',
    aud: appId,
    nbf: now,
    exp: now + 3_600,
    serviceurl: serviceUrl,
  };
}

function activity(): Record<string, unknown> {
  return {
    type: 'message',
    id: '1',
    timestamp: '2026-11-22T09:30:00.000Z',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:x', name: 'Sanne de Wit', aadObjectId: 'c0000000-0000-4000-8000-000000000003' },
    recipient: { id: `28:${appId}`, name: 'GemeenteDelers' },
    conversation: { id: 'a:1', conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    text: 'hoi',
  };
}

interface Forgery {
  what: string;
  claims?: JWTPayload;
  header?: { kid?: string; alg?: string };
  /** In place of a token that was signed. */
  authorization?: () => string;
  activity?: Record<string, unknown>;
  /** In place of the activity. */
  body?: string | Uint8Array<ArrayBuffer>;
}

async function send(forgery: Forgery, to = bot): Promise<Response> {
  const token = await issuer.sign({ ...claims(), ...forgery.claims }, forgery.header);
  return fetch(`${to.address}/api/messages`, {
    method: 'POST',
    headers: {
      authorization: forgery.authorization?.() ?? `Bearer ${token}`,
      'content-type': 'application/json',
    },
    body: forgery.body ?? JSON.stringify({ ...activity(), ...forgery.activity }),
  });
}

const seconds = (fromNow: number): number => Math.floor(Date.now() / 1_000) + fromNow;
const elsewhere = 'https://evil.example/emea/';

const unauthorized: (Forgery & { code: string })[] = [
  { what: 'no token', code: 'no-token', authorization: () => '' },
  { what: 'another kind of credential', code: 'no-token', authorization: () => 'Basic dTpw' },
  { what: 'what is no token', code: 'token-malformed', authorization: () => 'Bearer aa.bb.cc' },
  { what: 'no signature', code: 'token-algorithm', authorization: () => `Bearer ${unsigned(claims())}` },
  { what: 'HS256 with the public key', code: 'token-algorithm', header: { alg: 'HS256' } },
  { what: 'RS512', code: 'token-algorithm', header: { alg: 'RS512' } },
  { what: 'an unknown key', code: 'token-key', header: { kid: 'unknown' } },
  { what: 'another issuer', code: 'token-issuer', claims: { iss: 'https://api.botframework.com/' } },
  { what: 'no issuer', code: 'token-issuer', claims: { iss: undefined } },
  { what: 'another audience', code: 'token-audience', claims: { aud: otherTenant } },
  { what: 'no audience', code: 'token-audience', claims: { aud: undefined } },
  { what: 'several audiences', code: 'token-audience', claims: { aud: [appId, otherTenant] } },
  { what: 'an end more than 5 minutes ago', code: 'token-time', claims: { exp: seconds(-301) } },
  { what: 'no end', code: 'token-time', claims: { exp: undefined } },
  { what: 'a begin in more than 5 minutes', code: 'token-time', claims: { nbf: seconds(320) } },
  { what: 'no service address', code: 'token-claims', claims: { serviceurl: undefined } },
  {
    what: 'a user token for our app',
    code: 'token-issuer',
    claims: { iss: `https://login.microsoftonline.com/${tenantId}/v2.0`, azp: appId, tid: tenantId },
  },
];

const forbidden: (Forgery & { code: string })[] = [
  { what: 'a key for another channel', code: 'key-endorsement', header: { kid: 'for-skype' } },
  { what: 'a key for no channel', code: 'key-endorsement', header: { kid: 'for-nothing' } },
  { what: 'no service address', code: 'service-url', activity: { serviceUrl: undefined } },
  { what: 'another service address', code: 'service-url', activity: { serviceUrl: elsewhere } },
  {
    what: 'a service on a host that is not allowed',
    code: 'service-host',
    claims: { serviceurl: elsewhere },
    activity: { serviceUrl: elsewhere },
  },
  {
    what: 'a service over plain http',
    code: 'service-host',
    claims: { serviceurl: `http://${host}/` },
    activity: { serviceUrl: `http://${host}/` },
  },
  { what: 'another channel', code: 'channel', activity: { channelId: 'webchat' } },
  { what: 'no channel', code: 'channel', activity: { channelId: undefined } },
  {
    what: 'another tenant',
    code: 'tenant',
    activity: {
      conversation: { id: 'a:1', tenantId: otherTenant },
      channelData: { tenant: { id: otherTenant } },
    },
  },
  {
    what: 'a conversation in another tenant',
    code: 'tenant',
    activity: { conversation: { id: 'a:1', tenantId: otherTenant } },
  },
  {
    what: 'another tenant beside ours',
    code: 'tenant',
    activity: { channelData: { tenant: { id: otherTenant } } },
  },
  { what: 'no tenant', code: 'tenant', activity: { conversation: { id: 'a:1' }, channelData: undefined } },
];

const malformed: (Forgery & { code: string })[] = [
  { what: 'no JSON', code: 'body-malformed', body: '{"type":"message"' },
  { what: 'an empty body', code: 'body-malformed', body: '' },
  { what: 'a list', code: 'body-malformed', body: '[]' },
  { what: 'nothing at all', code: 'body-malformed', body: 'null' },
  { what: 'no UTF-8', code: 'body-malformed', body: Uint8Array.from([0x22, 0xc3, 0x28, 0x22]) },
  { what: 'no type', code: 'body-malformed', activity: { type: undefined } },
  { what: 'an empty type', code: 'body-malformed', activity: { type: '' } },
  { what: 'a type that is no word', code: 'body-malformed', activity: { type: { x: 1 } } },
];

async function expectRefusal(
  forgery: Forgery & { code: string },
  status: number,
  words: string,
): Promise<void> {
  const response = await send(forgery);
  expect({ status: response.status, body: await response.text() }).toEqual({
    status,
    body: JSON.stringify({ error: words }),
  });
  expect(handlers.heard).toEqual([]);
  expect(bot.log).toMatchObject([{ kind: 'refused', outcome: forgery.code, msg: 'turn' }]);
}

describe('the gate before the bot', () => {
  test('lets in what is right', async () => {
    const response = await send({ what: 'nothing forged' });
    expect(response.status).toBe(200);
    expect(handlers.heard).toMatchObject([{ kind: 'said', text: 'hoi', person: { tenantId } }]);
  });

  test.each([
    { what: 'an end 4 minutes ago', claims: { exp: seconds(-240) } },
    { what: 'a begin in 4 minutes', claims: { nbf: seconds(240) } },
  ])('lets in $what: clocks differ', async (forgery) => {
    expect((await send(forgery)).status).toBe(200);
  });

  test.each(unauthorized)('refuses $what in the token', (forgery) =>
    expectRefusal(forgery, 401, 'unauthorized'),
  );
  test.each(forbidden)('refuses $what in the activity', (forgery) =>
    expectRefusal(forgery, 403, 'forbidden'),
  );
  test.each(malformed)('refuses $what as body', (forgery) => expectRefusal(forgery, 400, 'bad request'));

  test('refuses what another signed under a known key id', async () => {
    const [head, , signature] = (await issuer.sign(claims())).split('.');
    const [, other] = (await issuer.sign({ ...claims(), serviceurl: elsewhere })).split('.');
    const authorization = (): string => `Bearer ${head}.${other}.${signature}`;
    await expectRefusal(
      { what: 'a changed token', code: 'token-signature', authorization },
      401,
      'unauthorized',
    );
  });

  test('refuses a body over 256 KB, announced or not', async () => {
    const body = JSON.stringify({ ...activity(), text: 'x'.repeat(256 * 1024) });
    await expectRefusal({ what: 'too large', code: 'body-too-large', body }, 413, 'too large');
    const stream = new Blob([body]).stream();
    const response = await fetch(`${bot.address}/api/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await issuer.sign(claims())}` },
      body: stream,
      duplex: 'half',
    });
    expect(response.status).toBe(413);
    expect(handlers.heard).toEqual([]);
  });

  test('takes a body of almost 256 KB', async () => {
    const response = await send({ what: 'large', activity: { text: 'x'.repeat(255 * 1024) } });
    expect(response.status).toBe(200);
  });

  test('fetches no more keys when flooded with made-up key ids', async () => {
    const before = issuer.fetches();
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => send({ what: 'flood', header: { kid: `made-up-${index}` } })),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([401]));
    expect(issuer.fetches() - before).toBeLessThanOrEqual(1);
    expect((await send({ what: 'nothing forged' })).status).toBe(200);
  });

  test('tells whoever asks too much when to come back', async () => {
    const statuses: number[] = [];
    for (let call = 0; call < 3; call += 1) statuses.push((await send({ what: 'much' }, slow)).status);
    expect(statuses).toEqual([200, 200, 429]);
    const refused = await send({ what: 'much' }, slow);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const other = { ...activity(), from: { id: '29:y', aadObjectId: otherTenant } };
    expect((await send({ what: 'somebody else', activity: other }, slow)).status).toBe(200);
  });

  test('says that it can not tell, while the issuer never answered', async () => {
    const mute = await startIssuer();
    mute.behave('failing');
    const options = { appId, tokenIssuer: 'x', tenantIds: [tenantId], serviceUrlHosts: [host] };
    const lost = await startBotServer({ bot: { ...options, openIdMetadata: mute.metadata }, handlers });
    expect((await send({ what: 'nothing forged' }, lost)).status).toBe(503);
    expect(handlers.heard).toEqual([]);
    await lost.stop();
    await mute.close();
  });
});
