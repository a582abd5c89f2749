import { afterEach, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DocumentStore } from '../../../../bot/store/port.ts';
import { openSqliteStore } from '../../../../bot/store/sqlite/open-sqlite-store.ts';
import { runs } from '../../../runs.ts';
import { readWholeFeed, type FeedPosition } from '../read-whole-feed.ts';
import { freshFolder } from './open-fresh-store.ts';
import { killStoreChildren, startStoreChild } from './start-store-child.ts';

afterEach(killStoreChildren);

test('keeps all it has acknowledged, and no half commit, when it is killed', async () => {
  const { folder, remove } = await freshFolder();
  const acknowledged: string[] = [];
  const position: FeedPosition = new Map([['all', null]]);
  for (let run = 0; run < runs(5, 150); run += 1) {
    const fresh = await commitUntilKilled(folder, `run${run}`);
    expect(fresh.length).toBeGreaterThan(0);
    acknowledged.push(...fresh);
    const store = await openSqliteStore({ folder });
    await checkPairs(store, acknowledged);
    const fed = new Set((await readWholeFeed(store, position, 1_000)).map(({ id }) => id));
    expect(fresh.filter((id) => !fed.has(`left-${id}`) || !fed.has(`right-${id}`))).toEqual([]);
    await store.close();
  }
  await remove();
}, 1_800_000);

/** @returns the ids that the process said were durable before it was killed, at a random moment */
async function commitUntilKilled(folder: string, name: string): Promise<string[]> {
  const child = startStoreChild('commit', folder, name);
  await child.printed(2);
  await sleep(Math.random() * 120);
  await child.kill();
  const [first, ...ids] = child.lines();
  expect(first).toBe('open');
  return ids;
}

async function checkPairs(store: DocumentStore, acknowledged: string[]): Promise<void> {
  const find = async (side: string) =>
    (await store.list('pairs', { prefix: side, limit: 1_000_000 })).map(({ id }) => id.slice(side.length));
  const [left, right] = await Promise.all([find('left-'), find('right-')]);
  expect(left).toEqual(right);
  const kept = new Set(left);
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
}
