import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../../../bot/store/sqlite/open-sqlite-store.ts';
import type { OpenedStore } from '../document-store-contract.ts';

/** @param where the folder that it is made in */
export async function freshFolder(
  where = tmpdir(),
): Promise<{ folder: string; remove: () => Promise<void> }> {
  const base = await mkdtemp(join(where, 'store-'));
  return { folder: join(base, 'data'), remove: () => rm(base, { recursive: true }) };
}

/** @param now decides what has expired */
export async function openFreshStore(
  where?: string,
  now?: () => number,
): Promise<OpenedStore & { folder: string }> {
  const { folder, remove } = await freshFolder(where);
  const opened = {
    folder,
    store: await openSqliteStore({ folder, now }),
    reopen: async () => {
      await opened.store.close();
      return (opened.store = await openSqliteStore({ folder, now }));
    },
    close: async () => {
      await opened.store.close();
      await remove();
    },
  };
  return opened;
}
