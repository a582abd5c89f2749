import { describe, expect, test } from '@jest/globals';
import { shareFeed } from '../../../bot/store/shared-feed.ts';
import { delegatingStore } from './delegating-store.ts';
import { describeDocumentStore } from './document-store-contract.ts';
import { openFreshStore } from './sqlite/open-fresh-store.ts';

describeDocumentStore('a store whose feed is shared', async () => {
  const opened = await openFreshStore();
  return {
    store: shareFeed(opened.store),
    reopen: async () => shareFeed(await opened.reopen()),
    close: () => opened.close(),
  };
});

describe('a shared feed', () => {
  test('is read once for all who read along, and anew after a commit', async () => {
    const opened = await openFreshStore();
    let reads = 0;
    const store = shareFeed(
      delegatingStore(opened.store, {
        readFeed: (...asked) => {
          reads += 1;
          return opened.store.readFeed(...asked);
        },
      }),
    );
    const write = (id: string) => store.commit('p', [{ kind: 'create', id, type: 't', body: id }]);
    const idsSeen = async (limit: number) => {
      const { changes } = await store.readFeed('all', null, limit);
      return changes.map(({ id }) => id);
    };
    await write('one');
    expect(await Promise.all([idsSeen(100), idsSeen(1_000), idsSeen(100)])).toEqual([
      ['one'],
      ['one'],
      ['one'],
    ]);
    expect(reads).toBe(1);
    await write('two');
    expect(await Promise.all([idsSeen(100), idsSeen(100)])).toEqual([
      ['one', 'two'],
      ['one', 'two'],
    ]);
    expect(reads).toBe(2);
    await opened.close();
  });

  test('is read anew after a while: others may have written', async () => {
    const opened = await openFreshStore();
    let clock = 0;
    let reads = 0;
    const store = shareFeed(
      delegatingStore(opened.store, {
        readFeed: (...asked) => {
          reads += 1;
          return opened.store.readFeed(...asked);
        },
      }),
      () => clock,
    );
    for (const at of [0, 200, 250, 450]) {
      clock = at;
      await store.readFeed('all', null, 100);
    }
    expect(reads).toBe(2);
    await opened.close();
  });

  test('tells all readers what one of them found that others have written', async () => {
    const opened = await openFreshStore();
    const store = shareFeed(delegatingStore(opened.store, { onCommit: () => () => undefined }));
    let told = 0;
    store.onCommit(() => (told += 1));
    const { token } = await store.readFeed('all', null, 100);
    expect(told).toBe(0);
    await opened.store.commit('p', [{ kind: 'create', id: 'theirs', type: 't', body: 1 }]);
    store.forget();
    const { changes } = await store.readFeed('all', token, 100);
    expect([changes.length, told]).toEqual([1, 1]);
    await store.readFeed('all', token, 100);
    expect(told).toBe(1);
    await opened.close();
  });
});
