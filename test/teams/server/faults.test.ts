import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { card, cardMessage, showCard, startFakeBot, type FakeBot } from '../fake-bot.ts';
import type { OutboundFault } from '../page-api.ts';
import { people } from '../people.ts';
import { startSimulator, type Simulator } from '../simulator.ts';
import { errorField } from './error-field.ts';

const { sanne } = people;

let simulator: Simulator;
let bot: FakeBot;
let chat: string;

beforeAll(async () => {
  simulator = await startSimulator({ limits: false, timings: { slow: 80 } });
  bot = await startFakeBot(simulator);
  chat = await simulator.openChat(sanne);
});
afterAll(async () => {
  await simulator.stop();
  await bot.stop();
});
beforeEach(() => {
  simulator.faults();
  bot.heard.length = 0;
  bot.answer = () => ({ status: 200 });
});

const path = () => `conversations/${encodeURIComponent(chat)}/activities`;
const isThere = (text: string) => simulator.messages(sanne).some((message) => message.text === text);

/** The HTTP status of a post, or `cut`. */
async function sent(text: string): Promise<number | 'cut'> {
  try {
    return (await bot.call('POST', path(), { type: 'message', text })).status;
  } catch (error) {
    if (errorField(error, 'name') === 'TypeError') return 'cut';
    throw error;
  }
}

describe("faults of the bot's calls", () => {
  const faults: [Pick<OutboundFault, 'how' | 'taken'>, number | 'cut', boolean][] = [
    [{ how: '429' }, 429, false],
    [{ how: '412' }, 412, false],
    [{ how: '500' }, 500, false],
    [{ how: '502', taken: true }, 502, true],
    [{ how: 'slow' }, 201, true],
    [{ how: 'cut-before' }, 'cut', false],
    [{ how: 'cut-after' }, 'cut', true],
  ];
  test.each(faults)('%j answers %s; taken: %s', async (fault, status, taken) => {
    const text = `bericht bij ${JSON.stringify(fault)}`;
    simulator.faults({ outbound: [{ on: 'send', ...fault, times: 1 }] });
    expect(await sent(text)).toBe(status);
    expect(isThere(text)).toBe(taken);
    expect(await sent('daarna')).toBe(201);
  });

  test('a 429 says when to come back', async () => {
    simulator.faults({ outbound: [{ on: 'send', how: '429', times: 1 }] });
    const { headers } = await bot.call('POST', path(), { type: 'message', text: 'x' });
    expect(headers.get('retry-after')).toBe('1');
  });

  test('each distinct call fails once, and only once', async () => {
    simulator.faults({ outbound: [{ on: 'any', how: '500', times: 'each-once' }] });
    const before = simulator.faultHits();
    const statuses = [];
    for (const text of ['a', 'a', 'a', 'b', 'b']) statuses.push(await sent(text));
    expect(statuses).toEqual([500, 201, 201, 500, 201]);
    expect(simulator.faultHits() - before).toBe(2);
  });

  test('a fault for edits leaves posts alone', async () => {
    simulator.faults({ outbound: [{ on: 'edit', how: '500', times: -1 }] });
    const { status, body } = await bot.call('POST', path(), { type: 'message', text: 'een' });
    const edit = () => bot.call('PUT', `${path()}/${body.id}`, { type: 'message', text: 'twee' });
    expect([status, (await edit()).status, (await edit()).status]).toEqual([201, 500, 500]);
    expect(isThere('een')).toBe(true);
  });
});

describe('activities that come twice', () => {
  test.each(['same-id', 'new-id', 'at-once'] as const)('%s', async (mode) => {
    simulator.faults({ inbound: { mode } });
    await simulator.say(sanne, 'hoi');
    const [first, second, ...more] = bot.heard;
    expect(more).toEqual([]);
    expect(first?.id === second?.id).toBe(mode !== 'new-id');
    expect({ ...second, id: first?.id }).toEqual(first);
  });

  test('at once means that the bot has both before it answered either', async () => {
    simulator.faults({ inbound: { mode: 'at-once' } });
    let busy = 0;
    let most = 0;
    bot.answer = async () => {
      most = Math.max(most, ++busy);
      await new Promise((resolve) => setTimeout(resolve, 30));
      busy -= 1;
      return { status: 200 };
    };
    await simulator.say(sanne, 'hoi');
    expect(most).toBe(2);
  });

  test('a tap that comes twice shows the later answer', async () => {
    const { body } = await bot.call('POST', path(), cardMessage(card('kaart')));
    simulator.faults({ inbound: { mode: 'same-id' } });
    bot.answer = () => showCard(card(`antwoord ${bot.heard.length}`));
    expect(await simulator.tap(sanne, body.id, 'Beoordeel')).toEqual({ kind: 'card' });
    expect(JSON.stringify(simulator.messages(sanne).at(-1)?.cards)).toContain('antwoord 2');
  });
});
