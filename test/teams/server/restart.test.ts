import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { textOf } from '../card-text.ts';
import { card, cardMessage, showCard, startFakeBot } from '../fake-bot.ts';
import { people } from '../people.ts';
import { startSimulator } from '../simulator.ts';

const { sanne, juror1, juror2 } = people;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'teams-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

test('a restart keeps messages, views, keys and what was opened', async () => {
  const first = await startSimulator({ folder });
  const bot = await startFakeBot(first);
  const chat = await first.openChat(sanne);
  await first.say(sanne, 'hoi');
  const channel = encodeURIComponent(first.channel.id);
  const { body } = await bot.call('POST', `conversations/${channel}/activities`, cardMessage(card('basis')));
  bot.answer = () => showCard(card('mijn blad'));
  await first.tap(juror1, body.id, 'Beoordeel');
  const before = snapshot(first);
  const secret = first.environment(0, '')['IDENTITY_HEADER'];
  const keys = await keysOf(first.address);
  await first.stop();

  const second = await startSimulator({ folder, botAddress: bot.address });
  bot.heard.length = 0;
  await second.openChat(sanne);
  expect(bot.heard).toEqual([]);
  expect(snapshot(second)).toEqual(before);
  expect(await keysOf(second.address)).toEqual(keys);
  expect(second.environment(0, '')['IDENTITY_HEADER']).toBe(secret);
  expect(second.conversation(sanne)).toBe(chat);
  await second.stop();
  await bot.stop();

  function snapshot(simulator: typeof first) {
    const { id } = simulator.channel;
    const seen = [simulator.messages(sanne), simulator.messages(juror1, id), simulator.messages(juror2, id)];
    expect(seen.map((messages) => messages.map(textOf).join())).toEqual([
      'hoi',
      expect.stringContaining('mijn blad'),
      expect.stringContaining('basis'),
    ]);
    return seen;
  }
});

test('what a killed process has answered is still there', async () => {
  const child = startChild();
  const [address = '', secret = ''] = (await firstLine(child)).split(' ');
  const environment = { IDENTITY_ENDPOINT: `${address}/identity/token`, IDENTITY_HEADER: secret };
  // @NOTE of a simulator in another process, this is all that the fake bot uses
  const other = { address, environment: () => environment, setBotAddress: () => undefined } as never;
  const bot = await startFakeBot(other);
  const reader = await startSimulator();
  const chat = reader.conversation(sanne);
  await reader.stop();
  const path = `conversations/${encodeURIComponent(chat)}/activities`;
  const posts = Array.from({ length: 20 }, (_, n) =>
    bot.call('POST', path, { type: 'message', text: `nr ${n}` }),
  );
  const ids = (await Promise.all(posts)).map(({ body }) => body.id);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await bot.stop();

  const again = await startSimulator({ folder });
  expect(
    again
      .posts()
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(20);
  await again.stop();
});

function startChild(): ChildProcess {
  const module = new URL('../simulator.ts', import.meta.url).href;
  const script = `
    const { startSimulator } = await import(${JSON.stringify(module)});
    const simulator = await startSimulator({ folder: ${JSON.stringify(folder)}, limits: false });
    console.log(simulator.address, simulator.environment(0, '').IDENTITY_HEADER);
    setInterval(() => {}, 1000);`;
  return spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the child has no output');
  for await (const line of createInterface(child.stdout)) return line;
  throw new Error('the child ended without a word');
}

async function keysOf(address: string): Promise<unknown> {
  const response = await fetch(`${address}/botframework/keys`);
  return response.json();
}
