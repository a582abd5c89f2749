import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { startFeedReader, type FeedReader, type FeedReaderOptions } from '../../../bot/store/feed-reader.ts';
import type { StoredDocument } from '../../../bot/store/port.ts';
import { runs } from '../../runs.ts';
import { waitFor } from '../../wait-for.ts';
import { openFreshCosmos } from './cosmos/open-fresh-cosmos.ts';
import type { OpenedStore } from './document-store-contract.ts';
import { severableStore } from './severable-store.ts';
import { openFreshStore } from './sqlite/open-fresh-store.ts';

const termMs = 600;

describe.each<[string, () => Promise<OpenedStore>]>([
  ['SQLite', () => openFreshStore()],
  ['Cosmos DB', () => openFreshCosmos()],
])('readers that share a feed in %s', (_name, open) => {
  let opened: OpenedStore;
  let readers: FeedReader[] = [];
  /** Who handled what, in the order of it. */
  let handled: { owner: string; id: string }[] = [];

  beforeEach(async () => {
    opened = await open();
    handled = [];
  });
  afterEach(async () => {
    await Promise.all(readers.map((reader) => reader.stop()));
    readers = [];
    await opened.close();
  });

  async function write(...ids: string[]): Promise<void> {
    for (const id of ids) {
      await opened.store.commit('p', [{ kind: 'create', id, type: 'thing', body: {} }]);
    }
  }

  const idsOf = (owner: string) => handled.filter((each) => each.owner === owner).map(({ id }) => id);

  function start(owner: string, options: Partial<FeedReaderOptions> = {}): FeedReader {
    const reader = startFeedReader({
      store: opened.store,
      name: 'shared',
      resume: 'stored',
      pollMs: 20,
      lease: { owner, termMs },
      log: { error: () => undefined },
      handle: async (changes: StoredDocument[]) =>
        void handled.push(...changes.map(({ id }) => ({ owner, id }))),
      ...options,
    });
    readers.push(reader);
    return reader;
  }

  const severable = () => severableStore(opened.store);

  test('one reads, the other waits', async () => {
    await write('a', 'b');
    await start('one').caughtUp();
    await start('other').caughtUp();
    await write('c');
    await waitFor('all', () => handled.length === 3);
    await sleep(termMs * 1.5);
    expect(idsOf('one')).toEqual(['a', 'b', 'c']);
    expect(idsOf('other')).toEqual([]);
  });

  test('the other goes on at once, where the one was, when that one stops', async () => {
    await write('a');
    const one = start('one');
    await one.caughtUp();
    await start('other').caughtUp();
    await one.stop();
    await write('b');
    await waitFor('the other', () => idsOf('other').length > 0);
    expect(idsOf('other')).toEqual(['b']);
  });

  test('the other takes over soon after a term, when the one has died', async () => {
    const { cut, store } = severable();
    await start('one', { store }).caughtUp();
    await start('other').caughtUp();
    cut.isCut = true;
    const began = Date.now();
    await write('a', 'b');
    await waitFor('the other', () => idsOf('other').length === 2);
    expect(Date.now() - began).toBeGreaterThan(termMs / 2);
  });

  test('who was thought dead handles nothing more, and does not move the token', async () => {
    const { cut, store } = severable();
    await start('one', { store }).caughtUp();
    cut.isCut = true;
    await sleep(termMs);
    const before = handled.length;
    await write('a');
    const other = start('other');
    await waitFor('the other', () => idsOf('other').length === 1);
    await write('b');
    await waitFor('the other again', () => idsOf('other').length === 2);
    cut.isCut = false;
    await sleep(termMs * 1.5);
    expect(idsOf('one').slice(before)).toEqual([]);
    await other.stop();
    await write('c');
    await waitFor('the one again', () => idsOf('one').includes('c'));
    expect(idsOf('one').slice(before)).toEqual(['c']);
  });

  test('whoever is cut off when, nothing is skipped and never do two read at once', async () => {
    const processes = ['one', 'two', 'three'].map((owner) => ({ owner, ...severable() }));
    const holding = new Set<string>();
    const together: string[] = [];
    for (const { owner, store } of processes) {
      start(owner, {
        store,
        handle: async (changes) => {
          holding.add(owner);
          if (holding.size > 1) together.push([...holding].join(' and '));
          handled.push(...changes.map(({ id }) => ({ owner, id })));
          await sleep(5);
          holding.delete(owner);
        },
      });
    }
    const rounds = runs(6, 60);
    for (let round = 0; round < rounds; round += 1) {
      for (const { cut } of processes) cut.isCut = Math.random() < 0.4;
      for (let n = 0; n < 5; n += 1) {
        await write(`${round}-${n}`);
        await sleep(termMs / 8);
      }
    }
    for (const { cut } of processes) cut.isCut = false;
    await waitFor('everything', () => new Set(handled.map(({ id }) => id)).size === rounds * 5);
    expect(together).toEqual([]);
  });
});
