import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { startLeading, type Led } from '../../../bot/store/start-leading.ts';
import { waitFor } from '../../wait-for.ts';
import { openFreshCosmos } from './cosmos/open-fresh-cosmos.ts';
import type { OpenedStore } from './document-store-contract.ts';
import { severableStore } from './severable-store.ts';
import { openFreshStore } from './sqlite/open-fresh-store.ts';

const termMs = 500;

describe.each<[string, () => Promise<OpenedStore>]>([
  ['SQLite', () => openFreshStore()],
  ['Cosmos DB', () => openFreshCosmos()],
])('who leads, in %s', (_name, open) => {
  let opened: OpenedStore;
  let candidates: Led[] = [];
  const working = new Set<string>();
  let mostAtOnce = 0;

  beforeEach(async () => {
    opened = await open();
    mostAtOnce = 0;
  });
  afterEach(async () => {
    await Promise.all(candidates.map((candidate) => candidate.stop()));
    candidates = [];
    expect([...working]).toEqual([]);
    await opened.close();
  });

  function candidate(name: string, { store = opened.store, fails = 0, term = termMs } = {}): Led {
    let failures = fails;
    const led = startLeading({
      store,
      name: 'work',
      termMs: term,
      log: { info: () => undefined, error: () => undefined },
      start: () => {
        failures -= 1;
        if (failures >= 0) throw new Error('could not start');
        working.add(name);
        mostAtOnce = Math.max(mostAtOnce, working.size);
        return { stop: async () => void working.delete(name) };
      },
    });
    candidates.push(led);
    return led;
  }

  test('is one of them', async () => {
    for (const name of ['one', 'two', 'three']) candidate(name);
    await waitFor('a leader', () => working.size > 0);
    await sleep(termMs * 2);
    expect(mostAtOnce).toBe(1);
  });

  test('is another at once when the leader stops', async () => {
    // A term longer than anybody waits here: it is not its end that lets the other in.
    const term = 20_000;
    const one = candidate('one', { term });
    await waitFor('the one', () => working.has('one'));
    candidate('other', { term });
    await one.stop();
    expect([...working]).toEqual([]);
    await waitFor('the other', () => working.has('other'), term / 2);
  });

  test('is another after a term when the leader is cut off, which stops its work before', async () => {
    const { cut, store } = severableStore(opened.store);
    candidate('one', { store });
    await waitFor('the one', () => working.has('one'));
    // Long enough for the other to keep it on a machine that has more to do.
    candidate('other', { term: termMs * 4 });
    cut.isCut = true;
    await waitFor('the other', () => working.has('other'), 30_000);
    cut.isCut = false;
    await sleep(termMs * 2);
    expect([...working]).toEqual(['other']);
    expect(mostAtOnce).toBe(1);
  });

  test('tries again when the work could not start', async () => {
    candidate('one', { fails: 2 });
    await waitFor('the one', () => working.has('one'));
  });
});
