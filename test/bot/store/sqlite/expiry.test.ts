import { expect, test } from '@jest/globals';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import type { Operation } from '../../../../bot/store/port.ts';
import { openSqliteStore } from '../../../../bot/store/sqlite/open-sqlite-store.ts';
import { freshFolder } from './open-fresh-store.ts';

const create = (id: string, ttlSeconds?: number): Operation => ({
  kind: 'create',
  id,
  type: 'thing',
  body: 1,
  ttlSeconds,
});

test('a document is there until its last second is over', async () => {
  const { folder, remove } = await freshFolder();
  let now = 1_000;
  const store = await openSqliteStore({ folder, now: () => now });
  await store.commit('p', [create('a', 60)]);
  now += 59_999;
  expect(await store.read('p', 'a')).toBeDefined();
  now += 1;
  expect(await store.read('p', 'a')).toBeUndefined();
  expect(await store.list('p')).toEqual([]);
  expect((await store.readFeed('all', null, 10)).changes).toEqual([]);
  await store.close();
  await remove();
});

test('expired documents leave the disk, more than one portion of them too', async () => {
  const { folder, remove } = await freshFolder();
  let now = 1_000;
  const store = await openSqliteStore({ folder, now: () => now });
  for (let batch = 0; batch < 25; batch += 1) {
    await store.commit(
      'p',
      Array.from({ length: 100 }, (_, n) => create(`id-${batch}-${n}`, 10)),
    );
  }
  await store.commit('p', [create('stays'), create('stays a while', 10_000)]);
  now += 3_600_000;
  for (let n = 0; n < 4; n += 1) await store.commit('p', [create(`later-${n}`)]);
  await store.close();
  const database = new DatabaseSync(join(folder, 'store.db'));
  expect(database.prepare('SELECT count(*) AS count FROM documents').get()).toEqual({ count: 6 });
  database.close();
  await remove();
});
