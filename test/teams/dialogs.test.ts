import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  cardMessage,
  dialogCard,
  showDialog,
  startFakeBot,
  type FakeAnswer,
  type FakeBot,
} from './fake-bot.ts';
import type { Dialog, DialogAnswer } from './page-api.ts';
import { people } from './people.ts';
import { startSimulator, type Simulator } from './simulator.ts';

const { sanne, mehmet, juror1 } = people;

let simulator: Simulator;
let bot: FakeBot;
/** A card in the personal chat of Sanne, and one in the jury's channel, each with a button that asks for a dialog. */
let chatCard: string;
let channelCard: string;
let violations = 0;

beforeAll(async () => {
  simulator = await startSimulator({ limits: false, timings: { dialog: 150 } });
  bot = await startFakeBot(simulator);
  chatCard = await post(simulator.conversation(sanne));
  channelCard = await post(simulator.channel.id);
});
afterAll(async () => {
  await simulator.stop();
  await bot.stop();
});
beforeEach(async () => {
  await simulator.settled();
  simulator.faults();
  bot.heard.length = 0;
  bot.answer = () => showDialog(form());
  violations = simulator.violations.length;
});

async function post(conversation: string): Promise<string> {
  const path = `conversations/${encodeURIComponent(conversation)}/activities`;
  return (await bot.call('POST', path, cardMessage(dialogCard()))).body.id;
}

/** What stands in a dialog here. */
function form(action: object = { type: 'Action.Submit', data: { verb: 'form.send', draft: 'D-1' } }): object {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ type: 'Input.Text', id: 'title', label: 'Titel' }],
    actions: [{ title: 'Verstuur', ...action }],
  };
}

async function opened(): Promise<Dialog> {
  const answer = await simulator.openDialog(sanne, chatCard, 'Vul in');
  if (answer.kind !== 'dialog') throw new Error(`no dialog but ${answer.kind}`);
  bot.heard.length = 0;
  return answer;
}

const noted = () => simulator.violations.slice(violations).map(({ kind }) => kind);
const task = (value: unknown): FakeAnswer => ({ status: 200, body: { task: value } });

describe('opening a dialog', () => {
  test('sends what the action has and what was filled in, and shows the card that comes back', async () => {
    const answer = await simulator.openDialog(sanne, chatCard, 'Vul in', { remark: 'beter' });
    expect(bot.heard).toMatchObject([
      {
        type: 'invoke',
        name: 'task/fetch',
        replyToId: chatCard,
        conversation: { conversationType: 'personal' },
        value: {
          data: { msteams: { type: 'task/fetch' }, verb: 'form.open', draft: 'D-1', remark: 'beter' },
          context: { theme: 'default' },
        },
      },
    ]);
    expect(answer).toEqual({
      kind: 'dialog',
      title: 'Formulier',
      card: form(),
      size: { width: 'medium', height: 'medium' },
      on: { conversation: simulator.conversation(sanne), messageId: chatCard },
    });
    expect(noted()).toEqual([]);
  });

  test('works from a card in a channel, where the bot hears the thread', async () => {
    await simulator.openDialog(juror1, channelCard, 'Vul in');
    const { id } = simulator.channel;
    expect(bot.heard[0]?.conversation).toMatchObject({ id: `${id};messageid=${channelCard}` });
  });

  test('is not for an action that asks for none, nor for who is not in the conversation', async () => {
    const tap = simulator.openDialog(sanne, chatCard, 'Stuur');
    await expect(tap).rejects.toThrow('has no action');
    await expect(simulator.openDialog(mehmet, chatCard, 'Vul in')).rejects.toThrow('is not in');
    expect(bot.heard).toEqual([]);
  });

  test('is what a tap does, too', async () => {
    expect(await simulator.tap(sanne, chatCard, 'Vul in')).toMatchObject({ kind: 'dialog' });
  });
});

describe('an action in a dialog', () => {
  test('sends its data with the inputs over it', async () => {
    const dialog = await opened();
    await simulator.submitDialog(sanne, dialog, 'Verstuur', { title: 'Wijkbus' });
    expect(bot.heard).toMatchObject([
      {
        name: 'task/submit',
        replyToId: chatCard,
        value: { data: { verb: 'form.send', draft: 'D-1', title: 'Wijkbus' }, context: { theme: 'default' } },
      },
    ]);
  });

  test.each<[string, FakeAnswer, DialogAnswer['kind']]>([
    ['another card shows that', showDialog(form()), 'dialog'],
    ['a message shows the sentence', task({ type: 'message', value: 'Bewaard.' }), 'message'],
    ['nothing closes it', { status: 200 }, 'closed'],
  ])('that is answered with %s', async (_what, answer, kind) => {
    const dialog = await opened();
    bot.answer = () => answer;
    expect(await simulator.submitDialog(sanne, dialog, 'Verstuur')).toMatchObject({ kind });
    expect(noted()).toEqual([]);
  });

  test('does not reach the bot when it is an Action.Execute', async () => {
    bot.answer = () => showDialog(form({ type: 'Action.Execute', verb: 'x' }));
    const dialog = await opened();
    expect(await simulator.submitDialog(sanne, dialog, 'Verstuur')).toEqual({ kind: 'unreachable' });
    expect(bot.heard).toEqual([]);
  });

  test('searches while somebody types, as in a message', async () => {
    await opened();
    const results = [{ title: 'Utrecht', value: 'GM0344' }];
    const type = 'application/vnd.microsoft.search.searchResponse';
    bot.answer = () => ({ status: 200, body: { statusCode: 200, type, value: { results } } });
    expect(await simulator.search(sanne, chatCard, 'municipalities', 'utr')).toEqual(results);
  });
});

describe('what Teams does not take is noted', () => {
  const attachment = (content: unknown) => ({
    contentType: 'application/vnd.microsoft.card.adaptive',
    content,
  });
  const big = { ...form(), body: [{ type: 'TextBlock', text: 'x'.repeat(110_000) }] };
  const rows: [string, FakeAnswer, string][] = [
    ['nothing to show', { status: 200 }, 'invoke-answer'],
    ['an answer of a tap', { status: 200, body: { statusCode: 200, type: 'x', value: '' } }, 'invoke-answer'],
    ['an empty sentence', task({ type: 'message', value: '' }), 'invoke-answer'],
    ['a bare card', task({ type: 'continue', value: { title: 'x', card: form() } }), 'invoke-answer'],
    ['an unknown size', showDialog(form(), { height: 'huge' }), 'invoke-answer'],
    ['no card in it', task({ type: 'continue', value: { card: attachment({ a: 1 }) } }), 'card-version'],
    ['too big a card', showDialog(big), 'size'],
    ['another HTTP status', { status: 400 }, 'invoke-status'],
  ];
  test.each(rows)('%s: Teams can not reach the app', async (_what, answer, violation) => {
    bot.answer = () => answer;
    expect(await simulator.openDialog(sanne, chatCard, 'Vul in')).toEqual({ kind: 'unreachable' });
    expect(noted()).toEqual([violation]);
  });

  test.each([
    [{ type: 'Action.Execute', verb: 'x' }],
    [{ type: 'Action.Submit', data: { msteams: { type: 'task/fetch' } } }],
  ])('a card with %j shows, and that action does not work', async (action) => {
    bot.answer = () => showDialog(form(action));
    expect(await simulator.openDialog(sanne, chatCard, 'Vul in')).toMatchObject({ kind: 'dialog' });
    expect(noted()).toEqual(['dialog-card']);
  });
});

describe('when the traffic falters', () => {
  test.each(['same-id', 'new-id', 'at-once'] as const)('each invoke comes twice (%s)', async (mode) => {
    const dialog = await opened();
    simulator.faults({ inbound: { mode } });
    await simulator.submitDialog(sanne, dialog, 'Verstuur');
    const [first, second] = bot.heard.map(({ id, value }) => ({ id, value }));
    expect(second?.value).toEqual(first?.value);
    expect(second?.id === first?.id).toBe(mode !== 'new-id');
  });

  test('a bot that is too slow is asked again while the person waits', async () => {
    const slow = new Promise<FakeAnswer>((resolve) => setTimeout(resolve, 400, { status: 200 }));
    bot.answer = () => (bot.heard.length === 1 ? slow : showDialog(form()));
    expect(await simulator.openDialog(sanne, chatCard, 'Vul in')).toMatchObject({ kind: 'dialog' });
    const [first, second] = bot.heard.map(({ id }) => id);
    expect(second).toBe(first);
  });

  test('a bot that fails is asked three times, and never after that', async () => {
    bot.answer = () => ({ status: 501 });
    expect(await simulator.openDialog(sanne, chatCard, 'Vul in')).toEqual({ kind: 'unreachable' });
    await simulator.settled();
    expect(bot.heard).toHaveLength(3);
    expect(noted()).toEqual(['invoke-status']);
  });
});
