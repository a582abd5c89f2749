import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startFakeBot, type FakeBot } from './fake-bot.ts';
import { people } from './people.ts';
import { startSimulator, type Simulator } from './simulator.ts';

let simulator: Simulator;
let bot: FakeBot;
let postId: string;
beforeEach(async () => {
  simulator = await startSimulator({ limits: false, hasMoreChannels: true });
  bot = await startFakeBot(simulator);
  await simulator.installInTeam('direct');
  postId = (await post()).body.id;
  bot.heard.length = 0;
});
afterEach(async () => {
  await simulator.stop();
  await bot.stop();
});

const direct = () => simulator.channels.direct ?? { id: '', teamId: '', groupId: '' };
const post = () =>
  bot.call('POST', 'conversations', {
    isGroup: true,
    channelData: { channel: { id: direct().id } },
    activity: { type: 'message', text: 'Inzending' },
  });
const edit = () => {
  const root = postId.split(';messageid=')[1] ?? '';
  return bot.call('PUT', `conversations/${encodeURIComponent(postId)}/activities/${root}`, {
    type: 'message',
    text: 'Anders',
  });
};
const graph = () =>
  bot.graph(`teams/${direct().groupId}/channels/${encodeURIComponent(direct().id)}/messages`);
const statuses = async () => [(await post()).status, (await edit()).status, (await graph()).status];

test.each(['channel', 'team'] as const)(
  'a deleted %s is gone for everybody, and the bot is told',
  async (what) => {
    await simulator.deleteChannel('direct', what);
    expect(bot.heard).toMatchObject([
      {
        type: 'conversationUpdate',
        conversation: { id: direct().teamId, conversationType: 'channel' },
        channelData: {
          eventType: `${what}Deleted`,
          team: { id: direct().teamId },
          ...(what === 'channel' && { channel: { id: direct().id } }),
        },
      },
    ]);
    expect(await statuses()).toEqual([404, 404, 404]);
    const said = simulator.say(people.organiser, 'hoi', { conversation: direct().id, mention: true });
    await expect(said).rejects.toThrow('is not in');
  },
);

test('a channel that is restored is as it was', async () => {
  await simulator.deleteChannel('direct');
  await simulator.restoreChannel('direct');
  expect(bot.heard.at(-1)).toMatchObject({ channelData: { eventType: 'channelRestored' } });
  expect(await statuses()).toEqual([201, 200, 200]);
});

test('an app that was removed can do nothing there and hears nothing, until it is added again', async () => {
  await simulator.removeFromTeam('direct');
  const team = { id: direct().teamId, aadGroupId: direct().groupId };
  expect(bot.heard.map(({ type, channelData }) => [type, channelData['team']])).toEqual(
    expect.arrayContaining([
      ['conversationUpdate', expect.objectContaining(team)],
      ['installationUpdate', expect.objectContaining(team)],
    ]),
  );
  bot.heard.length = 0;
  await simulator.say(people.organiser, 'hoi', { conversation: direct().id, mention: true });
  expect(bot.heard).toEqual([]);
  expect(await statuses()).toEqual([403, 403, 403]);
  await simulator.installInTeam('direct');
  expect(bot.heard.map(({ type }) => type).sort()).toEqual(['conversationUpdate', 'installationUpdate']);
  expect(await statuses()).toEqual([201, 200, 200]);
});

test('there are no more channels than asked for', async () => {
  const small = await startSimulator();
  expect(Object.keys(small.channels)).toEqual(['jury', 'organisers']);
  await expect(small.deleteChannel('direct')).rejects.toThrow('there is no channel direct');
  await small.stop();
});
