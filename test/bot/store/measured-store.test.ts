import { expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureStore } from '../../../bot/store/measured-store.ts';
import type { DocumentStore } from '../../../bot/store/port.ts';
import { openSqliteStore } from '../../../bot/store/sqlite/open-sqlite-store.ts';
import { StoreUnavailableError } from '../../../bot/store/store-unavailable-error.ts';

async function measured(work: (store: DocumentStore) => Promise<void>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'measured-'));
  const opened = await openSqliteStore({ folder });
  const failing = { ...opened, list: () => Promise.reject(new StoreUnavailableError(new Error('gone'))) };
  const told: string[] = [];
  const store = measureStore(
    { ...failing, read: (...args) => opened.read(...args), commit: (...args) => opened.commit(...args) },
    (operation, ms, failure) => {
      expect(ms).toBeGreaterThanOrEqual(0);
      told.push([operation, failure].join(' ').trim());
    },
  );
  await work(store);
  await opened.close();
  await rm(folder, { recursive: true });
  return told;
}

const create = { kind: 'create', id: 'a', type: 't', body: {} } as const;

test('every operation is told of, and answered as it was', async () => {
  const told = await measured(async (store) => {
    expect([...(await store.commit('p', [create])).keys()]).toEqual(['a']);
    expect(await store.read('p', 'a')).toMatchObject({ id: 'a', partition: 'p' });
  });
  expect(told).toEqual(['commit', 'read']);
});

test('somebody else who was first is no failure; a store that can not be reached is', async () => {
  const told = await measured(async (store) => {
    await store.commit('p', [create]);
    await expect(store.commit('p', [create])).rejects.toMatchObject({ code: 'precondition-failed' });
    await expect(store.list('p')).rejects.toBeInstanceOf(StoreUnavailableError);
    await expect(store.commit('p', [])).rejects.toMatchObject({ code: 'invalid-commit' });
  });
  expect(told).toEqual(['commit', 'commit', 'list store-unavailable', 'commit invalid-commit']);
});
