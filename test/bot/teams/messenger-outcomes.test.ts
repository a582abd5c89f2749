import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { AppTokens } from '../../../bot/teams/app-tokens.ts';
import { connectTeams, type TeamsConnection } from '../../../bot/teams/connect-teams.ts';
import type { ChangeOutcome, PostOutcome, PostTarget } from '../../../bot/delivery/messenger.ts';
import { startFixture, type Fixture, type Reaction } from './connector-fixture.ts';

let fixture: Fixture;
let teams: TeamsConnection;
const dropped: string[] = [];
const tokens: AppTokens = { of: async () => 'token', drop: (scope) => dropped.push(scope) };
const message = {
  card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'hoi' }] },
  summary: 'hoi',
  marker: 'm-1',
};
const person = { tenantId: 'tenant', objectId: 'person' };

beforeAll(async () => {
  fixture = await startFixture();
  teams = connect(fixture.host);
});
afterAll(() => fixture.stop());
beforeEach(() => {
  fixture.requests.length = 0;
  dropped.length = 0;
});

function connect(host: string, some: AppTokens = tokens): TeamsConnection {
  return connectTeams({
    appId: 'app',
    manifestId: 'manifest',
    serviceUrlHosts: [host],
    graphAddress: `http://${fixture.host}/graph`,
    log: pino({ level: 'silent' }),
    registration: { clientId: 'tab', tenantId: 'tenant', authority: `http://${host}` },
    tokens: { bot: some, graph: some },
    withinMs: 300,
  });
}

function chat(serviceUrl = fixture.serviceUrl): PostTarget {
  return { kind: 'chat', person, chat: { serviceUrl, conversationId: 'a:1' } };
}

function channel(): PostTarget {
  const conversationId = '19:jury@thread.tacv2';
  return {
    kind: 'channel',
    channel: { serviceUrl: fixture.serviceUrl, conversationId, tenantId: 'tenant', teamId: 'team' },
  };
}

const error = (code: string): string => JSON.stringify({ error: { code, message: 'Sanne is not here' } });

interface Case {
  what: string;
  reaction: Reaction;
  post: PostOutcome;
  edit: ChangeOutcome;
}
const refused = { kind: 'refused' } as const;
const ambiguous = { kind: 'ambiguous' } as const;
const cases: Case[] = [
  { what: 'cuts the connection', reaction: 'cut', post: ambiguous, edit: refused },
  { what: 'never answers', reaction: 'silent', post: ambiguous, edit: refused },
  { what: 'breaks off its answer', reaction: 'half', post: ambiguous, edit: { kind: 'done' } },
  { what: 'takes it without a word', reaction: { status: 202 }, post: ambiguous, edit: { kind: 'done' } },
  {
    what: 'takes it with junk',
    reaction: { status: 200, body: '<html>' },
    post: ambiguous,
    edit: { kind: 'done' },
  },
  {
    what: 'takes it with no id',
    reaction: { status: 200, body: '{"id":""}' },
    post: ambiguous,
    edit: { kind: 'done' },
  },
  {
    what: 'redirects',
    reaction: { status: 307, headers: { location: '/elsewhere' } },
    post: ambiguous,
    edit: refused,
  },
  ...[500, 502, 503, 504, 408].map((status) => ({
    what: `answers ${status}`,
    reaction: { status },
    post: ambiguous,
    edit: refused,
  })),
  {
    what: 'answers 429 with seconds',
    reaction: { status: 429, headers: { 'retry-after': '7' } },
    post: { kind: 'refused', retryAfterMs: 7_000 },
    edit: { kind: 'refused', retryAfterMs: 7_000 },
  },
  { what: 'answers 429', reaction: { status: 429 }, post: refused, edit: refused },
  {
    what: 'answers 429 with junk',
    reaction: { status: 429, headers: { 'retry-after': 'x' } },
    post: refused,
    edit: refused,
  },
  { what: 'answers 412', reaction: { status: 412 }, post: refused, edit: refused },
  { what: 'answers 401', reaction: { status: 401 }, post: refused, edit: refused },
  ...[
    { status: 400, code: 'BadSyntax' },
    { status: 403, code: 'BotNotInConversationRoster' },
    { status: 404, code: 'ConversationNotFound' },
    { status: 413, code: 'MessageSizeTooBig' },
  ].map(({ status, code }) => {
    const outcome = { kind: 'undeliverable', reason: `${status} ${code}` } as const;
    return {
      what: `answers ${status}`,
      reaction: { status, body: error(code) },
      post: outcome,
      edit: outcome,
    };
  }),
];

describe('when Teams', () => {
  test.each(cases)('$what, a post is $post.kind', async ({ reaction, post }) => {
    fixture.react = () => reaction;
    expect(await teams.messenger.post(chat(), message)).toEqual(post);
    expect(await teams.messenger.post(channel(), message)).toEqual(post);
    expect(fixture.requests).toHaveLength(2);
  });

  test.each(cases)('$what, an edit is $edit.kind', async ({ reaction, edit }) => {
    fixture.react = () => reaction;
    const at = { serviceUrl: fixture.serviceUrl, tenantId: 'tenant', conversationId: 'a:1', activityId: '1' };
    expect(await teams.messenger.edit(at, message)).toEqual(edit);
    expect(fixture.requests).toEqual(['PUT /v3/conversations/a%3A1/activities/1']);
  });

  test('has a message no more, it need not be removed', async () => {
    fixture.react = () => ({ status: 404 });
    const at = { serviceUrl: fixture.serviceUrl, tenantId: 'tenant', conversationId: 'a:1', activityId: '1' };
    expect(await teams.messenger.remove(at)).toEqual({ kind: 'done' });
    expect(fixture.requests).toEqual(['DELETE /v3/conversations/a%3A1/activities/1']);
  });

  test('does not believe the token, another is asked for', async () => {
    fixture.react = () => ({ status: 401 });
    await teams.messenger.post(chat(), message);
    expect(dropped).toEqual(['https://api.botframework.com/.default']);
  });

  test('says a date until which to wait, it is kept', async () => {
    const date = new Date(Date.now() + 60_000).toUTCString();
    fixture.react = () => ({ status: 429, headers: { 'retry-after': date } });
    const outcome = await teams.messenger.post(chat(), message);
    expect(outcome.kind === 'refused' ? outcome.retryAfterMs : 0).toBeGreaterThan(50_000);
  });

  test('gives a thread its id, the message in it is known by it', async () => {
    const at = {
      serviceUrl: fixture.serviceUrl,
      tenantId: 'tenant',
      conversationId: '19:jury@thread.tacv2;messageid=17',
      activityId: '17',
    };
    fixture.react = () => ({ status: 201, body: JSON.stringify({ id: at.conversationId, activityId: 'x' }) });
    expect(await teams.messenger.post(channel(), message)).toEqual({ kind: 'posted', at });
    fixture.react = () => ({ status: 201, body: '{"id":"19:jury@thread.tacv2","activityId":"17"}' });
    expect(await teams.messenger.post(channel(), message)).toEqual({ kind: 'posted', at });
    fixture.react = () => ({ status: 201, body: '{"id":"19:jury@thread.tacv2"}' });
    expect(await teams.messenger.post(channel(), message)).toEqual(ambiguous);
  });
});

describe('nothing is sent', () => {
  test('when nobody listens', async () => {
    const gone = await startFixture();
    await gone.stop();
    expect(await connect(gone.host).messenger.post(chat(gone.serviceUrl), message)).toEqual(refused);
  });

  test('when the name is not known', async () => {
    const messenger = connect('nowhere.invalid').messenger;
    expect(await messenger.post(chat('https://nowhere.invalid/'), message)).toEqual(refused);
  });

  test('to a host that is not allowed', async () => {
    const elsewhere = connect('smba.trafficmanager.net').messenger;
    const outcome = { kind: 'undeliverable', reason: 'host not allowed' };
    expect(await elsewhere.post(chat(), message)).toEqual(outcome);
    const at = { serviceUrl: fixture.serviceUrl, tenantId: 'tenant', conversationId: 'a', activityId: '1' };
    expect(await elsewhere.edit(at, message)).toEqual(outcome);
    expect(fixture.requests).toEqual([]);
  });

  test('without a token', async () => {
    const none: AppTokens = { of: () => Promise.reject(new Error('no identity')), drop: () => undefined };
    expect(await connect(fixture.host, none).messenger.post(chat(), message)).toEqual(refused);
    expect(fixture.requests).toEqual([]);
  });
});

describe('a look for a post', () => {
  const since = '2026-11-22T09:30:00.000Z';
  const page = (value: unknown[], next?: string): Reaction => ({
    status: 200,
    body: JSON.stringify({ value, ...(next === undefined ? {} : { '@odata.nextLink': next }) }),
  });
  const at = (moment: string, content = '{}'): unknown => ({
    id: '17',
    createdDateTime: moment,
    lastModifiedDateTime: moment,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  });

  test.each([
    [403, { kind: 'unknown' }],
    [404, { kind: 'unknown' }],
    [401, { kind: 'refused' }],
    [500, { kind: 'refused' }],
    [429, { kind: 'refused' }],
  ])('that is answered %i is %j', async (status, outcome) => {
    fixture.react = () => ({ status });
    expect(await teams.messenger.find(channel(), 'm-1', since)).toEqual(outcome);
    expect(await teams.messenger.find(chat(), 'm-1', since)).toEqual(outcome);
  });

  test('goes back page by page, no further than needed', async () => {
    const next = `http://${fixture.host}/graph/next`;
    fixture.react = ({ url }) =>
      url === '/graph/next'
        ? page([at('2026-11-22T09:29:59.000Z')], next)
        : page([at('2026-11-22T09:31:00Z')], next);
    expect(await teams.messenger.find(channel(), 'm-1', since)).toEqual({ kind: 'absent' });
    expect(fixture.requests).toEqual([
      'GET /graph/v1.0/teams/team/channels/19%3Ajury%40thread.tacv2/messages?$top=50',
      'GET /graph/next',
    ]);
  });

  test('finds it on a later page', async () => {
    const next = `http://${fixture.host}/graph/next`;
    fixture.react = ({ url }) =>
      url === '/graph/next'
        ? page([at('2026-11-22T09:30:00.100Z', '{"body":[{"id":"m-1"}]}')])
        : page([at('2026-11-22T09:31:00Z', '{"body":[{"id":"m-11"}]}')], next);
    expect(await teams.messenger.find(channel(), 'm-1', since)).toEqual({
      kind: 'found',
      at: {
        serviceUrl: fixture.serviceUrl,
        tenantId: 'tenant',
        conversationId: '19:jury@thread.tacv2;messageid=17',
        activityId: '17',
      },
    });
  });

  test('does not go on for ever, nor elsewhere', async () => {
    fixture.react = () => page([at('2026-11-22T09:31:00Z')], `http://${fixture.host}/graph/next`);
    expect(await teams.messenger.find(channel(), 'm-1', since)).toEqual({ kind: 'unknown' });
    expect(fixture.requests).toHaveLength(20);
    fixture.react = () => page([at('2026-11-22T09:31:00Z')], 'https://evil.example/next');
    expect(await teams.messenger.find(channel(), 'm-1', since)).toEqual({ kind: 'unknown' });
  });

  test('with an answer that can not be read is asked again later', async () => {
    fixture.react = () => ({ status: 200, body: '<html>' });
    expect(await teams.messenger.find(channel(), 'm-1', since)).toEqual(refused);
  });

  test('where the app is not installed is unknown', async () => {
    fixture.react = () => page([]);
    expect(await teams.messenger.find(chat(), 'm-1', since)).toEqual({ kind: 'unknown' });
  });
});

describe('what may no longer go', () => {
  const never = () => false;

  test('is refused, and nothing of it reaches Teams', async () => {
    const at = { ...chatAddress(), activityId: '1', tenantId: 'tenant' };
    expect(await teams.messenger.post(chat(), message, never)).toEqual({ kind: 'refused' });
    expect(await teams.messenger.edit(at, message, never)).toEqual({ kind: 'refused' });
    expect(await teams.messenger.remove(at, never)).toEqual({ kind: 'refused' });
    expect(fixture.requests).toEqual([]);
  });

  test('is asked for after the token and the connection are there', async () => {
    const order: string[] = [];
    const slow: AppTokens = { of: async () => (order.push('token'), 'token'), drop: () => undefined };
    const mayGo = () => order.push('may it go') > 0;
    await connect(fixture.host, slow).messenger.post(chat(), message, mayGo);
    expect(order).toEqual(['token', 'may it go']);
    expect(fixture.requests).toHaveLength(1);
  });
});

function chatAddress() {
  return { serviceUrl: fixture.serviceUrl, conversationId: 'a:1' };
}
