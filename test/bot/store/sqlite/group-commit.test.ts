import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { mkdir } from 'node:fs/promises';
import { PreconditionFailedError, type Operation } from '../../../../bot/store/port.ts';
import { documentTable } from '../../../../bot/store/sqlite/document-table.ts';
import { groupCommitter } from '../../../../bot/store/sqlite/group-committer.ts';
import { openDatabase } from '../../../../bot/store/sqlite/open-database.ts';
import { openSqliteStore } from '../../../../bot/store/sqlite/open-sqlite-store.ts';
import { countTransactions } from './count-transactions.ts';
import { freshFolder, openFreshStore } from './open-fresh-store.ts';
import { killStoreChildren, startStoreChild } from './start-store-child.ts';

type Opened = Awaited<ReturnType<typeof openFreshStore>>;
let opened: Opened;
beforeEach(async () => void (opened = await openFreshStore()));
afterEach(async () => {
  killStoreChildren();
  await opened.close();
});

const create = (id: string, body = ''): Operation & { kind: 'create' } => ({
  kind: 'create',
  id,
  type: 'thing',
  body,
});

async function transactionsDuring(action: () => Promise<unknown>): Promise<number> {
  const before = await countTransactions(opened.folder);
  await action();
  return (await countTransactions(opened.folder)) - before;
}

describe('commits that arrive together', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => `id-${n}`);

  test('share one transaction, where one after the other takes one each', async () => {
    const together = () => Promise.all(hundred.map((id) => opened.store.commit(`p-${id}`, [create(id)])));
    expect(await transactionsDuring(together)).toBe(1);
    const apart = async () => {
      for (const id of hundred) await opened.store.commit('apart', [create(id)]);
    };
    expect(await transactionsDuring(apart)).toBe(100);
  });

  test('are all written when there are more than go into one transaction', async () => {
    const ids = Array.from({ length: 700 }, (_, n) => `id-${n}`);
    const together = () => Promise.all(ids.map((id) => opened.store.commit('p', [create(id)])));
    expect(await transactionsDuring(together)).toBeLessThan(10);
    expect(await opened.store.list('p')).toHaveLength(700);
  });

  test('fail each by itself', async () => {
    const results = await Promise.allSettled(
      hundred.map((id, n) =>
        opened.store.commit('p', [create(id), create(n % 2 === 0 ? 'contended' : `own-${n}`)]),
      ),
    );
    const failed = results.filter((result) => result.status === 'rejected');
    expect(failed).toHaveLength(49);
    for (const { reason } of failed) expect(reason).toBeInstanceOf(PreconditionFailedError);
    const ids = (await opened.store.list('p')).map(({ id }) => id);
    expect(ids).toHaveLength(102);
    expect(ids).not.toContain('id-2');
    const feed = await opened.store.readFeed('all', null, 1_000);
    expect(feed.changes.map(({ id }) => id).sort()).toEqual(ids);
  });

  test('see what an earlier one of them wrote', async () => {
    const results = await Promise.allSettled([
      opened.store.commit('p', [create('a', 'first')]),
      opened.store.commit('p', [create('a', 'second')]),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect((await opened.store.read('p', 'a'))?.body).toBe('first');
  });

  test('are finished by close', async () => {
    const commits = hundred.map((id) => opened.store.commit('p', [create(id)]));
    const reopened = opened.reopen();
    await Promise.all(commits);
    expect(await (await reopened).list('p')).toHaveLength(100);
  });
});

describe('listeners', () => {
  test('hear of a commit when it can be read', async () => {
    const seen: Promise<unknown>[] = [];
    opened.store.onCommit(() => seen.push(opened.store.read('p', 'a')));
    await opened.store.commit('p', [create('a')]);
    expect(await Promise.all(seen)).toEqual([expect.objectContaining({ id: 'a' })]);
  });

  test('that throw harm neither the commit nor the other listeners, and are reported', async () => {
    const emitWarning = jest.spyOn(process, 'emitWarning').mockReturnValue();
    let heard = 0;
    opened.store.onCommit(() => {
      throw new Error('listener of a test');
    });
    opened.store.onCommit(() => (heard += 1));
    await opened.store.commit('p', [create('a')]);
    expect(heard).toBe(1);
    expect(emitWarning).toHaveBeenCalledWith(expect.stringContaining('listener of a test'));
    emitWarning.mockRestore();
  });
});

describe('a full disk', () => {
  test('refuses the commits of that group, and the store goes on', async () => {
    const { folder, remove } = await freshFolder();
    const child = startStoreChild('fill', folder, '', '2000');
    await child.ended;
    expect(child.lines()).toEqual(['open', 'kept', 'refused refused refused', 'before', 'kept']);
    const store = await openSqliteStore({ folder });
    expect((await store.list('p')).map(({ id }) => id)).toEqual(['after', 'before']);
    await store.close();
    await remove();
  });

  test('halfway in a transaction loses nothing that fitted before or fits after', async () => {
    const { folder, remove } = await freshFolder();
    await mkdir(folder);
    const database = openDatabase(folder);
    const table = documentTable(database);
    const committer = groupCommitter({ database, table, now: Date.now, onWritten: () => {} });
    const commit = (id: string, body: string) =>
      committer.commit('p', [{ kind: 'create', id, type: 't', body }]);
    await commit('before', '""');
    database.exec('PRAGMA max_page_count = 40');
    const results = await Promise.allSettled([
      commit('small', '""'),
      commit('large', `"${'x'.repeat(300_000)}"`),
    ]);
    expect(results[1]).toMatchObject({ status: 'rejected', reason: { errcode: 13 } });
    database.exec('PRAGMA max_page_count = 100000');
    await commit('after', '""');
    const kept = table.list('p', { prefix: '', after: '', limit: 10 }, 0).map(({ id }) => id);
    const small = results[0].status === 'fulfilled' ? ['small'] : [];
    expect(kept).toEqual(['after', 'before', ...small]);
    database.close();
    await remove();
  });
});

test('a transaction that fails as a whole refuses all of its commits, and the next one works', async () => {
  const { folder, remove } = await freshFolder();
  await mkdir(folder);
  const database = openDatabase(folder);
  const table = documentTable(database);
  let failures = 1;
  const keepSequence = (sequence: number) => {
    if (failures-- > 0) throw new Error('I/O error of a test');
    table.keepSequence(sequence);
  };
  let hints = 0;
  const onWritten = () => void (hints += 1);
  const committer = groupCommitter({ database, table: { ...table, keepSequence }, now: Date.now, onWritten });
  const commit = (id: string) => committer.commit('p', [{ kind: 'create', id, type: 't', body: '1' }]);
  const results = await Promise.allSettled([commit('a'), commit('b')]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(hints).toBe(0);
  await commit('b');
  expect(table.list('p', { prefix: '', after: '', limit: 10 }, 0).map(({ id }) => id)).toEqual(['b']);
  database.close();
  await remove();
});
