import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { waitFor } from '../../wait-for.ts';
import { people } from '../../teams/people.ts';
import { startSimulator, type Simulator } from '../../teams/simulator.ts';
import { card, cardMessage, dialogCard, startFakeBot } from '../../teams/fake-bot.ts';
import { sentences, startBotServer, type BotServer } from './bot-server.ts';
import { recordingHandlers } from './recording-handlers.ts';

const { sanne, anouk, juror1, juror2 } = people;
const handlers = recordingHandlers();
const answerWithinMs = 300;

let simulator: Simulator;
let bot: BotServer;
/** Cards in the personal chat of Sanne, one with a button for a dialog, and one in the channel that refreshes for juror 1. */
let chatCard: string;
let formCard: string;
let channelCard: string;
/** By how much the clock in Teams is ahead. */
let skewMs = 0;

beforeAll(async () => {
  const timings = { answer: 2_000, resendSameId: 50, resendNewId: 100, refresh: 0, slow: 50 };
  simulator = await startSimulator({ limits: false, timings, now: () => Date.now() + skewMs });
  const poster = await startFakeBot(simulator);
  const post = async (conversation: string, content: object): Promise<string> => {
    const path = `conversations/${encodeURIComponent(conversation)}/activities`;
    return (await poster.call('POST', path, cardMessage(content))).body.id;
  };
  chatCard = await post(simulator.conversation(sanne), card('hallo'));
  formCard = await post(simulator.conversation(sanne), dialogCard());
  channelCard = await post(simulator.channel.id, card('inzending', [juror1.teamsId]));
  await poster.stop();
  const { environment } = simulator;
  const env = environment(0, '');
  bot = await startBotServer({
    bot: {
      appId: env['BOT_APP_ID'] ?? '',
      tokenIssuer: env['BOT_TOKEN_ISSUER'] ?? '',
      openIdMetadata: env['BOT_OPENID_METADATA'] ?? '',
      tenantIds: [env['TENANT_IDS'] ?? ''],
      serviceUrlHosts: [env['SERVICE_URL_HOSTS'] ?? ''],
    },
    handlers,
    answerWithinMs,
  });
  simulator.setBotAddress(bot.address);
});
afterAll(async () => {
  await bot.stop();
  await simulator.stop();
});
beforeEach(async () => {
  await simulator.settled();
  simulator.faults();
  handlers.reset();
  bot.log.length = 0;
});

const beat = { type: 'Action.Execute', verb: 'score', data: { a: 1 } } as const;
const lastAnswer = (): unknown => simulator.deliveries.at(-1)?.answer;
const late = (): Promise<never> =>
  new Promise((_resolve, reject) => setTimeout(reject, 600, new Error('late')));
const boom = (): never => {
  throw new Error('boom');
};

describe('what comes in', () => {
  test('from the personal chat is said by a known person', async () => {
    await simulator.openChat(sanne);
    handlers.heard.length = 0;
    await simulator.say(sanne, 'Wijkbus & meer');
    expect(handlers.heard).toMatchObject([
      {
        kind: 'said',
        text: 'Wijkbus & meer',
        hasAttachment: false,
        person: {
          objectId: sanne.id,
          name: sanne.name,
          language: 'nl',
          teamsUserId: sanne.teamsId,
          chat: { conversationId: simulator.conversation(sanne) },
        },
      },
    ]);
  });

  test('on arrival comes twice, with one key', async () => {
    await simulator.openChat(anouk);
    expect(handlers.heard.map(({ kind }) => kind)).toEqual(['arrived', 'arrived']);
    expect(new Set(handlers.heard.map(({ key }) => key)).size).toBe(1);
    expect(handlers.heard[0]?.person).toMatchObject({ language: 'en', objectId: anouk.id });
  });

  test.each(['same-id', 'new-id', 'at-once'] as const)('twice (%s) has the same key', async (mode) => {
    simulator.faults({ inbound: { mode } });
    await simulator.say(sanne, `dubbel ${mode}`);
    await simulator.invoke(sanne, chatCard, beat);
    expect(handlers.heard.map(({ kind }) => kind)).toEqual(['said', 'said', 'tapped', 'tapped']);
    expect(new Set(handlers.heard.map(({ key }) => key)).size).toBe(2);
  });

  test('from the channel is heard when the bot is mentioned', async () => {
    await simulator.installInTeam();
    await simulator.say(juror1, 'hoe ver zijn we?', { conversation: simulator.channel.id, mention: true });
    await simulator.say(juror1, 'niet voor u', { conversation: simulator.channel.id });
    expect(handlers.heard).toMatchObject([{ kind: 'mentioned', text: 'hoe ver zijn we?' }]);
  });

  test('of a kind that does not concern us is taken, and left at that', async () => {
    const { forge } = simulator;
    const authorization = `Bearer ${await forge.botToken()}`;
    const base = forge.messageActivity(sanne, 'hoi');
    const odd = [
      { ...base, type: 'toekomst' },
      { ...base, type: 'messageReaction', reactionsAdded: 'junk' },
      { ...base, type: 'event', name: 'application/vnd.microsoft.meetingStart', value: null },
      {
        ...base,
        type: 'conversationUpdate',
        membersAdded: null,
        channelData: { ...channelDataOf(base), eventType: 'x' },
      },
      { ...base, type: 'invoke', name: 'composeExtension/query' },
      { ...base, type: 'endOfConversation' },
      { ...base, from: null },
      { ...base, conversation: { tenantId: channelDataOf(base).tenant.id } },
    ];
    for (const activity of odd) {
      expect(await forge.postRaw(activity, { authorization })).toEqual({ status: 200, text: '' });
    }
    expect(handlers.heard).toEqual([]);
  });
});

function channelDataOf(activity: Record<string, unknown>): { tenant: { id: string } } {
  return z.object({ tenant: z.object({ id: z.string() }) }).parse(activity['channelData']);
}

describe('a tap is answered', () => {
  test('with a card for this person', async () => {
    handlers.act = () => ({ kind: 'card', card: { type: 'AdaptiveCard', version: '1.5', body: [] } });
    expect(await simulator.invoke(sanne, chatCard, beat)).toEqual({ kind: 'card' });
    expect(handlers.heard).toMatchObject([
      {
        kind: 'tapped',
        verb: 'score',
        data: { a: 1 },
        on: { activityId: chatCard },
        where: 'chat',
        automatic: false,
      },
    ]);
  });

  test('with a message', async () => {
    handlers.act = () => ({ kind: 'message', text: 'Bewaard.' });
    expect(await simulator.invoke(sanne, chatCard, beat)).toEqual({ kind: 'message', text: 'Bewaard.' });
  });

  test('with a refusal, under HTTP 200', async () => {
    handlers.act = () => ({ kind: 'error', code: 'closed', text: 'De editie is dicht.' });
    expect(await simulator.invoke(sanne, chatCard, beat)).toEqual({
      kind: 'error',
      code: 'closed',
      text: 'De editie is dicht.',
    });
    expect(lastAnswer()).toMatchObject({ status: 200, body: { statusCode: 400 } });
  });

  test('when the handler throws, with a sentence in the language of the person', async () => {
    handlers.act = boom;
    const tapped = await simulator.invoke(sanne, chatCard, beat);
    expect(tapped).toEqual({ kind: 'error', code: 'failed', text: sentences.nl.failed });
    expect(lastAnswer()).toMatchObject({ status: 200, body: { statusCode: 500 } });
    const turns = bot.log.map(({ turn }) => turn);
    expect(bot.log).toMatchObject([
      { msg: 'a handler failed' },
      { msg: 'turn', kind: 'tapped', outcome: 'failed' },
    ]);
    expect(new Set(turns).size).toBe(1);
  });

  test('when the handler takes too long, that it is under way; what it does later is not lost', async () => {
    handlers.act = late;
    const tapped = await simulator.invoke(sanne, chatCard, beat);
    expect(tapped).toEqual({ kind: 'message', text: sentences.nl.stillWorking });
    expect(bot.log).toMatchObject([{ msg: 'turn', outcome: 'late' }]);
    await waitFor('the late failure in the log', () => bot.log.some(({ msg }) => msg === 'a handler failed'));
  });
});

const form = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'Input.Text', id: 'title' }],
  actions: [{ type: 'Action.Submit', title: 'Verstuur', data: { verb: 'form.send' } }],
};
const openForm = () => simulator.openDialog(sanne, formCard, 'Vul in');

/** What stands in a small dialog that says one thing. */
const saying = (text: string) => ({
  kind: 'dialog',
  title: '',
  size: { width: 'small', height: 'small' },
  card: { body: [{ type: 'TextBlock', text }] },
});

describe('a dialog that is asked for', () => {
  beforeEach(() => {
    handlers.actInDialog = () => ({ kind: 'dialog', title: 'Uw inzending', card: form, height: 'large' });
  });

  test('is shown', async () => {
    expect(await openForm()).toMatchObject({
      kind: 'dialog',
      title: 'Uw inzending',
      card: form,
      size: { width: 'medium', height: 'large' },
    });
    expect(handlers.heard).toMatchObject([
      {
        kind: 'dialog-opened',
        verb: 'form.open',
        data: { draft: 'D-1', remark: 'fijn' },
        on: { activityId: formCard },
        where: 'chat',
        person: { objectId: sanne.id },
      },
    ]);
    expect(bot.log).toMatchObject([{ msg: 'turn', kind: 'dialog-opened', outcome: 'done' }]);
  });

  test.each(['same-id', 'new-id', 'at-once'] as const)('twice (%s) has one key', async (mode) => {
    simulator.faults({ inbound: { mode } });
    expect(await openForm()).toMatchObject({ kind: 'dialog', card: form });
    expect(handlers.heard).toHaveLength(2);
    expect(new Set(handlers.heard.map(({ key }) => key)).size).toBe(1);
  });

  const { nl } = sentences;
  test.each<[string, typeof handlers.actInDialog, string, string]>([
    ['of a verb that nobody knows', () => undefined, nl.dialogGone, 'unknown verb'],
    ['that is closed at once', () => ({ kind: 'close' }), nl.dialogGone, 'done'],
    [
      'that may not be',
      () => ({ kind: 'error', text: 'De editie is *dicht*.' }),
      String.raw`De editie is \*dicht\*.`,
      'said no',
    ],
    [
      'with nothing but a sentence',
      () => ({ kind: 'close-with-message', text: 'Al gedaan.' }),
      'Al gedaan.',
      'done',
    ],
    ['of a handler that throws', boom, nl.failed, 'failed'],
    ['of a handler that takes too long', late, nl.stillWorking, 'late'],
  ])('%s says so in a small dialog', async (_what, act, text, outcome) => {
    const violations = simulator.violations.length;
    handlers.actInDialog = act;
    expect(await openForm()).toMatchObject(saying(text));
    expect(bot.log.at(-1)).toMatchObject({ kind: 'dialog-opened', outcome });
    expect(simulator.violations.slice(violations)).toEqual([]);
    if (outcome === 'late')
      await waitFor('the late failure', () => bot.log.some(({ level }) => level === 50));
  });
});

describe('an action in a dialog', () => {
  const submit = async (act: typeof handlers.actInDialog) => {
    handlers.actInDialog = () => ({ kind: 'dialog', title: 'Uw inzending', card: form });
    const dialog = await openForm();
    if (dialog.kind !== 'dialog') throw new Error(`no dialog but ${dialog.kind}`);
    handlers.heard.length = 0;
    handlers.actInDialog = act;
    return simulator.submitDialog(sanne, dialog, 'Verstuur', { title: 'Wijkbus' });
  };
  const { nl } = sentences;

  test.each<[string, typeof handlers.actInDialog, object]>([
    [
      'shows the next card',
      () => ({ kind: 'dialog', title: 'Klopt dit?', card: form }),
      { kind: 'dialog', title: 'Klopt dit?' },
    ],
    ['closes it', () => ({ kind: 'close' }), { kind: 'closed' }],
    [
      'ends with a sentence',
      () => ({ kind: 'close-with-message', text: 'Bewaard.' }),
      { kind: 'message', text: 'Bewaard.' },
    ],
    [
      'is refused',
      () => ({ kind: 'error', text: 'De editie is dicht.' }),
      { kind: 'message', text: 'De editie is dicht.' },
    ],
    ['is one that nobody knows', () => undefined, { kind: 'message', text: nl.dialogGone }],
    ['fails', boom, { kind: 'message', text: nl.failed }],
    ['takes too long', late, { kind: 'message', text: nl.stillWorking }],
  ])('%s', async (_what, act, shown) => {
    const violations = simulator.violations.length;
    expect(await submit(act)).toMatchObject(shown);
    expect(handlers.heard).toMatchObject([
      {
        kind: 'dialog-submitted',
        verb: 'form.send',
        data: { title: 'Wijkbus' },
        person: { objectId: sanne.id },
      },
    ]);
    expect(simulator.violations.slice(violations)).toEqual([]);
    if (act === late) await waitFor('the late failure', () => bot.log.some(({ level }) => level === 50));
  });
});

describe('a refresh never fails', () => {
  test.each([
    ['says no', () => ({ kind: 'error', code: 'conflict', text: 'Nee.' }) as const],
    ['throws', boom],
    ['takes too long', late],
  ])('when the handler %s, the card stays as it is', async (_what, act) => {
    const violations = simulator.violations.length;
    handlers.act = act;
    // Teams asks again after a minute.
    skewMs += 61_000;
    await simulator.look(juror1, simulator.channel.id);
    const refreshes = handlers.heard.filter((event) => event.kind === 'tapped');
    expect(refreshes).toMatchObject([{ automatic: true, on: { activityId: channelCard }, where: 'channel' }]);
    expect(lastAnswer()).toEqual({
      kind: 'answered',
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' },
    });
    expect(simulator.violations.slice(violations)).toEqual([]);
  });

  test('and is not asked for whom the card does not name', async () => {
    await simulator.look(juror2, simulator.channel.id);
    expect(handlers.heard.filter((event) => event.kind === 'tapped')).toEqual([]);
  });
});

describe('when a handler of a message fails', () => {
  test('Teams hears of it and brings it again', async () => {
    handlers.act = () => {
      handlers.act = () => ({ kind: 'message', text: '' });
      return boom();
    };
    await simulator.say(sanne, 'hoi');
    await simulator.settled();
    expect(handlers.heard.map(({ kind }) => kind)).toEqual(['said', 'said']);
    expect(new Set(handlers.heard.map(({ key }) => key)).size).toBe(1);
    // Besides that, a slow machine may have to fetch the keys anew.
    const turns = bot.log.filter(({ turn }) => turn !== undefined);
    expect(turns.map(({ outcome }) => outcome)).toEqual([undefined, 'failed', 'done']);
  });

  test('nobody is named in the log', async () => {
    handlers.act = boom;
    await simulator.say(sanne, 'een geheim');
    await simulator.settled();
    const text = JSON.stringify(bot.log);
    for (const secret of [sanne.name, sanne.id, sanne.teamsId, 'geheim', simulator.conversation(sanne)]) {
      expect(text).not.toContain(secret);
    }
  });
});
