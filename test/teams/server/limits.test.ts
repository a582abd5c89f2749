import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { card, cardMessage, startFakeBot, type FakeBot } from '../fake-bot.ts';
import { people } from '../people.ts';
import { startSimulator, type Simulator } from '../simulator.ts';
import { openLimits } from './limits.ts';

describe('a sliding window', () => {
  const twoInTen = [{ count: 2, seconds: 10 }];

  test('lets through what has room, and says when there will be', () => {
    let now = 0;
    const limits = openLimits(() => now);
    const at = (seconds: number) => {
      now = seconds * 1000;
      return limits.take('thread', twoInTen);
    };
    expect([at(0), at(4), at(5), at(9.5)]).toEqual([0, 0, 5, 1]);
    expect([at(10), at(11), at(14)]).toEqual([0, 3, 0]);
  });

  test('counts each thread for itself', () => {
    const limits = openLimits(() => 0);
    const taken = ['a', 'a', 'a', 'b'].map((key) => limits.take(key, twoInTen) === 0);
    expect(taken).toEqual([true, true, false, true]);
  });

  test('the narrowest of several counts', () => {
    let now = 0;
    const limits = openLimits(() => now);
    const windows = [
      { count: 1, seconds: 1 },
      { count: 2, seconds: 60 },
    ];
    const waits = [0, 500, 1000, 2000].map((at) => {
      now = at;
      return limits.take('thread', windows);
    });
    expect(waits).toEqual([0, 1, 0, 58]);
  });
});

describe("Teams' limits", () => {
  let simulator: Simulator;
  let bot: FakeBot;
  const { sanne, mehmet } = people;

  beforeEach(async () => {
    simulator = await startSimulator();
    bot = await startFakeBot(simulator);
  });
  afterEach(async () => {
    await simulator.stop();
    await bot.stop();
  });

  const send = (body: object, person: (typeof people)[keyof typeof people] = sanne) => {
    const conversation = encodeURIComponent(simulator.conversation(person));
    return bot.call('POST', `conversations/${conversation}/activities`, body);
  };
  const kinds = () => simulator.violations.map(({ kind }) => kind);

  test('the eighth message in a second to one chat is refused, and one to another chat is not', async () => {
    const results = await Promise.all(Array.from({ length: 8 }, () => send({ type: 'message', text: 'x' })));
    const refused = results.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(kinds()).toEqual(['rate']);
    expect((await send({ type: 'message', text: 'x' }, mehmet)).status).toBe(201);
  });

  test('more than 100 KB is refused', async () => {
    expect((await send({ type: 'message', text: 'x'.repeat(100 * 1024) })).status).toBe(413);
    expect(kinds()).toEqual(['size']);
  });

  test('more than 60 people to refresh for are refused', async () => {
    const users = (count: number) => Array.from({ length: count }, (_, index) => `29:${index}`);
    expect((await send(cardMessage(card('kaart', users(60))))).status).toBe(201);
    expect((await send(cardMessage(card('kaart', users(61))))).status).toBe(400);
    expect(kinds()).toEqual(['refresh-user-ids']);
  });

  test('a card of a newer version is noted', async () => {
    expect((await send(cardMessage({ ...card('kaart'), version: '1.6' }))).status).toBe(201);
    expect(kinds()).toEqual(['card-version']);
  });

  test("a bot can not change people's messages, nor what is gone", async () => {
    const id = await simulator.say(sanne, 'van mij');
    const conversation = encodeURIComponent(simulator.conversation(sanne));
    const change = (activity: string) =>
      bot.call('PUT', `conversations/${conversation}/activities/${activity}`, { type: 'message', text: 'y' });
    expect([(await change(id)).status, (await change('123')).status]).toEqual([403, 404]);
  });
});
