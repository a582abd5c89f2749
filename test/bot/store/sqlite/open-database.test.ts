import { expect, test } from '@jest/globals';
import { mkdir } from 'node:fs/promises';
import { openDatabase, UnknownStoreLayoutError } from '../../../../bot/store/sqlite/open-database.ts';
import { openSqliteStore } from '../../../../bot/store/sqlite/open-sqlite-store.ts';
import { freshFolder } from './open-fresh-store.ts';

test('writes ahead, and syncs at every commit', async () => {
  const { folder, remove } = await freshFolder();
  await mkdir(folder);
  const database = openDatabase(folder);
  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  // 2 is FULL: https://www.sqlite.org/pragma.html#pragma_synchronous
  expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
  database.close();
  await remove();
});

test('refuses a store of a newer program, and leaves the folder free', async () => {
  const { folder, remove } = await freshFolder();
  await mkdir(folder);
  const database = openDatabase(folder);
  database.exec('PRAGMA user_version = 99');
  database.close();
  for (let n = 0; n < 2; n += 1) {
    await expect(openSqliteStore({ folder })).rejects.toMatchObject({
      code: 'unknown-store-layout',
      layout: 99,
    });
    await expect(openSqliteStore({ folder })).rejects.toBeInstanceOf(UnknownStoreLayoutError);
  }
  await remove();
});

test.each([
  ['a range', 'other', null],
  ['a token', 'all', 'x'],
])('refuses %s that it never gave out', async (_what, range, token) => {
  const { folder, remove } = await freshFolder();
  const store = await openSqliteStore({ folder });
  await expect(store.readFeed(range, token, 1)).rejects.toMatchObject({ code: 'invalid-feed-position' });
  await store.close();
  await remove();
});
