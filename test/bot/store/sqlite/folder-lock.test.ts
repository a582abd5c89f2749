import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readdirSync, statSync } from 'node:fs';
import { DataFolderInUseError } from '../../../../bot/store/sqlite/hold-folder-lock.ts';
import { openSqliteStore } from '../../../../bot/store/sqlite/open-sqlite-store.ts';
import { freshFolder } from './open-fresh-store.ts';
import { killStoreChildren, startStoreChild } from './start-store-child.ts';

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => void ({ folder, remove } = await freshFolder()));
afterEach(async () => {
  killStoreChildren();
  await remove();
});

async function open() {
  return openSqliteStore({ folder });
}

describe('the data folder', () => {
  test('is made, for this user only', async () => {
    const store = await open();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(folder)).toContain('store.db');
    await store.close();
  });

  test('is refused to a second store in the same process, until the first is closed', async () => {
    const first = await open();
    const refused: unknown = await open().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DataFolderInUseError);
    expect(refused).toMatchObject({ code: 'data-folder-in-use', folder });
    await first.commit('p', [{ kind: 'create', id: 'a', type: 'thing', body: 1 }]);
    await expect(open()).rejects.toBeInstanceOf(DataFolderInUseError);
    await first.close();
    const second = await open();
    expect(await second.read('p', 'a')).toBeDefined();
    await second.close();
  });

  test('is refused to a second process', async () => {
    const store = await open();
    const child = startStoreChild('hold', folder);
    await child.ended;
    expect(child.lines()).toEqual(['data-folder-in-use']);
    await store.close();
  });

  test.each(['stop', 'kill'] as const)('is free as soon as the other process ends by %s', async (end) => {
    const child = startStoreChild('hold', folder);
    await child.printed(1);
    expect(child.lines()).toEqual(['open']);
    await expect(open()).rejects.toBeInstanceOf(DataFolderInUseError);
    await child[end]();
    const store = await open();
    await store.close();
  });

  test('that another process holds is refused without harm to its store', async () => {
    const child = startStoreChild('commit', folder);
    await child.printed(10);
    for (let n = 0; n < 3; n += 1) await expect(open()).rejects.toBeInstanceOf(DataFolderInUseError);
    await child.printed(child.lines().length + 10);
    await child.kill();
  });
});
