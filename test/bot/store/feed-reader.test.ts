import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  FeedReaderStoppedError,
  startFeedReader,
  type FeedReader,
  type FeedReaderOptions,
} from '../../../bot/store/feed-reader.ts';
import type { DocumentStore, StoredDocument } from '../../../bot/store/port.ts';
import { effort } from '../../runs.ts';
import { waitFor } from '../../wait-for.ts';
import { delegatingStore } from './delegating-store.ts';
import { openFreshStore } from './sqlite/open-fresh-store.ts';

let opened: Awaited<ReturnType<typeof openFreshStore>>;
let readers: FeedReader[] = [];
let errors: string[] = [];

beforeEach(async () => {
  opened = await openFreshStore();
  errors = [];
});
afterEach(async () => {
  await Promise.all(readers.map((reader) => reader.stop()));
  readers = [];
  await opened.close();
});

async function write(...ids: string[]): Promise<void> {
  for (const id of ids) {
    const current = await opened.store.read('p', id);
    const document = { id, type: 'thing', body: {} };
    await opened.store.commit('p', [
      current ? { kind: 'replace', ...document, etag: current.etag } : { kind: 'create', ...document },
    ]);
  }
}

const log = { error: (details: object) => errors.push('err' in details ? String(details.err) : '') };

function start(options: Partial<FeedReaderOptions> & Pick<FeedReaderOptions, 'handle'>): FeedReader {
  const reader = startFeedReader({ store: opened.store, name: 'test', resume: 'stored', log, ...options });
  readers.push(reader);
  return reader;
}

/** Starts a reader that notes the ids it gets. */
function collect(options: Partial<FeedReaderOptions> = {}) {
  const ids: string[] = [];
  const handle = async (changes: StoredDocument[]) => void ids.push(...changes.map(({ id }) => id));
  return { ids, reader: start({ handle, ...options }) };
}

/** Counts the calls that reach the store. */
function countCalls(store: DocumentStore) {
  const calls = { readFeed: 0, tokenWrites: 0 };
  const counted = delegatingStore(store, {
    readFeed: (...args) => {
      calls.readFeed += 1;
      return store.readFeed(...args);
    },
    commit: (partition, operations) => {
      if (partition.startsWith('reader:')) calls.tokenWrites += 1;
      return store.commit(partition, operations);
    },
  });
  return { calls, counted };
}

describe.each(['stored', 'beginning'] as const)('a reader that resumes from %s', (resume) => {
  test('gets what was written before, in order, and then says that it has caught up', async () => {
    await write('c', 'a', 'b');
    const { ids, reader } = collect({ resume, pageSize: 2 });
    await reader.caughtUp();
    expect(ids).toEqual(['c', 'a', 'b']);
  });

  test('gets what is written later at once, on the hint of the store', async () => {
    const { ids, reader } = collect({ resume, pollMs: 3_600_000 });
    await reader.caughtUp();
    await write('a');
    await waitFor('the change', () => ids.length > 0);
    await write('b', 'a');
    await waitFor('the changes', () => ids.at(-1) === 'a' && ids.includes('b'));
  });

  test('gets what is written between its last look and its rest', async () => {
    let written = false;
    const store = delegatingStore(opened.store, {
      readFeed: async (...args) => {
        const page = await opened.store.readFeed(...args);
        if (page.token === args[1] && !written) {
          written = true;
          await write('a');
        }
        return page;
      },
    });
    const { ids } = collect({ resume, pollMs: 3_600_000, store });
    await waitFor('the change', () => ids.length > 0);
  });

  test('gets it by asking when the store gives no hint', async () => {
    const { ids, reader } = collect({
      resume,
      pollMs: 20,
      store: delegatingStore(opened.store, { onCommit: () => () => {} }),
    });
    await reader.caughtUp();
    await write('a');
    await waitFor('the change', () => ids.length > 0);
  });

  test('gets nothing more after it was stopped', async () => {
    const { ids, reader } = collect({ resume, pollMs: 5 });
    await reader.caughtUp();
    await reader.stop();
    await write('a');
    await sleep(50);
    expect(ids).toEqual([]);
  });

  test('is stopped at once, also while it rests', async () => {
    const { reader } = collect({ resume, pollMs: 3_600_000 });
    await reader.caughtUp();
    await expect(reader.stop()).resolves.toBeUndefined();
    await expect(reader.stop()).resolves.toBeUndefined();
  });
});

describe('after a restart', () => {
  test('a reader with a stored token gets only what is new', async () => {
    await write('a', 'b');
    const first = collect();
    await first.reader.caughtUp();
    await first.reader.stop();
    const store = await opened.reopen();
    await write('c');
    const second = collect({ store });
    await second.reader.caughtUp();
    expect([first.ids, second.ids]).toEqual([['a', 'b'], ['c']]);
  });

  test('a reader without gets everything, and has written nothing', async () => {
    await write('a', 'b');
    const { calls, counted } = countCalls(opened.store);
    for (let n = 0; n < 2; n += 1) {
      const { ids, reader } = collect({ resume: 'beginning', store: counted });
      await reader.caughtUp();
      await reader.stop();
      expect(ids).toEqual(['a', 'b']);
    }
    expect(calls.tokenWrites).toBe(0);
  });

  test('readers of different names each have their own place', async () => {
    await write('a');
    const one = collect({ name: 'one' });
    await one.reader.caughtUp();
    await one.reader.stop();
    const other = collect({ name: 'other' });
    await other.reader.caughtUp();
    expect(other.ids).toEqual(['a']);
  });
});

describe('the stored token', () => {
  test('is written about once a second in busy times, and not at all in quiet ones', async () => {
    const { calls, counted } = countCalls(opened.store);
    const { ids, reader } = collect({ store: counted, pollMs: 60_000 });
    const until = Date.now() + 1_500;
    for (let n = 0; Date.now() < until; n += 1) {
      await write(`id-${n}`);
      await sleep(2);
    }
    expect(ids.length).toBeGreaterThan(50);
    expect(calls.tokenWrites).toBe(1);
    await waitFor('the last token', () => calls.tokenWrites === 2);
    await sleep(1_200);
    expect(calls.tokenWrites).toBe(2);
    await reader.stop();
    expect(calls.tokenWrites).toBe(2);
  });

  test('does not set readers going for ever', async () => {
    const one = countCalls(opened.store);
    const other = countCalls(opened.store);
    collect({ store: one.counted, name: 'one', pollMs: 60_000 });
    collect({ store: other.counted, name: 'other', pollMs: 60_000 });
    await write('a');
    await waitFor('both tokens', () => one.calls.tokenWrites + other.calls.tokenWrites === 2);
    await sleep(1_500);
    expect([one.calls.tokenWrites, other.calls.tokenWrites]).toEqual([1, 1]);
    expect(one.calls.readFeed + other.calls.readFeed).toBeLessThan(20);
  });

  test('is written again after a failure', async () => {
    let failures = 1;
    const store = delegatingStore(opened.store, {
      commit: async (...args) => {
        if (failures-- > 0) throw new Error('no token today');
        return opened.store.commit(...args);
      },
    });
    await write('a');
    const { reader } = collect({ store });
    await reader.caughtUp();
    await waitFor('the token', () => opened.store.read('reader:test', 'all'));
    expect(errors).toEqual(['Error: no token today']);
  });
});

describe('when something fails', () => {
  test('the same page comes again, later each time, and nothing is skipped', async () => {
    await write('a', 'b', 'c');
    const attempts: { ids: string[]; at: number }[] = [];
    const reader = start({
      pageSize: 2,
      handle: async (changes) => {
        attempts.push({ ids: changes.map(({ id }) => id), at: performance.now() });
        if (attempts.length <= 3) throw new Error(`attempt ${attempts.length}`);
      },
    });
    await reader.caughtUp();
    const page = ['a', 'b'];
    expect(attempts.map(({ ids }) => ids)).toEqual([page, page, page, page, ['c']]);
    const waits = attempts.slice(1, 4).map(({ at }, n) => at - (attempts[n]?.at ?? 0));
    expect(waits.map((wait, n) => wait >= 95 * 2 ** n)).toEqual([true, true, true]);
    expect(errors).toEqual(['Error: attempt 1', 'Error: attempt 2', 'Error: attempt 3']);
  });

  test.each(['feedRanges', 'read', 'readFeed'] as const)(
    'in %s of the store, the reader goes on',
    async (method) => {
      await write('a');
      let failures = 2;
      const failing = {
        [method]: async (...args: never[]): Promise<unknown> => {
          if (failures-- > 0) throw new Error('store away');
          // @NOTE The arguments are those of the method with this name.
          return (opened.store[method] as (...args: never[]) => Promise<unknown>)(...args);
        },
      };
      const { ids, reader } = collect({ store: delegatingStore(opened.store, failing) });
      await reader.caughtUp();
      expect(ids).toEqual(['a']);
      expect(errors).toHaveLength(2);
    },
  );

  test('stop does not wait for the next attempt, and who waits for the end is told', async () => {
    await write('a');
    const reader = start({
      handle: async () => {
        throw new Error('never');
      },
    });
    const caughtUp = reader.caughtUp();
    await waitFor('some attempts', () => errors.length >= 3);
    const began = Date.now();
    await Promise.all([reader.stop(), expect(caughtUp).rejects.toBeInstanceOf(FeedReaderStoppedError)]);
    expect(Date.now() - began).toBeLessThan(2_000);
  });

  test('stop waits for the handler, and what it handled does not come again', async () => {
    await write('a');
    const release = Promise.withResolvers<undefined>();
    let begun = 0;
    const reader = start({
      handle: async () => {
        begun += 1;
        await release.promise;
      },
    });
    await waitFor('the handler', () => begun > 0);
    let stopped = false;
    const stopping = reader.stop().then(() => (stopped = true));
    await sleep(30);
    expect(stopped).toBe(false);
    release.resolve(undefined);
    await stopping;
    const again = collect();
    await again.reader.caughtUp();
    expect(again.ids).toEqual([]);
  });
});

describe('pages that settle later', () => {
  /** Starts a reader of one change a page, each of which settles when the test says so. */
  function startSettling() {
    const pages: { id: string; settle: () => void; fail: (error: Error) => void }[] = [];
    const reader = start({
      pageSize: 1,
      handle: async ([change]) => {
        const { promise, resolve, reject } = Promise.withResolvers<undefined>();
        pages.push({ id: change?.id ?? '', settle: () => resolve(undefined), fail: reject });
        return { settled: promise };
      },
    });
    const seen = () => pages.map(({ id }) => id);
    return { pages, seen, reader };
  }

  async function seenAfterRestart(): Promise<string[]> {
    const { ids, reader } = collect();
    await reader.caughtUp();
    return ids;
  }

  test.each<[string, number[], string[]]>([
    ['none settled', [], ['a', 'b', 'c']],
    ['the first settled', [0], ['b', 'c']],
    ['only later ones settled', [1, 2], ['a', 'b', 'c']],
    ['the first settled last', [2, 1, 0], []],
    ['a gap', [0, 2], ['b', 'c']],
  ])('do not hold up the next ones, but the token: %s', async (_name, settled, again) => {
    await write('a', 'b', 'c');
    const { pages, seen, reader } = startSettling();
    await reader.caughtUp();
    expect(seen()).toEqual(['a', 'b', 'c']);
    for (const n of settled) pages[n]?.settle();
    await sleep(5);
    await reader.stop();
    expect(await seenAfterRestart()).toEqual(again);
  });

  test('come again with all after them when they fail', async () => {
    await write('a', 'b', 'c');
    const { pages, seen, reader } = startSettling();
    await reader.caughtUp();
    pages[0]?.settle();
    pages[1]?.fail(new Error('not delivered'));
    await waitFor('the second round', () => pages.length === 5);
    expect(seen()).toEqual(['a', 'b', 'c', 'b', 'c']);
    expect(errors).toEqual(['Error: not delivered']);
    // A page of the abandoned round no longer counts.
    pages[2]?.settle();
    pages[3]?.settle();
    await sleep(5);
    await reader.stop();
    expect(await seenAfterRestart()).toEqual(['c']);
  });

  test('of an abandoned round do not take the token back', async () => {
    await write('a', 'b');
    const { pages, reader } = startSettling();
    await reader.caughtUp();
    pages[1]?.fail(new Error('not delivered'));
    await waitFor('the second round', () => pages.length === 4);
    pages[2]?.settle();
    pages[3]?.settle();
    await sleep(5);
    pages[0]?.settle();
    await sleep(5);
    await reader.stop();
    expect(await seenAfterRestart()).toEqual([]);
  });

  test('come again when they fail while the next one is being handled', async () => {
    await write('a', 'b');
    const first = Promise.withResolvers<undefined>();
    const second = Promise.withResolvers<undefined>();
    const seen: (string | undefined)[] = [];
    start({
      pageSize: 1,
      handle: async ([change]) => {
        seen.push(change?.id);
        if (seen.length === 1) return { settled: first.promise };
        if (seen.length === 2) await second.promise;
        return undefined;
      },
    });
    await waitFor('the second page', () => seen.length === 2);
    first.reject(new Error('not delivered'));
    await sleep(5);
    second.resolve(undefined);
    await waitFor('both again', () => seen.length === 4);
    expect(seen).toEqual(['a', 'b', 'a', 'b']);
  });

  test('that settle after the stop come again', async () => {
    await write('a');
    const { pages, reader } = startSettling();
    await reader.caughtUp();
    await reader.stop();
    pages[0]?.settle();
    // Longer than a token waits to be stored.
    await sleep(1_200);
    expect(await seenAfterRestart()).toEqual(['a']);
  });
});

describe('several ranges', () => {
  /** Two ranges, split by the first letter of the id; a page may well be empty before the end. */
  function splitStore(): DocumentStore {
    return delegatingStore(opened.store, {
      feedRanges: async () => ['vowels/?', 'others'],
      readFeed: async (range, token, limit) => {
        const page = await opened.store.readFeed('all', token, limit);
        const isOurs = ({ id }: StoredDocument) => /^[aeiou]/.test(id) === (range === 'vowels/?');
        return { ...page, changes: page.changes.filter(isOurs) };
      },
    });
  }

  test('are all read, each with a token of its own', async () => {
    await write('a', 'b', 'c', 'd', 'e');
    const first = collect({ store: splitStore(), pageSize: 1 });
    await first.reader.caughtUp();
    expect([...first.ids].sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
    await first.reader.stop();
    expect(await opened.store.list('reader:test')).toHaveLength(2);
    await write('u');
    const second = collect({ store: splitStore() });
    await second.reader.caughtUp();
    expect(second.ids).toEqual(['u']);
  });
});

test('whatever fails and however often it restarts, the last state of everything arrives', async () => {
  const plan = fc.record({
    ids: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1, maxLength: 20 }),
    failing: fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 2 }),
    pageSize: fc.integer({ min: 1, max: 4 }),
    restarts: fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { maxLength: 2 }),
  });
  let rounds = 0;
  const property = fc.asyncProperty(plan, async ({ ids, failing, pageSize, restarts }) => {
    const name = `round-${(rounds += 1)}`;
    const last = new Map<string, string>();
    let calls = 0;
    const handle = async (changes: StoredDocument[]) => {
      if (failing.includes(calls++)) throw new Error('planned');
      for (const { id, etag } of changes) last.set(id, etag);
    };
    let reader = start({ name, pageSize, handle });
    for (const [n, id] of ids.entries()) {
      await write(id);
      if (!restarts.includes(n)) continue;
      await reader.stop();
      reader = start({ name, pageSize, handle });
    }
    const documents = await opened.store.list('p');
    await waitFor('every last state', () => documents.every(({ id, etag }) => last.get(id) === etag));
    await reader.stop();
  });
  await fc.assert(property, effort(10, 300));
}, 600_000);

describe('a reader that is asked to be up to date', () => {
  test('has handled what was committed before, though nobody hinted', async () => {
    const store = delegatingStore(opened.store, { onCommit: () => () => undefined });
    const { ids, reader } = collect({ store, pollMs: 60_000 });
    await reader.caughtUp();
    await write('a', 'b');
    await reader.upToDate();
    expect(ids).toEqual(['a', 'b']);
  });

  test('does not believe a look that had begun before', async () => {
    const gate = Promise.withResolvers<undefined>();
    let looks = 0;
    const store = delegatingStore(opened.store, {
      readFeed: async (...args) => {
        looks += 1;
        const page = await opened.store.readFeed(...args);
        if (looks === 1) await gate.promise;
        return page;
      },
    });
    const { ids, reader } = collect({ store });
    await waitFor('a look', () => looks === 1);
    await write('late');
    const asked = reader.upToDate();
    gate.resolve(undefined);
    await asked;
    expect(ids).toEqual(['late']);
  });

  test('is so too while others write without a rest', async () => {
    let written = 0;
    const store = delegatingStore(opened.store, {
      readFeed: async (...args) => {
        written += 1;
        await write(`busy-${written}`);
        return opened.store.readFeed(...args);
      },
    });
    await write('a');
    const { ids, reader } = collect({ store });
    await reader.caughtUp();
    expect(ids).toContain('a');
    await write('b');
    await reader.upToDate();
    expect(ids).toContain('b');
  });

  test('does not take a long feed that comes in small pages for the end of it', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `d${index}`);
    await write(...ids);
    const { ids: handled, reader } = collect({ pageSize: 5 });
    await reader.caughtUp();
    expect(handled).toEqual(ids);
  });

  test('does not keep anybody waiting when it is stopped', async () => {
    const store = delegatingStore(opened.store, { readFeed: () => Promise.reject(new Error('down')) });
    const { reader } = collect({ store });
    const asked = reader.upToDate();
    await reader.stop();
    await asked;
    await reader.upToDate();
  });
});
