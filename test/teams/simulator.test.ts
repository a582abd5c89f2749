import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { z } from 'zod';
import { waitFor } from '../wait-for.ts';
import { textOf } from './card-text.ts';
import { card, cardMessage, showCard, startFakeBot, type FakeAnswer, type FakeBot } from './fake-bot.ts';
import { people, type Person } from './people.ts';
import { startSimulator, type Simulator } from './simulator.ts';

const { sanne, mehmet, juror1, juror2, juror3 } = people;

let simulator: Simulator;
let bot: FakeBot;

beforeAll(async () => {
  const timings = { answer: 400, resendSameId: 50, resendNewId: 100, refresh: 0, slow: 50 };
  simulator = await startSimulator({ limits: false, timings, membersPerPage: 3 });
  bot = await startFakeBot(simulator);
});
afterAll(async () => {
  await simulator.stop();
  await bot.stop();
});
beforeEach(async () => {
  await simulator.settled();
  simulator.faults();
  bot.heard.length = 0;
  bot.answer = () => ({ status: 200 });
});

const at = (id: string) => encodeURIComponent(id);
const send = (conversation: string, body: unknown) =>
  bot.call('POST', `conversations/${at(conversation)}/activities`, body);
const edit = (conversation: string, id: string, body: unknown) =>
  bot.call('PUT', `conversations/${at(conversation)}/activities/${id}`, body);
const rosterPage = z.object({
  members: z.array(z.object({ id: z.string() })),
  continuationToken: z.string().optional(),
});
const roster = async (path: string) => rosterPage.parse((await bot.call('GET', path)).body);
const graphMessage = z.looseObject({
  deletedDateTime: z.string().nullable(),
  attachments: z.array(z.object({ content: z.string() })),
});
const seenBy = (person: Person, id: string, conversation = simulator.channel.id) =>
  textOf(simulator.messages(person, conversation).find((message) => message.id === id) ?? { cards: [] });

describe('tokens', () => {
  test('an activity comes with a token that verifies by the published keys', async () => {
    await simulator.say(sanne, 'hoi');
    const [heard] = bot.heard;
    const token = heard?.authorization.replace('Bearer ', '') ?? '';
    const keys = createRemoteJWKSet(new URL(`${simulator.address}/botframework/keys`));
    const { payload } = await jwtVerify(token, keys, { issuer: `${simulator.address}/botframework` });
    const { BOT_APP_ID } = simulator.environment(1, '');
    expect(payload).toMatchObject({ aud: BOT_APP_ID, serviceurl: heard?.serviceUrl });
  });

  test('a forged token does not', async () => {
    const keys = createRemoteJWKSet(new URL(`${simulator.address}/botframework/keys`));
    for (const changes of [{ key: 'stranger' }, { key: 'entra' }] as const) {
      const token = await simulator.forge.botToken(changes);
      await expect(jwtVerify(token, keys)).rejects.toThrow('signature verification failed');
    }
  });

  test("a tab's token says who is there, and verifies by the tenant's keys", async () => {
    const { TAB_AUTHORITY = '', BOT_TENANT_ID = '', TAB_APP_ID = '' } = simulator.environment(1, '');
    const keys = createRemoteJWKSet(new URL(`${TAB_AUTHORITY}${BOT_TENANT_ID}/discovery/v2.0/keys`));
    const { payload } = await jwtVerify(await simulator.tabToken(sanne), keys, {
      issuer: `${TAB_AUTHORITY}${BOT_TENANT_ID}/v2.0`,
      audience: TAB_APP_ID,
    });
    const { id: oid, name, mail } = sanne;
    expect(payload).toMatchObject({ oid, name, preferred_username: mail, scp: 'access_as_user' });
  });

  test('a call without a token of the bot is refused', async () => {
    const path = `${simulator.address}/connector/v3/conversations/x/pagedmembers`;
    const junk = await fetch(path, { headers: { authorization: 'Bearer junk' } });
    const tab = await simulator.tabToken(sanne);
    const ofTab = await fetch(path, { headers: { authorization: `Bearer ${tab}` } });
    expect([(await fetch(path)).status, junk.status, ofTab.status]).toEqual([401, 401, 401]);
  });
});

describe('conversations', () => {
  test('the first opening of a chat tells the bot of the install, once', async () => {
    await simulator.openChat(mehmet);
    await simulator.openChat(mehmet);
    const types = bot.heard.map(({ type }) => type).toSorted();
    expect(types).toEqual(['conversationUpdate', 'installationUpdate']);
  });

  test('a message of the bot reaches somebody who never opened the chat', async () => {
    const created = await bot.call('POST', 'conversations', {
      members: [{ id: juror1.teamsId }],
      tenantId: simulator.environment(0, '')['BOT_TENANT_ID'],
    });
    await send(created.body.id, { type: 'message', text: 'goedemorgen' });
    expect(created.body.id).toBe(simulator.conversation(juror1));
    expect(simulator.messages(juror1).map(textOf)).toEqual(['goedemorgen']);
    expect(simulator.messages(juror2)).toEqual([]);
  });

  test('a thread begins in the channel, and answers go below it', async () => {
    const thread = await bot.call('POST', 'conversations', {
      isGroup: true,
      channelData: { channel: { id: simulator.channel.id } },
      activity: { type: 'message', text: 'Inzending 1' },
    });
    const root = String(thread.body['activityId']);
    expect(thread.body.id).toBe(`${simulator.channel.id};messageid=${root}`);
    const { body } = await send(thread.body.id, { type: 'message', text: 'reactie' });
    const reply = simulator.messages(juror1, simulator.channel.id).find(({ id }) => id === body.id);
    expect(reply?.replyTo).toBe(root);
  });

  test('in the channel the bot hears what mentions it, and nothing else', async () => {
    await simulator.installInTeam();
    bot.heard.length = 0;
    const { id: conversation } = simulator.channel;
    const replyTo = await simulator.say(juror1, 'mooi', { conversation });
    await simulator.say(juror1, 'help', { conversation, replyTo, mention: true });
    expect(bot.heard).toHaveLength(1);
    expect(bot.heard[0]).toMatchObject({
      text: '<at>GemeenteDelers</at> help',
      conversation: { id: `${conversation};messageid=${replyTo}`, conversationType: 'channel' },
    });
  });

  test('who is no member of the team can not look into its channel', async () => {
    await expect(simulator.look(sanne, simulator.channel.id)).rejects.toThrow('is not in');
  });

  test('the roster comes in pages, and one by one', async () => {
    const first = `conversations/${at(simulator.channel.id)}/pagedmembers?pageSize=500`;
    const pages = [await roster(first)];
    for (let token = pages[0]?.continuationToken; token; token = pages.at(-1)?.continuationToken) {
      pages.push(await roster(`${first}&continuationToken=${token}`));
    }
    expect(pages.map(({ members }) => members.length)).toEqual([3, 3, 1]);
    expect(new Set(pages.flatMap(({ members }) => members.map(({ id }) => id))).size).toBe(7);
    const path = `conversations/${at(simulator.channel.id)}/members/`;
    expect((await bot.call('GET', path + juror1.id)).body).toMatchObject({
      id: juror1.teamsId,
      userRole: 'guest',
    });
    expect((await bot.call('GET', path + sanne.id)).status).toBe(404);
  });
});

describe('views of one card', () => {
  test('an action shows its answer to who tapped, and to nobody else, until the next edit', async () => {
    const { id: channel } = simulator.channel;
    const { body } = await send(channel, cardMessage(card('basis')));
    bot.answer = ({ from }) => showCard(card(`blad van ${from.name}`));
    expect(await simulator.tap(juror1, body.id, 'Beoordeel', { remark: 'sterk' })).toEqual({ kind: 'card' });
    expect(bot.heard.at(-1)?.value).toEqual({
      trigger: 'manual',
      action: {
        type: 'Action.Execute',
        title: 'Beoordeel',
        verb: 'score',
        data: { submission: 'S-1', remark: 'sterk' },
      },
    });
    expect(seenBy(juror1, body.id)).toContain('blad van Jurylid 1');
    expect(seenBy(juror2, body.id)).toContain('basis');
    await edit(channel, body.id, cardMessage(card('basis 2')));
    expect(seenBy(juror1, body.id)).toContain('basis 2');
  });

  test('an edit refreshes the card of those it names', async () => {
    const { id: channel } = simulator.channel;
    const users = [juror1.teamsId, juror3.teamsId];
    const { body } = await send(channel, cardMessage(card('basis', users)));
    bot.answer = ({ from }) => showCard(card(`voor ${from.name}`, users));
    await edit(channel, body.id, cardMessage(card('basis 2', users)));
    await simulator.settled();
    expect(bot.heard.map(({ value }) => value?.trigger)).toEqual(['automatic', 'automatic']);
    expect(seenBy(juror1, body.id)).toContain('voor Jurylid 1');
    expect(seenBy(juror2, body.id)).toContain('basis 2');
    expect(seenBy(juror3, body.id)).toContain('voor Jurylid 3');
  });

  test('opening a conversation refreshes its card, and not again within a minute', async () => {
    const conversation = await simulator.openChat(juror3);
    await send(conversation, cardMessage(card('basis', [juror3.teamsId])));
    bot.heard.length = 0;
    bot.answer = () => showCard(card('vers', [juror3.teamsId]));
    const [seen] = await simulator.look(juror3);
    await simulator.look(juror3);
    expect(textOf(seen ?? { cards: [] })).toContain('vers');
    expect(bot.heard).toHaveLength(1);
  });

  test('a refresh that is answered with an error is noted, and not asked again until the next edit', async () => {
    const conversation = await simulator.openChat(juror2);
    const { body } = await send(conversation, cardMessage(card('basis', [juror2.teamsId])));
    bot.heard.length = 0;
    const value = { code: 'oops', message: 'Mislukt' };
    bot.answer = () => ({
      status: 200,
      body: { statusCode: 500, type: 'application/vnd.microsoft.error', value },
    });
    await simulator.look(juror2);
    await simulator.look(juror2);
    expect(bot.heard).toHaveLength(1);
    expect(simulator.violations.at(-1)).toMatchObject({ kind: 'refresh-failed' });
    bot.answer = () => showCard(card('hersteld', [juror2.teamsId]));
    await edit(conversation, body.id, cardMessage(card('basis 2', [juror2.teamsId])));
    await simulator.settled();
    expect(seenBy(juror2, body.id, conversation)).toContain('hersteld');
  });

  test('of two taps the later one shows, also when its answer comes first', async () => {
    const conversation = await simulator.openChat(sanne);
    const { body } = await send(conversation, cardMessage(card('kaart')));
    const { promise: held, resolve: letGo } = Promise.withResolvers<FakeAnswer>();
    bot.heard.length = 0;
    bot.answer = () => (bot.heard.length === 1 ? held : showCard(card('tweede')));
    const first = simulator.tap(sanne, body.id, 'Beoordeel');
    await waitFor('the first tap', () => bot.heard.length === 1);
    await simulator.tap(sanne, body.id, 'Beoordeel');
    letGo(showCard(card('eerste')));
    await first;
    expect(seenBy(sanne, body.id, conversation)).toContain('tweede');
  });

  const answers = [
    [
      { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Bewaard' },
      { kind: 'message', text: 'Bewaard' },
    ],
    [
      {
        statusCode: 400,
        type: 'application/vnd.microsoft.error',
        value: { code: 'closed', message: 'Gesloten' },
      },
      { kind: 'error', code: 'closed', text: 'Gesloten' },
    ],
    [{ hello: 1 }, { kind: 'unreachable' }],
    [undefined, { kind: 'unreachable' }],
  ] as const;
  test.each(answers)('the answer %j is shown as %j', async (body, shown) => {
    const conversation = await simulator.openChat(sanne);
    const message = await send(conversation, cardMessage(card('kaart')));
    bot.answer = () => ({ status: 200, body });
    expect(await simulator.tap(sanne, message.body.id, 'Beoordeel')).toEqual(shown);
  });

  test.each([
    ['answers 501', async () => ({ status: 501 })],
    [
      'is too slow',
      () => new Promise<{ status: number }>((resolve) => setTimeout(resolve, 600, { status: 200 })),
    ],
  ])(
    'a bot that %s is unreachable; the same is sent again, first with its id, then with a new one',
    async (_, answer) => {
      const conversation = await simulator.openChat(sanne);
      const { body } = await send(conversation, cardMessage(card('kaart')));
      bot.heard.length = 0;
      bot.answer = () => (bot.heard.length < 3 ? answer() : showCard(card('toch nog')));
      expect(await simulator.tap(sanne, body.id, 'score')).toEqual({ kind: 'unreachable' });
      await waitFor('the late answer', () => seenBy(sanne, body.id, conversation).includes('toch nog'));
      const [first, second, third] = bot.heard.map(({ id }) => id);
      expect(second).toBe(first);
      expect(third).not.toBe(first);
    },
  );

  test.each([
    [{ type: 'imBack', value: 'stop' }, { text: 'stop' }, true],
    [{ type: 'messageBack', text: 'ga verder' }, { text: 'ga verder', value: { step: 2 } }, false],
  ])('Action.Submit with %j', async (msteams, heard, stands) => {
    const conversation = await simulator.openChat(sanne);
    const { body } = await send(conversation, cardMessage(card('kaart')));
    bot.heard.length = 0;
    await simulator.invoke(sanne, body.id, { type: 'Action.Submit', data: { msteams, step: 2 } });
    expect(bot.heard).toMatchObject([{ type: 'message', ...heard }]);
    expect(simulator.messages(sanne).at(-1)?.text === heard.text).toBe(stands);
  });

  test('Action.Submit is a message with a value', async () => {
    const conversation = await simulator.openChat(sanne);
    const { body } = await send(conversation, cardMessage(card('kaart')));
    bot.heard.length = 0;
    await simulator.tap(sanne, body.id, 'Stuur');
    expect(bot.heard[0]).toMatchObject({ type: 'message', value: { kind: 'send', remark: 'fijn' } });
  });
});

describe('Microsoft Graph', () => {
  test("reads back the channel's posts and the chat's messages, newest first, deleted ones marked", async () => {
    const { id: channel, groupId } = simulator.channel;
    const first = await send(channel, cardMessage(card('een')));
    const second = await send(channel, { ...cardMessage(card('twee')), text: 'twee' });
    await bot.call('DELETE', `conversations/${at(channel)}/activities/${second.body.id}`);
    const { body } = await bot.graph(`teams/${groupId}/channels/${at(channel)}/messages?$top=2`);
    expect(body.value.map(({ id }) => id)).toEqual([second.body.id, first.body.id]);
    const [deleted, there] = body.value.map((message) => graphMessage.parse(message));
    const nothing = { body: { content: '' }, attachments: [] };
    expect(deleted).toMatchObject({ deletedDateTime: expect.stringMatching(/Z$/), ...nothing });
    expect(JSON.parse(there?.attachments[0]?.content ?? '')).toEqual(card('een'));
    const { BOT_APP_ID } = simulator.environment(0, '');
    expect(there).toMatchObject({ deletedDateTime: null, from: { application: { id: BOT_APP_ID } } });
  });

  test("finds a person's chat by the installed app", async () => {
    await send(simulator.conversation(mehmet), { type: 'message', text: 'ontvangen' });
    const { BOT_APP_ID = '' } = simulator.environment(0, '');
    const apps = `users/${mehmet.id}/teamwork/installedApps`;
    const filter = encodeURIComponent(`teamsApp/externalId eq '${BOT_APP_ID}'`);
    const found = await bot.graph(`${apps}?$expand=teamsApp&$filter=${filter}`);
    const chat = await bot.graph(`${apps}/${String(found.body.value[0]?.['id'])}/chat`);
    const { body } = await bot.graph(`chats/${at(chat.body.id)}/messages?$top=5`);
    expect(body.value[0]).toMatchObject({ body: { content: '<p>ontvangen</p>' } });
  });
});

test('an edit refreshes everybody it names, however short ago they acted', async () => {
  let now = Date.now();
  const calm = await startSimulator({ limits: false, now: () => now });
  const ownBot = await startFakeBot(calm);
  const channel = encodeURIComponent(calm.channel.id);
  const users = [juror1.teamsId, juror2.teamsId];
  const posts = `conversations/${channel}/activities`;
  const { body } = await ownBot.call('POST', posts, cardMessage(card('basis', users)));
  ownBot.answer = () => showCard(card('blad', users));
  const refreshed = async () => {
    ownBot.heard.length = 0;
    await ownBot.call('PUT', `${posts}/${body.id}`, cardMessage(card('anders', users)));
    await calm.settled();
    return ownBot.heard.map(({ from }) => from.name).toSorted();
  };
  await calm.tap(juror1, body.id, 'Beoordeel');
  expect(await refreshed()).toEqual([juror1.name, juror2.name]);
  now += 1_000;
  expect(await refreshed()).toEqual([juror1.name, juror2.name]);
  now += 60_000;
  const value = { code: 'oops', message: 'Mislukt' };
  ownBot.answer = () => ({
    status: 200,
    body: { statusCode: 500, type: 'application/vnd.microsoft.error', value },
  });
  expect(await refreshed()).toHaveLength(2);
  now += 60_000;
  await calm.look(juror1, calm.channel.id);
  expect(ownBot.heard.filter(({ type }) => type === 'invoke')).toHaveLength(2);
  await calm.stop();
  await ownBot.stop();
});

test('with the permission to read, the bot hears everything in the channel', async () => {
  const open = await startSimulator({ channelMessages: 'all' });
  const ownBot = await startFakeBot(open);
  await open.installInTeam();
  ownBot.heard.length = 0;
  await open.say(juror1, 'mooi', { conversation: open.channel.id });
  expect(ownBot.heard).toMatchObject([{ text: 'mooi' }]);
  await open.stop();
  await ownBot.stop();
});

test('a bot that can not be reached hears of the install later', async () => {
  const early = await startSimulator({ timings: { resendSameId: 60_000 } });
  await early.openChat(sanne);
  const ownBot = await startFakeBot(early);
  await early.openChat(sanne);
  expect(ownBot.heard.map(({ type }) => type).toSorted()).toEqual([
    'conversationUpdate',
    'installationUpdate',
  ]);
  await early.stop();
  await ownBot.stop();
});
