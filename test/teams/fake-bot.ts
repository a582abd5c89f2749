import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { registrationTokens } from '../../bot/teams/registration-tokens.ts';
import type { Simulator } from './simulator.ts';

/** A bot of a few lines, to try the simulator itself: it keeps what it hears and answers what it is told. */
export interface FakeBot {
  address: string;
  heard: HeardActivity[];
  /** Called for each activity; its result is the HTTP answer. */
  answer: (activity: HeardActivity) => FakeAnswer | Promise<FakeAnswer>;
  /** A call to the Connector, with the bot's token. */
  call: (method: string, path: string, body?: unknown) => Promise<CallResult>;
  /** The same for Microsoft Graph. */
  graph: (path: string) => Promise<CallResult>;
  stop: () => Promise<void>;
}

type HeardActivity = z.infer<typeof heardActivity>;

export interface FakeAnswer {
  status: number;
  body?: unknown;
}

interface CallResult {
  status: number;
  headers: Headers;
  body: z.infer<typeof anyBody>;
}

const heardActivity = z.looseObject({
  type: z.string(),
  id: z.string(),
  name: z.string().optional(),
  text: z.string().optional(),
  timestamp: z.string(),
  serviceUrl: z.string(),
  from: z.looseObject({
    id: z.string(),
    name: z.string().default(''),
    aadObjectId: z.string().default(''),
  }),
  conversation: z.looseObject({ id: z.string(), conversationType: z.string(), tenantId: z.string() }),
  channelData: z.record(z.string(), z.unknown()),
  value: z.looseObject({ trigger: z.string().optional(), action: z.looseObject({}).optional() }).optional(),
  authorization: z.string(),
});

const graph = 'https://graph.microsoft.com';

const anyBody = z.looseObject({ id: z.string().default(''), value: z.array(z.looseObject({})).default([]) });

export async function startFakeBot(simulator: Simulator): Promise<FakeBot> {
  const settings = simulator.environment(0, '');
  const { IDENTITY_ENDPOINT = '', IDENTITY_HEADER = '' } = settings;
  const ofIdentity = async (resource: string) => {
    const response = await fetch(`${IDENTITY_ENDPOINT}?resource=${resource}&api-version=2019-08-01`, {
      headers: { 'x-identity-header': IDENTITY_HEADER },
    });
    return z.object({ access_token: z.string() }).parse(await response.json()).access_token;
  };
  const registration = registrationTokens(
    {
      clientId: settings['TAB_APP_ID'] ?? '',
      tenantId: settings['BOT_TENANT_ID'] ?? '',
      authority: (settings['TAB_AUTHORITY'] ?? '').replace(/\/$/, ''),
    },
    {
      getToken: async (scope) => ({
        token: await ofIdentity(scope.replace(/\/\.default$/, '')),
        expiresOnTimestamp: Infinity,
      }),
    },
  );
  const token = async (resource: string) =>
    resource === graph ? (await registration.getToken(`${resource}/.default`)).token : ofIdentity(resource);
  const call = async (method: string, url: string, resource: string, body?: unknown) => {
    const response = await fetch(`${simulator.address}${url}`, {
      method,
      headers: { authorization: `Bearer ${await token(resource)}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const parsed = anyBody.parse(text === '' ? {} : JSON.parse(text));
    return { status: response.status, headers: response.headers, body: parsed };
  };
  const server = createServer();
  const bot: FakeBot = {
    address: '',
    heard: [],
    answer: () => ({ status: 200 }),
    call: (method, path, body) => call(method, `/connector/v3/${path}`, 'https://api.botframework.com', body),
    graph: (path) => call('GET', `/graph/v1.0/${path}`, graph),
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  server.on('request', (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { authorization = '' } = request.headers;
      const body = z.looseObject({}).parse(JSON.parse(Buffer.concat(parts).toString()));
      const activity = heardActivity.parse({ ...body, authorization });
      bot.heard.push(activity);
      void Promise.resolve(bot.answer(activity)).then(({ status, body: answer }) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(answer === undefined ? '' : JSON.stringify(answer));
      });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // @NOTE a server that listens on a port has no other kind of address
  bot.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  simulator.setBotAddress(bot.address);
  return bot;
}

/** A message with one card. */
export function cardMessage(card: object): object {
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  };
}

/** A card with a line of text, actions and a refresh for these people. */
export function card(text: string, refreshUserIds?: readonly string[]): object {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'TextBlock', text },
      { type: 'Input.Text', id: 'remark', value: 'fijn' },
      { type: 'Input.Text', id: 'empty' },
    ],
    actions: [
      { type: 'Action.Execute', title: 'Beoordeel', verb: 'score', data: { submission: 'S-1' } },
      { type: 'Action.Submit', title: 'Stuur', data: { kind: 'send' } },
    ],
    ...(refreshUserIds
      ? {
          refresh: { action: { type: 'Action.Execute', verb: 'refresh', data: {} }, userIds: refreshUserIds },
        }
      : {}),
  };
}

/** An invoke answer that shows a card. */
export function showCard(shown: object): FakeAnswer {
  return {
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: shown },
  };
}

/** An answer to a dialog's invoke that shows a card in it. */
export function showDialog(
  shown: object,
  info: object = { title: 'Formulier', height: 'medium', width: 'medium' },
) {
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content: shown };
  return { status: 200, body: { task: { type: 'continue', value: { ...info, card: attachment } } } };
}

/** A card with a button that asks for a dialog. */
export function dialogCard(): object {
  const data = { msteams: { type: 'task/fetch' }, verb: 'form.open', draft: 'D-1' };
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ type: 'Input.Text', id: 'remark', value: 'fijn' }],
    actions: [{ type: 'Action.Submit', title: 'Vul in', data }],
  };
}
