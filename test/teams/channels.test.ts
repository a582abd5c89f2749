import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startFakeBot, type FakeBot } from './fake-bot.ts';
import { people } from './people.ts';
import { startSimulator, type Simulator } from './simulator.ts';

const { sanne, juror1, juror2, chair, organiser } = people;
const settings = ['mentions-only', 'all'] as const;

let simulators: Record<(typeof settings)[number], Simulator>;
let bots: Record<(typeof settings)[number], FakeBot>;

beforeAll(async () => {
  const start = async (channelMessages: (typeof settings)[number]) => {
    const simulator = await startSimulator({ limits: false, channelMessages });
    const bot = await startFakeBot(simulator);
    await simulator.installInTeam();
    await simulator.openChat(sanne);
    return { simulator, bot };
  };
  const [few, all] = [await start('mentions-only'), await start('all')];
  simulators = { 'mentions-only': few.simulator, all: all.simulator };
  bots = { 'mentions-only': few.bot, all: all.bot };
});
afterAll(async () => {
  for (const setting of settings) {
    await simulators[setting].stop();
    await bots[setting].stop();
  }
});
beforeEach(() => {
  for (const setting of settings) bots[setting].heard.length = 0;
});

const typesHeard = (setting: (typeof settings)[number]) => bots[setting].heard.map(({ type }) => type);

describe.each(settings)('with %s of a channel', (setting) => {
  test.each([true, false])(
    'what was said (a mention: %s) and its changes are heard, or none of it',
    async (mention) => {
      const simulator = simulators[setting];
      const { id: conversation } = simulator.channel;
      const id = await simulator.say(juror1, 'mooi', { conversation, mention });
      await simulator.edit(juror1, id, 'heel mooi');
      await simulator.remove(juror1, id);
      await simulator.restore(juror1, id);
      const hears = mention || setting === 'all';
      const types = ['message', 'messageUpdate', 'messageDelete', 'messageUpdate'];
      expect(typesHeard(setting)).toEqual(hears ? types : []);
    },
  );

  test('the personal chat is always heard', async () => {
    const simulator = simulators[setting];
    const id = await simulator.say(sanne, 'hoi');
    await simulator.edit(sanne, id, 'hallo');
    await simulator.remove(sanne, id);
    expect(typesHeard(setting)).toEqual(['message', 'messageUpdate', 'messageDelete']);
  });
});

describe('a change of a message', () => {
  test('comes with the id of the message, in its thread', async () => {
    const { all: simulator } = simulators;
    const { id: conversation } = simulator.channel;
    const root = await simulator.say(juror1, 'mooi', { conversation });
    const reply = await simulator.say(juror2, 'vind ik ook', { conversation, replyTo: root });
    bots.all.heard.length = 0;
    await simulator.edit(juror2, reply, 'vind ik < u');
    await simulator.remove(juror2, reply);
    await simulator.restore(juror2, reply);
    const thread = { id: `${conversation};messageid=${root}`, conversationType: 'channel' };
    expect(bots.all.heard).toMatchObject([
      {
        type: 'messageUpdate',
        id: reply,
        text: 'vind ik &lt; u',
        conversation: thread,
        from: { aadObjectId: juror2.id },
        channelData: { eventType: 'editMessage', channel: { id: conversation } },
      },
      {
        type: 'messageDelete',
        id: reply,
        conversation: thread,
        channelData: { eventType: 'softDeleteMessage' },
      },
      {
        type: 'messageUpdate',
        id: reply,
        text: 'vind ik &lt; u',
        conversation: thread,
        channelData: { eventType: 'undeleteMessage' },
      },
    ]);
    expect(bots.all.heard[1]).not.toHaveProperty('text');
  });

  test('is seen by all who see the message; a mention of the bot stays', async () => {
    const { 'mentions-only': simulator } = simulators;
    const { id: conversation } = simulator.channel;
    const id = await simulator.say(juror1, 'help', { conversation, mention: true });
    const seen = () => simulator.messages(juror2, conversation).find((message) => message.id === id);
    await simulator.edit(juror1, id, 'help even');
    expect(seen()).toMatchObject({ text: '**GemeenteDelers** help even', editedAt: expect.any(String) });
    expect(bots['mentions-only'].heard.at(-1)).toMatchObject({
      text: '<at>GemeenteDelers</at> help even',
      entities: [{ type: 'mention' }, { type: 'clientInfo' }],
    });
    await simulator.remove(juror1, id);
    expect(seen()).toMatchObject({ deleted: true });
    expect(seen()).not.toHaveProperty('text');
  });

  test('is for who said it, while it is there', async () => {
    const { all: simulator } = simulators;
    const { id: conversation } = simulator.channel;
    const id = await simulator.say(juror1, 'mooi', { conversation });
    await expect(simulator.edit(juror2, id, 'lelijk')).rejects.toThrow('did not say');
    await expect(simulator.remove(sanne, id)).rejects.toThrow('is not in');
    await simulator.remove(juror1, id);
    await expect(simulator.edit(juror1, id, 'toch')).rejects.toThrow('There is no message');
    await expect(simulator.restore(juror2, id)).rejects.toThrow('did not say');
    await simulator.restore(juror1, id);
    await expect(simulator.restore(juror1, id)).rejects.toThrow('There is no message');
  });
});

describe.each([
  ['same-id', 2],
  ['new-id', 2],
  ['at-once', 2],
] as const)('when the bot is told %s', (mode, times) => {
  test('of a change, the id stays that of the message', async () => {
    const { all: simulator } = simulators;
    const { id: conversation } = simulator.channel;
    const id = await simulator.say(juror1, 'mooi', { conversation });
    bots.all.heard.length = 0;
    simulator.faults({ inbound: { mode } });
    await simulator.edit(juror1, id, 'heel mooi');
    await simulator.remove(juror1, id);
    await simulator.restore(juror1, id);
    simulator.faults();
    const { heard } = bots.all;
    expect(heard).toHaveLength(3 * times);
    expect(new Set(heard.map((activity) => activity.id))).toEqual(new Set([id]));
    expect(new Set(heard.map((activity) => activity['timestamp'])).size).toBeLessThanOrEqual(3);
  });
});

describe("the organisers' channel", () => {
  test('is for the organiser and the chair, and nobody else', async () => {
    const { all: simulator } = simulators;
    const { id: conversation } = simulator.channels.organisers;
    await simulator.say(chair, 'stand van zaken?', { conversation });
    expect(simulator.messages(organiser, conversation)).toMatchObject([{ text: 'stand van zaken?' }]);
    await expect(simulator.look(juror1, conversation)).rejects.toThrow('is not in');
    await expect(simulator.say(sanne, 'hoi', { conversation })).rejects.toThrow('is not in');
  });

  test('has a team of its own', async () => {
    const { all: simulator } = simulators;
    const { jury, organisers } = simulator.channels;
    expect(simulator.channel).toEqual(jury);
    const call = (path: string) => bots.all.call('GET', path);
    const team = await call(`teams/${encodeURIComponent(organisers.teamId)}`);
    expect(team.body).toMatchObject({ aadGroupId: organisers.groupId, memberCount: 2 });
    const members = await call(`conversations/${encodeURIComponent(organisers.id)}/pagedmembers`);
    const ids = members.body['members'];
    expect(ids).toMatchObject([{ aadObjectId: chair.id }, { aadObjectId: organiser.id }]);
    const { jury: channel } = simulator.channels;
    const wrong = await bots.all.graph(
      `teams/${organisers.groupId}/channels/${encodeURIComponent(channel.id)}/messages`,
    );
    expect(wrong.status).toBe(404);
  });

  test('is a place where the bot posts', async () => {
    const { all: simulator } = simulators;
    const { id: conversation, groupId } = simulator.channels.organisers;
    const { status } = await bots.all.call('POST', 'conversations', {
      isGroup: true,
      channelData: { channel: { id: conversation } },
      activity: { type: 'message', text: 'Nieuwe inzending' },
    });
    expect(status).toBe(201);
    const { body } = await bots.all.graph(
      `teams/${groupId}/channels/${encodeURIComponent(conversation)}/messages`,
    );
    expect(body.value[0]).toMatchObject({ body: { content: '<p>Nieuwe inzending</p>' } });
    const juryPosts = simulator.messages(juror1, simulator.channel.id);
    expect(juryPosts.map(({ text }) => text)).not.toContain('Nieuwe inzending');
  });
});
