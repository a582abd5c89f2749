import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { Lease } from '../../../bot/store/lease.ts';
import { PreconditionFailedError, type DocumentStore, type StoredDocument } from '../../../bot/store/port.ts';
import { effort } from '../../runs.ts';
import { delegatingStore } from './delegating-store.ts';
import { severableStore } from './severable-store.ts';

/** Of production; the clocks of these tests are not. */
const termMs = 20_000;
const promisedMs = 30_000;
/** The longest that a turn waits for Cosmos DB. */
const slowestMs = 2_400;

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const refused = () => Promise.reject(new Error('not asked for here'));

/** One document, with the preconditions of the port; nothing of a real store, whose clocks go on. */
function oneDocument(): DocumentStore {
  let kept: StoredDocument | undefined;
  let etags = 0;
  return {
    read: async () => kept,
    commit: async (partition, [operation]) => {
      if (operation === undefined || operation.kind === 'delete') return refused();
      const expected = operation.kind === 'create' ? undefined : operation.etag;
      if (kept?.etag !== expected) throw new PreconditionFailedError(partition, operation.id);
      const etag = String((etags += 1));
      kept = { partition, id: operation.id, type: operation.type, body: operation.body, etag };
      return new Map([[operation.id, etag]]);
    },
    ...{ list: refused, feedRanges: refused, readFeed: refused },
    onCommit: () => () => undefined,
    close: async () => undefined,
  };
}

/** Answers after so long, over and over. */
function slow(store: DocumentStore, delaysMs: readonly number[]): DocumentStore {
  let calls = 0;
  const wait = () => sleep(delaysMs[(calls += 1) % delaysMs.length] ?? 0);
  return delegatingStore(store, {
    read: async (...asked) => {
      const found = await store.read(...asked);
      await wait();
      return found;
    },
    commit: async (...asked) => {
      await wait();
      const etags = await store.commit(...asked);
      await wait();
      return etags;
    },
  });
}

interface Server {
  lease: Lease;
  cut: { isCut: boolean };
  stop: AbortController;
}

function server(store: DocumentStore, owner: string): Server {
  const { cut, store: severed } = severableStore(store);
  const stop = new AbortController();
  const place = { partition: 'leader:work', id: 'lease' };
  const lease = new Lease({
    store: severed,
    ...{ place, owner, termMs, type: 'lease', report: () => undefined, stop: stop.signal },
  });
  void lease.claim(() => undefined);
  return { lease, cut, stop };
}

const delays = fc.array(fc.integer({ min: 0, max: slowestMs / 2 }), { minLength: 1, maxLength: 5 });

test('at the terms of production another holds it within half a minute, and never do two', async () => {
  await fc.assert(
    fc.asyncProperty(
      delays,
      delays,
      fc.integer({ min: 0, max: 60_000 }),
      fc.integer({ min: 0, max: 5_000 }),
      async (ofOne, ofOther, livesMs, laterMs) => {
        const document = oneDocument();
        const one = server(slow(document, ofOne), 'one');
        await jest.advanceTimersByTimeAsync(10_000);
        expect(one.lease.held()).toBe(true);
        const other = server(slow(document, ofOther), 'other');
        await watch(one, other, livesMs + laterMs);
        expect(one.lease.held()).toBe(true);
        one.cut.isCut = true;
        await watch(one, other, promisedMs);
        expect([one.lease.held(), other.lease.held()]).toEqual([false, true]);
        for (const { stop, lease } of [one, other]) {
          stop.abort();
          void lease.release();
        }
        await jest.advanceTimersByTimeAsync(60_000);
      },
    ),
    effort(20, 1_000),
  );
}, 600_000);

/** Lets time go by, and sees that they never both hold it. */
async function watch(one: Server, other: Server, ms: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += 200) {
    expect(one.lease.held() && other.lease.held()).toBe(false);
    await jest.advanceTimersByTimeAsync(200);
  }
}

test('who slept while only the clock on the wall went on, holds it no more', async () => {
  const one = server(oneDocument(), 'one');
  await jest.advanceTimersByTimeAsync(1);
  expect(one.lease.held()).toBe(true);
  jest.setSystemTime(Date.now() + termMs);
  expect(one.lease.held()).toBe(false);
  one.stop.abort();
  await one.lease.release();
});

test('a clock on the wall that is put back does not prolong it', async () => {
  const one = server(oneDocument(), 'one');
  await jest.advanceTimersByTimeAsync(1);
  one.cut.isCut = true;
  jest.setSystemTime(Date.now() - 3_600_000);
  await jest.advanceTimersByTimeAsync(termMs);
  expect(one.lease.held()).toBe(false);
  one.stop.abort();
});
