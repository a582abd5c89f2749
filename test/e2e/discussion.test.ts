import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Discussion } from '../../bot/http/contract/discussion.ts';
import { discussion } from '../../bot/http/contract/discussion.ts';
import { start } from '../../bot/http/contract/start.ts';
import { submissionPartition } from '../../bot/store/documents/submission-documents.ts';
import { textOf } from '../teams/card-text.ts';
import type { Person } from '../teams/people.ts';
import { people } from '../teams/people.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import { askTab, handIn, initiative, juryPost, score } from './do-as-people.ts';
import { listen, type Listening } from './listen.ts';
import { personalDataIn } from './personal-data.ts';
import { allDocuments, expectChain } from './stored.ts';

/** The jury talks below a post, with and without the permission to read the channel, whatever Teams does with it. */
const ways = [
  { name: 'with the permission', channelMessages: 'all', inbound: 'none', outbound: undefined },
  {
    name: 'with the permission, when each activity comes twice and each call fails once',
    channelMessages: 'all',
    inbound: 'same-id',
    outbound: '502',
  },
  {
    name: 'with the permission, when messages come again with a new id',
    channelMessages: 'all',
    inbound: 'new-id',
    outbound: 'cut-after',
  },
  {
    name: 'without the permission, when activities come twice at once',
    channelMessages: 'mentions-only',
    inbound: 'at-once',
    outbound: undefined,
  },
] as const;

const { sanne, mehmet, juror1, juror2, juror3, juror4, chair, organiser } = people;
const title = 'Reizende luisterpaal';

describe.each(ways)('$name', ({ channelMessages, inbound, outbound }) => {
  let app: App;
  let id: string;
  let root: string;
  const hearsAll = channelMessages === 'all';

  beforeAll(async () => {
    app = await startApp({
      simulator: { channelMessages },
      environment: { DELIVERY_SETTLE_MS: '300', LOG_LEVEL: 'debug' },
    });
    app.simulator.faults({
      inbound: { mode: inbound },
      outbound: outbound === undefined ? [] : [{ on: 'any', how: outbound, times: 'each-once' }],
    });
    await handIn(app, sanne, initiative({ title }));
    root = (await juryPost(app, chair, title)).id;
    await score(app, juror1, title, '4');
    await score(app, juror2, title, '3');
    const { own } = start.parse((await askTab(app, sanne, '/start')).body);
    id = own[0]?.submission.id ?? '';
  });
  afterAll(() => app.stop());

  const say = (person: Person, text: string, options: { mention?: boolean; replyTo?: string } = {}) =>
    app.simulator.say(person, text, { conversation: app.simulator.channel.id, replyTo: root, ...options });
  const ask = (person: Person) => askTab(app, person, `/submissions/${id}/discussion`);

  async function talkSeenBy(person: Person): Promise<Discussion['rounds'][number]['lines']> {
    const { status, body } = await ask(person);
    return status === 200 ? (discussion.parse(body).rounds[0]?.lines ?? []) : [];
  }

  /** Waits until somebody reads this, line by line. */
  async function until(person: Person, expected: string[]): Promise<void> {
    let seen: string[] = [];
    await waitFor(
      `${person.name} to read along`,
      async () => {
        seen = (await talkSeenBy(person)).map(({ text, deleted }) => (deleted ? '–' : text));
        return seen.join('|') === expected.join('|');
      },
      30_000,
    ).catch((error: unknown) => {
      throw new Error(`${person.name} reads ${seen.join('|')}`, { cause: error });
    });
  }

  test('what is said, changed, taken away and brought back is what the chair reads', async () => {
    await say(juror1, 'kanarie een < twee');
    const second = await say(juror2, 'kanarie twee');
    const third = await say(juror3, 'kanarie drie');
    await say(chair, 'kanarie vier', { mention: true });
    await app.simulator.edit(juror2, second, 'kanarie twee en meer');
    await app.simulator.remove(juror3, third);
    await until(
      chair,
      hearsAll ? ['kanarie een < twee', 'kanarie twee en meer', '–', 'kanarie vier'] : ['kanarie vier'],
    );
    await app.simulator.restore(juror3, third);
    if (hearsAll) {
      await until(chair, ['kanarie een < twee', 'kanarie twee en meer', 'kanarie drie', 'kanarie vier']);
    }
    await app.simulator.remove(juror3, third);
    const [first] = await talkSeenBy(juror1);
    expect(first).toMatchObject(
      hearsAll ? { author: 'Jurylid 1', mine: true } : { author: 'Petra Vermeulen', mine: false },
    );
  });

  test('nobody is answered but who named the bot, once, and is told that it was kept', async () => {
    const answers = () =>
      app.simulator
        .messages(chair, app.simulator.channel.id)
        .filter((message) => message.from.isBot && message.replyTo === root && message.deleted !== true);
    const answer = await waitFor('the answer', () => answers()[0], 60_000);
    expect(textOf(answer)).toContain('staat nu bij het gesprek over deze inzending');
    await app.simulator.settled();
    expect(answers()).toHaveLength(1);
  });

  test('talk elsewhere in the channel is nobody’s', async () => {
    const own = await app.simulator.say(juror1, 'kanarie elders', { conversation: app.simulator.channel.id });
    await say(juror2, 'kanarie ook elders', { replyTo: own });
    expect(JSON.stringify(await talkSeenBy(chair))).not.toContain('elders');
  });

  test('who may not read along hears nothing of it, on any path', async () => {
    for (const person of [sanne, mehmet, juror4]) {
      expect(await ask(person)).toEqual({ status: 404, body: { code: 'not-found' } });
      const paths = ['/me', '/progress', '/cuts', '/leaderboard?category=direct', '/start'];
      for (const path of [...paths, `/submissions/${id}`]) {
        expect(JSON.stringify((await askTab(app, person, path)).body)).not.toContain('kanarie');
      }
    }
    const posted = app.simulator.posts().filter(({ isBot }) => isBot);
    expect(JSON.stringify(posted)).not.toContain('kanarie');
  });

  test('an open tab is told, if it may read along', async () => {
    const listening = new Map<Person, Listening>();
    for (const person of [juror1, organiser, juror4, sanne]) listening.set(person, await listen(app, person));
    await say(juror2, 'kanarie zes', { mention: true });
    const event = { kind: 'discussion', submissionId: id };
    for (const person of [juror1, organiser]) {
      await waitFor(`${person.name} to be told`, () =>
        listening
          .get(person)
          ?.heard()
          .some((heard) => JSON.stringify(heard) === JSON.stringify(event)),
      );
    }
    for (const person of [juror4, sanne]) expect(listening.get(person)?.heard()).toEqual([]);
    for (const each of listening.values()) each.stop();
  });

  test('what is taken away after a crash is gone, from the store too', async () => {
    const last = await say(juror1, 'kanarie zeven', { mention: true });
    await waitFor('the last line', async () => (await talkSeenBy(chair)).at(-1)?.text === 'kanarie zeven');
    const saidBefore = app.bot.output();
    await app.crash();
    await app.simulator.remove(juror1, last);
    await waitFor('it to be gone', async () => (await talkSeenBy(chair)).at(-1)?.deleted);
    await app.simulator.settled();
    expect(personalDataIn(saidBefore + app.bot.output(), ['kanarie'])).toEqual([]);
    const documents = await app.inspect(allDocuments);
    const stored = JSON.stringify(documents);
    expect(stored).toContain('kanarie vier');
    for (const gone of ['kanarie drie', 'kanarie zeven', 'elders']) expect(stored).not.toContain(gone);
    expectChain(documents, submissionPartition(id));
    const entries = documents.filter(({ type }) => type === 'audit-entry');
    expect(JSON.stringify(entries)).not.toContain('kanarie');
    expect(app.simulator.violations).toEqual([]);
  });
});
