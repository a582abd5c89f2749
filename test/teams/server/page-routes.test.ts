import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { request } from 'node:http';
import { z } from 'zod';
import { waitFor } from '../../wait-for.ts';
import { card, cardMessage, showCard, startFakeBot, type FakeBot } from '../fake-bot.ts';
import type { FaultPlan, MessageView, PageEvent } from '../page-api.ts';
import { people } from '../people.ts';
import { startSimulator, type Simulator } from '../simulator.ts';

const { sanne, mehmet, juror1, juror2 } = people;

let simulator: Simulator;
let bot: FakeBot;

beforeAll(async () => {
  simulator = await startSimulator({ limits: false });
  bot = await startFakeBot(simulator);
});
afterAll(async () => {
  await simulator.stop();
  await bot.stop();
});
beforeEach(async () => {
  await simulator.settled();
  bot.heard.length = 0;
  bot.answer = () => ({ status: 200 });
});

async function ask(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${simulator.address}/simulator/api/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

const at = encodeURIComponent;
// @NOTE the page trusts its own server in the same way
const messages = async (person: string, conversation: string) =>
  (await ask('GET', `messages?person=${person}&conversation=${at(conversation)}`)).body as MessageView[];

describe('conversations and messages', () => {
  test('people are listed with what the page needs, and nothing else', async () => {
    const { id, name, description, kind, locale } = sanne;
    const { body } = await ask('GET', 'people');
    expect(body).toContainEqual({ id, name, description, kind, locale });
  });

  test('a civil servant has the chat with the bot, a juror the channel as well', async () => {
    const kinds = async (person: string) => {
      const { body } = await ask('GET', `conversations?person=${person}`);
      return z
        .array(z.object({ kind: z.string() }))
        .parse(body)
        .map(({ kind }) => kind);
    };
    expect(await kinds(sanne.id)).toEqual(['personal']);
    expect(await kinds(juror1.id)).toEqual(['personal', 'channel']);
  });

  test('looking into the chat for the first time tells the bot, and marks as read', async () => {
    const conversation = simulator.conversation(mehmet);
    await bot.call('POST', `conversations/${at(conversation)}/activities`, {
      type: 'message',
      text: 'welkom',
    });
    const unread = async () => {
      const { body } = await ask('GET', `conversations?person=${mehmet.id}`);
      return z.array(z.object({ unread: z.number() })).parse(body)[0]?.unread;
    };
    expect(await unread()).toBe(1);
    expect(await messages(mehmet.id, conversation)).toMatchObject([
      { text: 'welkom', from: { isBot: true } },
    ]);
    expect(await unread()).toBe(0);
    await waitFor('the install', () => bot.heard.length === 2);
  });

  test('what is said stands there before the bot has answered', async () => {
    const { promise: held, resolve: letGo } = Promise.withResolvers<{ status: number }>();
    bot.answer = () => held;
    const conversation = simulator.conversation(sanne);
    const { status } = await ask('POST', 'say', { person: sanne.id, conversation, text: ' hoi ' });
    expect(status).toBe(200);
    expect(await messages(sanne.id, conversation)).toMatchObject([{ text: 'hoi', from: { id: sanne.id } }]);
    await waitFor('the first activity', () => bot.heard.length > 0);
    letGo({ status: 200 });
    await waitFor('what was said', () => bot.heard.some(({ text }) => text === 'hoi'));
  });

  test("nobody gets into somebody else's chat", async () => {
    const conversation = simulator.conversation(sanne);
    const say = { person: mehmet.id, conversation, text: 'hoi' };
    expect((await ask('POST', 'say', say)).status).toBe(403);
    expect((await ask('GET', `messages?person=${mehmet.id}&conversation=${at(conversation)}`)).status).toBe(
      403,
    );
  });
});

describe('taps, searches and events', () => {
  test('a tap changes the view, and the version, of who tapped', async () => {
    const { id: conversation } = simulator.channel;
    const path = `conversations/${at(conversation)}/activities`;
    const { body } = await bot.call('POST', path, cardMessage(card('basis')));
    const seen = async (person: string) => (await messages(person, conversation)).at(-1);
    const before = [await seen(juror1.id), await seen(juror2.id)];
    bot.answer = () => showCard(card('mijn blad'));
    const action = { type: 'Action.Execute', verb: 'score', data: { remark: 'x' } };
    const tap = { person: juror1.id, conversation, messageId: body.id, action };
    expect((await ask('POST', 'tap', tap)).body).toEqual({ kind: 'card' });
    const after = [await seen(juror1.id), await seen(juror2.id)];
    expect(JSON.stringify(after[0]?.cards)).toContain('mijn blad');
    expect(after[0]?.version).toBeGreaterThan(before[0]?.version ?? Infinity);
    expect(after[1]).toEqual(before[1]);
  });

  test('a search is answered with what the bot found', async () => {
    const conversation = await simulator.openChat(sanne);
    const path = `conversations/${at(conversation)}/activities`;
    const { body } = await bot.call('POST', path, cardMessage(card('zoek')));
    const results = [{ title: 'Utrecht', value: 'GM0344' }];
    const type = 'application/vnd.microsoft.search.searchResponse';
    bot.answer = () => ({ status: 200, body: { statusCode: 200, type, value: { results } } });
    const asked = {
      person: sanne.id,
      conversation,
      messageId: body.id,
      dataset: 'municipalities',
      text: 'utr',
    };
    expect((await ask('POST', 'search', asked)).body).toEqual({ results });
    expect(bot.heard.at(-1)).toMatchObject({
      name: 'application/search',
      value: { queryText: 'utr', dataset: 'municipalities' },
    });
  });

  test('events tell of a message those who see it', async () => {
    const heardBySanne = await listen(sanne.id);
    const heardByJuror = await listen(juror1.id);
    const conversation = simulator.conversation(sanne);
    const path = `conversations/${at(conversation)}/activities`;
    const { body } = await bot.call('POST', path, { type: 'message', text: 'klaar' });
    const { id: channel } = simulator.channel;
    const post = await bot.call('POST', `conversations/${at(channel)}/activities`, {
      type: 'message',
      text: 'x',
    });
    await waitFor('the event of the post', () => heardByJuror.events.length > 0);
    await waitFor('the event of the message', () => heardBySanne.events.length > 0);
    expect(heardBySanne.events).toEqual([{ kind: 'message', conversation, messageId: body.id }]);
    expect(heardByJuror.events).toEqual([
      { kind: 'message', conversation: channel, messageId: post.body.id },
    ]);
    heardBySanne.stop();
    heardByJuror.stop();
  });

  async function listen(person: string) {
    const abort = new AbortController();
    const { signal } = abort;
    const response = await fetch(`${simulator.address}/simulator/api/events?person=${person}`, { signal });
    const events: PageEvent[] = [];
    const source = response.body
      ?.pipeThrough(new TextDecoderStream())
      .pipeThrough(new EventSourceParserStream());
    const reading = (async () => {
      for await (const { data } of source ?? []) events.push(JSON.parse(data) as PageEvent);
    })().catch(() => undefined);
    return { events, stop: () => void (abort.abort(), reading) };
  }
});

describe('faults', () => {
  test('the plan comes back as it was put, and counts down', async () => {
    const plan: FaultPlan = {
      outbound: [
        { on: 'send', how: '429', times: 2 },
        { on: 'any', how: 'slow', times: -1 },
        { on: 'edit', how: '500', taken: true, times: 'each-once' },
      ],
      inbound: { mode: 'same-id' },
    };
    expect((await ask('PUT', 'faults', plan)).body).toEqual(plan);
    const conversation = simulator.conversation(sanne);
    await bot.call('POST', `conversations/${at(conversation)}/activities`, { type: 'message', text: 'x' });
    plan.outbound[0] = { on: 'send', how: '429', times: 1 };
    expect((await ask('GET', 'faults')).body).toEqual(plan);
    simulator.faults();
  });

  test('a plan that is none is refused', async () => {
    const { status } = await ask('PUT', 'faults', { outbound: [{ on: 'send', how: '418', times: 1 }] });
    expect(status).toBe(400);
  });
});

describe('who may call', () => {
  const status = (headers: Record<string, string>, method = 'GET', body = '') =>
    new Promise<number>((resolve, reject) => {
      const path = method === 'GET' ? 'people' : 'say';
      const url = `${simulator.address}/simulator/api/${path}`;
      const sent = request(url, { method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sent.on('error', reject);
      sent.end(body);
    });

  test.each([
    [{ host: 'localhost:1234' }, 200],
    [{ host: 'evil.example' }, 403],
    [{ host: '127.0.0.1.evil.example' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://127.0.0.1:3978' }, 200],
  ])('%j: %d', async (headers: Record<string, string>, expected) => {
    expect(await status(headers)).toBe(expected);
  });

  test("a form of another page can not speak in somebody's name", async () => {
    const body = JSON.stringify({ person: sanne.id, conversation: simulator.conversation(sanne), text: 'x' });
    expect(await status({ 'content-type': 'text/plain' }, 'POST', body)).toBe(415);
  });

  test("a path that is no file of the page's is not found, wherever it points", async () => {
    for (const path of ['nothing.js', '..%2f..%2fpackage.json', '%2e%2e/%2e%2e/package.json']) {
      expect((await fetch(`${simulator.address}/${path}`)).status).toBe(404);
    }
  });
});
