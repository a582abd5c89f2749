import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { DocumentStore, Operation } from '../../../../bot/store/port.ts';
import type { OpenedStore } from '../document-store-contract.ts';
import { feedEnd, feedStart, readWholeFeed } from '../read-whole-feed.ts';
import type { CosmosServer } from '../../../cosmos/cosmos-server.ts';
import { openFreshCosmos } from './open-fresh-cosmos.ts';

let opened: OpenedStore & { server: CosmosServer };
beforeEach(async () => {
  // Many writes at once: what is tried is not how fast the machine is.
  const limits = { turn: { attemptMs: 5_000, totalMs: 20_000 } };
  opened = await openFreshCosmos({ ranges: 2 }, { limits });
});
afterEach(() => opened.close());

const create = (id: string): Operation => ({ kind: 'create', id, type: 'thing', body: {} });

async function writeToMany(store: DocumentStore, id: string): Promise<string[]> {
  const partitions = Array.from({ length: 20 }, (_, n) => `p:${n}`);
  for (const partition of partitions) await store.commit(partition, [create(id)]);
  return partitions.map((partition) => `${partition} ${id}`).sort();
}

const names = (documents: { partition: string; id: string }[]) =>
  documents.map(({ partition, id }) => `${partition} ${id}`).sort();

describe('when the physical partitions split', () => {
  test('a reader in the midst reads on, and misses nothing', async () => {
    const { store, server } = opened;
    const position = await feedStart(store);
    expect(names(await readWholeFeed(store, position, 3))).toEqual(await writeThenNames(store));
    server.split();
    const more = await writeToMany(store, 'b');
    expect(names(await readWholeFeed(store, position, 3))).toEqual(more);
    server.split();
    const last = await writeToMany(store, 'c');
    expect(names(await readWholeFeed(store, position, 3))).toEqual(last);
  });

  async function writeThenNames(store: DocumentStore): Promise<string[]> {
    return names((await Promise.all(Array.from({ length: 20 }, (_, n) => store.list(`p:${n}`)))).flat());
  }

  test('a token from before leads on, and the ranges stay, after a restart', async () => {
    const { store, server } = opened;
    const before = await store.feedRanges();
    const first = await writeToMany(store, 'a');
    const position = await feedStart(store);
    await readWholeFeed(store, position);
    server.split();
    const restarted = await opened.reopen();
    expect(await restarted.feedRanges()).toEqual(before);
    const second = await writeToMany(restarted, 'b');
    expect(names(await readWholeFeed(restarted, position))).toEqual(second);
    const whole = await readWholeFeed(restarted, await feedStart(restarted));
    expect(names(whole)).toEqual([...first, ...second].sort());
  });
});

test('a page may be a commit longer than asked for, and no longer', async () => {
  const { store } = opened;
  const position = await feedEnd(store);
  await store.commit(
    'p',
    Array.from({ length: 10 }, (_, n) => create(`id-${n}`)),
  );
  const pages = await Promise.all([...position].map(([range, token]) => store.readFeed(range, token, 3)));
  expect(pages.map(({ changes }) => changes.length).sort()).toEqual([0, 10]);
});

test('after a restore into another container everything comes again', async () => {
  const { store } = opened;
  const [range = ''] = await store.feedRanges();
  const { token } = await store.readFeed(range, null, 100);
  const elsewhere = token.replace(/"rid":"[^"]*"/, '"rid":"b3RoZXI="');
  expect(elsewhere).not.toBe(token);
  await writeToMany(store, 'a');
  const fromStart = await store.readFeed(range, null, 100);
  expect(await store.readFeed(range, elsewhere, 100)).toEqual(fromStart);
});

test.each([
  ['all', null],
  ['-', null],
  ['FF-', null],
  ['-1000', 'no token'],
  ['-1000', '{}'],
  ['-1000', '{"rid":"x","Continuation":[]}'],
  ['-1000', '{"rid":"x","Continuation":[{"minInclusive":"","maxExclusive":"FF"}]}'],
])('the range %s with the token %s is no place in the feed', async (range, token) => {
  const reading = opened.store.readFeed(range, token, 1);
  await expect(reading).rejects.toMatchObject({ code: 'invalid-feed-position' });
});
