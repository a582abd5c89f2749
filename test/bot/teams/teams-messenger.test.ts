import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { PostTarget, RenderedMessage } from '../../../bot/delivery/messenger.ts';
import { connectTeams, type TeamsConnection } from '../../../bot/teams/connect-teams.ts';
import { textOf } from '../../teams/card-text.ts';
import type { OutboundFault } from '../../teams/page-api.ts';
import { people } from '../../teams/people.ts';
import { startSimulator, type Post, type Simulator } from '../../teams/simulator.ts';

const { sanne, mehmet, juror1 } = people;
const longAgo = '2020-01-01T00:00:00.000Z';

let simulator: Simulator;
let teams: TeamsConnection;
let serviceUrl: string;

beforeAll(async () => {
  simulator = await startSimulator({ timings: { slow: 900 } });
  serviceUrl = `${simulator.address}/connector/`;
  const env = simulator.environment(0, '');
  // The managed identity of Azure's own library looks for its host here.
  process.env['IDENTITY_ENDPOINT'] = env['IDENTITY_ENDPOINT'];
  process.env['IDENTITY_HEADER'] = env['IDENTITY_HEADER'];
  teams = connectTeams({
    appId: env['BOT_APP_ID'] ?? '',
    manifestId: env['BOT_APP_ID'] ?? '',
    serviceUrlHosts: [env['SERVICE_URL_HOSTS'] ?? ''],
    graphAddress: env['GRAPH_ADDRESS'] ?? '',
    registration: {
      clientId: env['TAB_APP_ID'] ?? '',
      tenantId: env['BOT_TENANT_ID'] ?? '',
      authority: (env['TAB_AUTHORITY'] ?? '').replace(/\/$/, ''),
    },
    log: pino({ level: 'silent' }),
    withinMs: 500,
  });
});
afterAll(async () => {
  delete process.env['IDENTITY_ENDPOINT'];
  delete process.env['IDENTITY_HEADER'];
  await simulator.stop();
});
beforeEach(() => simulator.faults());

let made = 0;
function message(text: string): RenderedMessage {
  made += 1;
  const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] };
  return { card, summary: text, marker: `m-${made}` };
}

function chat(person = sanne): PostTarget {
  const { id: objectId } = person;
  return {
    kind: 'chat',
    person: { tenantId: simulator.environment(0, '')['TENANT_IDS'] ?? '', objectId },
    chat: { serviceUrl, conversationId: simulator.conversation(person) },
  };
}

function channel(): PostTarget {
  const { id, groupId } = simulator.channel;
  const tenantId = simulator.environment(0, '')['TENANT_IDS'] ?? '';
  return { kind: 'channel', channel: { serviceUrl, conversationId: id, tenantId, teamId: groupId } };
}

type ThreadTarget = Extract<PostTarget, { kind: 'thread' }>;

/** A conversation that a person began. */
async function thread(): Promise<ThreadTarget> {
  const { id, groupId } = simulator.channel;
  const tenantId = simulator.environment(0, '')['TENANT_IDS'] ?? '';
  const root = await simulator.say(juror1, 'Wie weet dit?', { conversation: id });
  const conversationId = `${id};messageid=${root}`;
  return { kind: 'thread', thread: { serviceUrl, conversationId, tenantId, teamId: groupId } };
}

const places = [
  ['chat', chat],
  ['channel', channel],
] as const;

function standing(marker: string): Post[] {
  return simulator.posts().filter((post) => JSON.stringify(post.cards).includes(`"${marker}"`));
}

describe.each(places)('a message to a %s', (_name, target) => {
  test('is posted once, shown, changed and removed', async () => {
    const first = message('Welkom');
    const outcome = await teams.messenger.post(target(), first);
    if (outcome.kind !== 'posted') throw new Error(outcome.kind);
    const [post, ...more] = standing(first.marker);
    expect(more).toEqual([]);
    expect(post).toMatchObject({ id: outcome.at.activityId, isBot: true });
    expect(post?.root).toBeUndefined();

    expect(await teams.messenger.edit(outcome.at, { ...message('Tot ziens'), marker: first.marker })).toEqual(
      {
        kind: 'done',
      },
    );
    const [edited] = standing(first.marker);
    expect(textOf({ cards: edited?.cards ?? [] })).toContain('Tot ziens');

    expect(await teams.messenger.remove(outcome.at)).toEqual({ kind: 'done' });
    expect(await teams.messenger.remove(outcome.at)).toEqual({ kind: 'done' });
    expect(await teams.messenger.edit(outcome.at, first)).toMatchObject({ kind: 'undeliverable' });
  });

  test('is found again by its marker, where it stands', async () => {
    const one = message('Zoek mij');
    const outcome = await teams.messenger.post(target(), one);
    if (outcome.kind !== 'posted') throw new Error(outcome.kind);
    expect(await teams.messenger.find(target(), one.marker, longAgo)).toEqual({
      kind: 'found',
      at: outcome.at,
    });
    expect(await teams.messenger.find(target(), 'm-never', longAgo)).toEqual({ kind: 'absent' });
    await teams.messenger.edit(outcome.at, { ...message('Anders'), marker: one.marker });
    expect(await teams.messenger.find(target(), one.marker, longAgo)).toMatchObject({ kind: 'found' });
  });

  const faults: [OutboundFault['how'], string, 'found' | 'absent'][] = [
    ['429', 'refused', 'absent'],
    ['412', 'refused', 'absent'],
    ['500', 'ambiguous', 'absent'],
    ['502', 'ambiguous', 'absent'],
    ['cut-before', 'ambiguous', 'absent'],
    ['cut-after', 'ambiguous', 'found'],
    ['slow', 'ambiguous', 'found'],
  ];
  test.each(faults)('under %s is %s, and %s when looked for', async (how, kind, found) => {
    const one = message(`onder ${how}`);
    simulator.faults({ outbound: [{ on: 'send', how, times: 1 }] });
    expect(await teams.messenger.post(target(), one)).toMatchObject({ kind });
    expect(simulator.faultHits()).toBeGreaterThan(0);
    expect(await teams.messenger.find(target(), one.marker, longAgo)).toMatchObject({ kind: found });
    expect(standing(one.marker)).toHaveLength(found === 'found' ? 1 : 0);
  });
});

describe('an answer in a thread', () => {
  test('is posted there, changed and removed', async () => {
    const target = await thread();
    const one = message('Daar ga ik niet over');
    const outcome = await teams.messenger.post(target, one);
    if (outcome.kind !== 'posted') throw new Error(outcome.kind);
    expect(outcome.at).toMatchObject({ conversationId: target.thread.conversationId });
    const root = target.thread.conversationId.split(';messageid=')[1];
    expect(standing(one.marker)).toMatchObject([{ id: outcome.at.activityId, root, isBot: true }]);
    expect(await teams.messenger.edit(outcome.at, one)).toEqual({ kind: 'done' });
    expect(await teams.messenger.remove(outcome.at)).toEqual({ kind: 'done' });
  });

  test('is found below its post and nowhere else', async () => {
    const [target, other] = [await thread(), await thread()];
    const one = message('Zoek mij hier');
    simulator.faults({ outbound: [{ on: 'send', how: 'cut-after', times: 1 }] });
    expect(await teams.messenger.post(target, one)).toEqual({ kind: 'ambiguous' });
    const at = { ...addressOf(target), activityId: standing(one.marker)[0]?.id };
    expect(await teams.messenger.find(target, one.marker, longAgo)).toEqual({ kind: 'found', at });
    expect(await teams.messenger.find(other, one.marker, longAgo)).toEqual({ kind: 'absent' });
  });

  test('is looked for on every page: in which order they come is not known', async () => {
    const target = await thread();
    const one = message('Lang geleden');
    await teams.messenger.post(target, one);
    const replyTo = target.thread.conversationId.split(';messageid=')[1];
    for (let said = 0; said < 60; said += 1) {
      await simulator.say(juror1, `antwoord ${said}`, { conversation: simulator.channel.id, replyTo });
    }
    const later = new Date(Date.now() + 60_000).toISOString();
    expect(await teams.messenger.find(target, one.marker, later)).toMatchObject({ kind: 'found' });
  });

  test('can not be looked for without a team, or outside a thread', async () => {
    const { thread: known } = await thread();
    const unlocated = [
      { ...known, teamId: undefined },
      { ...known, conversationId: simulator.channel.id },
    ];
    for (const each of unlocated) {
      const target: PostTarget = { kind: 'thread', thread: each };
      expect(await teams.messenger.find(target, 'm-1', longAgo)).toEqual({ kind: 'unknown' });
    }
  });
});

function addressOf({ thread: { serviceUrl, tenantId, conversationId } }: ThreadTarget) {
  return { serviceUrl, tenantId, conversationId };
}

test('a thread can be answered under the address that its post got', async () => {
  const outcome = await teams.messenger.post(channel(), message('Inzending 1'));
  if (outcome.kind !== 'posted') throw new Error(outcome.kind);
  expect(outcome.at.conversationId).toBe(`${simulator.channel.id};messageid=${outcome.at.activityId}`);
});

test('who is not in this Teams can not be reached', async () => {
  const nobody: PostTarget = {
    kind: 'chat',
    person: { tenantId: 't', objectId: 'nobody' },
    chat: { serviceUrl, conversationId: 'a:nobody' },
  };
  const outcome = { kind: 'undeliverable', reason: '404 ConversationNotFound' };
  expect(await teams.messenger.post(nobody, message('hoi'))).toEqual(outcome);
});

test('Teams tells who somebody is', async () => {
  const of = (person: typeof sanne) =>
    teams.roster.profileOf({ serviceUrl, conversationId: simulator.conversation(person) }, person.teamsId);
  expect(await of(mehmet)).toEqual({ name: mehmet.name, mail: mehmet.mail, objectId: mehmet.id });
  expect(await teams.roster.profileOf({ serviceUrl, conversationId: 'a:x' }, juror1.teamsId)).toBeUndefined();
});

test('nothing here broke the rules of Teams', () => {
  expect(simulator.violations).toEqual([]);
});
