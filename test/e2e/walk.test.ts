import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { progress } from '../../bot/http/contract/progress.ts';
import { leaderboard } from '../../bot/http/contract/ranking.ts';
import { start } from '../../bot/http/contract/start.ts';
import { textOf } from '../teams/card-text.ts';
import type { Person } from '../teams/people.ts';
import { people } from '../teams/people.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import { askTab, handIn, initiative, juryPost, juryPosts, numbersSeen, score } from './do-as-people.ts';

/**
 * One initiative goes all the way, over the wire. The second time everything goes wrong once: each activity arrives
 * twice, each call of the bot fails the first time.
 */
const ways = [
  { name: 'when all goes well', inbound: 'none', outbound: undefined },
  { name: 'when each activity comes twice and each call fails once', inbound: 'same-id', outbound: '502' },
  {
    name: 'when activities come again with a new id, and calls are cut off after they arrived',
    inbound: 'new-id',
    outbound: 'cut-after',
  },
  {
    name: 'when activities come twice at once, and Teams asks for patience',
    inbound: 'at-once',
    outbound: '429',
  },
] as const;

describe.each(ways)('$name', ({ inbound, outbound }) => {
  let app: App;
  const title = 'Reizende luisterpaal';

  beforeAll(async () => {
    app = await startApp({ environment: { DELIVERY_SETTLE_MS: '300' } });
    app.simulator.faults({
      inbound: { mode: inbound },
      outbound: outbound === undefined ? [] : [{ on: 'any', how: outbound, times: 'each-once' }],
    });
  });
  afterAll(() => app.stop());

  test('a civil servant hands in, and gets one number', async () => {
    const number = await handIn(app, people.sanne, initiative({ title }));
    expect(number).toBe('GD27-0001');
    await app.simulator.settled();
    expect(numbersSeen(app, people.sanne)).toEqual(['GD27-0001']);
  });

  test('the jury channel has one post for it, with progress and nothing more', async () => {
    const post = await juryPost(app, people.juror1, title);
    expect(textOf(post)).toContain('0 van 5 beoordeeld');
    expect(textOf(post)).toContain('Utrecht');
  });

  test('jurors score, see their own result, and everyone sees how many have', async () => {
    expect(await score(app, people.juror1, title, '4', { 'remark.overall': 'kanarie-een' })).toEqual({
      kind: 'card',
    });
    const own = await juryPost(app, people.juror1, title);
    expect(textOf(own)).toContain('4,0');
    await waitFor(
      'the channel to say 1 of 5',
      () => textOf(juryPosts(app, people.chair, title)[0] ?? { cards: [] }).includes('1 van 5 beoordeeld'),
      60_000,
    );
    const others =
      textOf(await juryPost(app, people.chair, title)) + textOf(await juryPost(app, people.juror2, title));
    expect(others).not.toMatch(/kanarie|4,0|Jurylid/);
  });

  /** What was under way comes in; nothing is edited after that. */
  async function noMoreEdits(): Promise<void> {
    for (let before = -1; before !== app.simulator.edits.length;) {
      before = app.simulator.edits.length;
      await app.simulator.settled();
      await sleep(1_000);
    }
  }

  test('what a judge is filling in stays, however many others hand in meanwhile', async () => {
    const { id } = await juryPost(app, people.juror3, title);
    const seenBy = async (person: Person) => textOf(await juryPost(app, person, title));
    await waitFor('the edit after the first', async () => (await seenBy(people.juror4)).includes('1 van 5'));
    await app.simulator.tap(people.juror3, id, 'sheet.open');
    await noMoreEdits();
    const open = await juryPost(app, people.juror3, title);
    expect(JSON.stringify(open)).toContain('"verb":"sheet.hand-in"');
    expect(await score(app, people.juror2, title, '2')).toEqual({ kind: 'card' });
    await app.simulator.settled();
    expect(await juryPost(app, people.juror3, title)).toEqual(open);
    expect(await seenBy(people.chair)).toContain('1 van 5');
    await app.simulator.tap(people.juror3, id, 'sheet.close');
    await waitFor('the second to count', async () => (await seenBy(people.chair)).includes('2 van 5'));
  });

  test('they talk in the thread', async () => {
    const post = await juryPost(app, people.juror1, title);
    const { channel } = app.simulator;
    await app.simulator.say(people.juror1, 'Sterk idee', { conversation: channel.id, replyTo: post.id });
    const seen = app.simulator.messages(people.juror2, channel.id);
    expect(
      seen.filter((message) => message.replyTo === post.id && message.text === 'Sterk idee'),
    ).toHaveLength(1);
  });

  test('the tab shows each role its own', async () => {
    const board = await waitFor('two sheets on the board', async () => {
      const { body } = await askTab(app, people.chair, '/leaderboard?category=direct');
      const parsed = leaderboard.parse(body);
      return parsed.sheets === 2 && parsed;
    });
    expect(board.standings).toMatchObject([{ rank: 1, fairMean: 3, handedIn: 2, judges: 5 }]);
    const judged = progress.parse((await askTab(app, people.juror3, '/progress')).body);
    expect(judged.lines).toMatchObject([{ handedIn: 2, judges: 5, own: 'none' }]);
    expect(JSON.stringify(judged)).not.toMatch(/fairMean|ownMean/);
    const { own } = start.parse((await askTab(app, people.sanne, '/start')).body);
    expect(own).toMatchObject([{ submission: { number: 'GD27-0001', title } }]);
    for (const person of [people.sanne, people.juror1]) {
      expect((await askTab(app, person, '/leaderboard?category=direct')).status).toBe(404);
    }
  });

  test('nothing was posted twice, and no limit of Teams was broken', async () => {
    await app.simulator.settled();
    expect(juryPosts(app, people.chair, title)).toHaveLength(1);
    const receipts = app.simulator
      .messages(people.sanne)
      .filter((message) => textOf(message).includes('GD27-0001'));
    expect(receipts.length).toBeLessThanOrEqual(2);
    const cards = app.simulator.posts().filter((post) => post.isBot);
    expect(new Set(cards.map((post) => post.id)).size).toBe(cards.length);
    expect(app.simulator.violations).toEqual([]);
  });
});
