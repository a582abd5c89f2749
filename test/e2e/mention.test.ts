import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { textOf } from '../teams/card-text.ts';
import type { MessageView } from '../teams/page-api.ts';
import type { Person } from '../teams/people.ts';
import { people } from '../teams/people.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';

/** The bot is named in the channel, over the wire; also when everything arrives twice or fails once. */
const ways = [
  { name: 'when all goes well', inbound: 'none', outbound: undefined },
  { name: 'when each activity comes twice and each call fails once', inbound: 'same-id', outbound: '502' },
  {
    name: 'when activities come again with a new id, and calls are cut off after they arrived',
    inbound: 'new-id',
    outbound: 'cut-after',
  },
  { name: 'when activities come twice at once', inbound: 'at-once', outbound: '429' },
] as const;

describe.each(ways)('$name', ({ inbound, outbound }) => {
  let app: App;

  beforeAll(async () => {
    app = await startApp({ environment: { DELIVERY_SETTLE_MS: '300' } });
    app.simulator.faults({
      inbound: { mode: inbound },
      outbound: outbound === undefined ? [] : [{ on: 'any', how: outbound, times: 'each-once' }],
    });
  });
  afterAll(() => app.stop());

  const ask = (person: Person, text: string, replyTo?: string) =>
    app.simulator.say(person, text, { conversation: app.simulator.channel.id, replyTo, mention: true });

  function answers(root: string): MessageView[] {
    return app.simulator
      .messages(people.chair, app.simulator.channel.id)
      .filter(({ from, replyTo }) => from.isBot && replyTo === root);
  }

  async function untilAnswered(root: string, times: number): Promise<string[]> {
    await waitFor(`${times} answers`, () => answers(root).length >= times, 60_000);
    await app.simulator.settled();
    return answers(root).map(textOf);
  }

  test('somebody hears, once and in their thread, what it can do and where the rest is', async () => {
    const root = await ask(people.juror1, 'hoe zend ik iets in?');
    const [answer, ...more] = await untilAnswered(root, 1);
    expect(more).toEqual([]);
    expect(answer).toContain('Beoordeel');
    expect(answer).toContain('Een initiatief inzenden doet u in uw eigen chat');
    const link = `https://teams.microsoft.com/l/chat/0/0?users=28:${app.simulator.environment(0, '')['BOT_APP_ID'] ?? ''}`;
    expect(JSON.stringify(answers(root)[0]?.cards)).toContain(`"url":"${link}"`);
  });

  test('each mention is answered in the thread where it stands', async () => {
    const root = await app.simulator.say(people.juror2, 'Overleg', {
      conversation: app.simulator.channel.id,
    });
    await ask(people.juror1, 'en dit?', root);
    await ask(people.juror2, 'en dat?', root);
    expect(await untilAnswered(root, 2)).toHaveLength(2);
    const personal = app.simulator.messages(people.juror1).filter(({ deleted }) => deleted !== true);
    expect(personal.map(textOf).join()).not.toContain('Beoordeel');
  });

  test('a restart answers nothing again, and no rule of Teams was broken', async () => {
    const root = await ask(people.juror1, 'eerste vraag');
    await app.crash();
    await ask(people.juror1, 'tweede vraag', root);
    // Answers in a thread go in order: when the second is there, the first is settled.
    expect(await untilAnswered(root, 2)).toHaveLength(2);
    expect(app.simulator.violations).toEqual([]);
  });
});
