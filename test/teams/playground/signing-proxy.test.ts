import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkActivity } from '../../../bot/gate/check-activity.ts';
import { remoteKeys } from '../../../bot/gate/signing-keys.ts';
import { verifyBotToken } from '../../../bot/gate/verify-bot-token.ts';
import { teamsActivitySchema } from '../../../bot/teams/teams-activity.ts';
import { tenantId } from '../people.ts';
import { startSimulator, type Simulator } from '../simulator.ts';
import { startSigningProxy, type SigningProxy } from './signing-proxy.ts';

/** What the playground (0.2.28) was seen to post. */
const said = {
  type: 'message',
  text: 'hoi',
  id: '25778a34-0eca-474f-9335-2ca61a0f61b1',
  from: { id: 'user-id-0', name: 'Alex Wilber', aadObjectId: '00000000-0000-0000-0000-0000000000020' },
  timestamp: '2026-11-26T15:17:45.778Z',
  serviceUrl: 'http://localhost:56150/_connector',
  conversation: {
    conversationType: 'personal',
    tenantId: '00000000-0000-0000-0000-0000000000001',
    id: '768e110d-9263-4856-b2f6-1a49d0a7a1b0',
  },
  recipient: { id: '00000000-0000-0000-0000-00000000000011', name: 'Test Bot' },
  locale: 'en-US',
  channelData: { tenant: { id: '00000000-0000-0000-0000-0000000000001' } },
  channelId: 'msteams',
};

interface Heard {
  method: string;
  url: string;
  authorization: string | undefined;
  body: unknown;
}

let simulator: Simulator;
let proxy: SigningProxy;
let bot: Server;
let playground: Server;
const atBot: Heard[] = [];
const atPlayground: Heard[] = [];

async function listen(heard: Heard[], status: number, answer: unknown): Promise<Server> {
  const server = createServer((request, response) => {
    void note(request, heard).then(() => {
      response.writeHead(status);
      response.end(JSON.stringify(answer));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function note(request: IncomingMessage, heard: Heard[]): Promise<void> {
  const { method = '', url = '', headers } = request;
  const text = (await request.setEncoding('utf8').toArray()).join('');
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  heard.push({ method, url, authorization: headers.authorization, body });
}

function addressOf(server: Server): string {
  // @NOTE what a server on a port has
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  simulator = await startSimulator();
  bot = await listen(atBot, 200, { statusCode: 200 });
  const member = { id: 'user-id-0', objectId: said.from.aadObjectId, tenantId: said.conversation.tenantId };
  playground = await listen(atPlayground, 201, member);
  proxy = await startSigningProxy({
    botAddress: addressOf(bot),
    playgroundAddress: addressOf(playground),
    tenantId,
    tokenFor: (serviceurl) => simulator.forge.botToken({ claims: { serviceurl } }),
  });
});
afterAll(async () => {
  await proxy.stop();
  await simulator.stop();
  bot.close();
  playground.close();
});

/** As the bot's server does with everything that comes in, with the settings that it is started with. */
async function passTheGate({ authorization, body }: Heard) {
  const settings = simulator.environment(0, '');
  const keys = remoteKeys({
    kind: 'openid-metadata',
    address: settings.BOT_OPENID_METADATA ?? '',
    now: Date.now,
    onFailure: () => undefined,
  });
  const trust = {
    appId: settings.BOT_APP_ID ?? '',
    tokenIssuer: settings.BOT_TOKEN_ISSUER ?? '',
    keys,
    now: Date.now,
  };
  const token = await verifyBotToken(authorization, trust);
  return checkActivity(body, token, { tenantIds: [tenantId], serviceUrlHosts: [proxy.host] });
}

async function say(activity: object): Promise<Heard> {
  const response = await fetch(proxy.endpoint, { method: 'POST', body: JSON.stringify(activity) });
  expect([response.status, await response.json()]).toEqual([200, { statusCode: 200 }]);
  const heard = atBot.at(-1);
  if (heard === undefined) throw new Error('the bot heard nothing');
  return heard;
}

describe('what the playground says', () => {
  test('passes the gate of the bot as it is, signed and in a tenant that it serves', async () => {
    const { activity, tenantId: seen } = await passTheGate(await say(said));
    expect(seen).toBe(tenantId);
    expect(activity).toMatchObject({ text: 'hoi', serviceUrl: `http://${proxy.host}/connector` });
    expect(teamsActivitySchema.safeParse(activity).success).toBe(true);
  });

  test('would not without the proxy', async () => {
    const unsigned = { method: 'POST', url: '/', authorization: undefined, body: said };
    await expect(passTheGate(unsigned)).rejects.toMatchObject({ code: 'no-token' });
  });

  test('comes from the same person each time, and from others for others', async () => {
    const idOf = async (from: object) =>
      JSON.stringify((await say({ ...said, from: { ...said.from, ...from } })).body).match(
        /"aadObjectId":"([^"]+)"/,
      )?.[1];
    const alex = await idOf({});
    expect(alex).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(await idOf({})).toBe(alex);
    expect(await idOf({ aadObjectId: '00000000-0000-0000-0000-0000000000021' })).not.toBe(alex);
  });

  test('is looked for at the same door', async () => {
    expect((await fetch(proxy.endpoint, { method: 'HEAD' })).status).toBe(200);
  });
});

describe('what the bot sends', () => {
  test('goes to the playground, without its token, and the answer comes back', async () => {
    const response = await fetch(`http://${proxy.host}/connector/v3/conversations/1/members/user-id-0`, {
      method: 'POST',
      headers: { authorization: 'Bearer of the bot' },
      body: JSON.stringify({ text: 'Waar is uw gemeente trots op?' }),
    });
    expect(response.status).toBe(201);
    expect(atPlayground.at(-1)).toEqual({
      method: 'POST',
      url: '/_connector/v3/conversations/1/members/user-id-0',
      authorization: undefined,
      body: { text: 'Waar is uw gemeente trots op?' },
    });
    expect(await response.json()).toEqual({
      id: 'user-id-0',
      objectId: '00000000-0000-4000-8000-000000000020',
      tenantId,
    });
  });

  test('says so when the playground is not there', async () => {
    const alone = await startSigningProxy({
      botAddress: addressOf(bot),
      playgroundAddress: 'http://127.0.0.1:9',
      tenantId,
      tokenFor: async () => 'x',
    });
    expect((await fetch(`http://${alone.host}/connector/v3/conversations`)).status).toBe(502);
    await alone.stop();
  });
});
