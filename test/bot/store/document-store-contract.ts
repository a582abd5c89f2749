import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  InvalidCommitError,
  maxCommitBytes,
  maxOperations,
  PreconditionFailedError,
  type DocumentStore,
  type Json,
  type Operation,
} from '../../../bot/store/port.ts';
import { waitFor } from '../../wait-for.ts';
import { describeHistories } from './document-store-histories.ts';
import { feedEnd, feedStart, readWholeFeed } from './read-whole-feed.ts';

export interface OpenedStore {
  store: DocumentStore;
  /** Closes the store and opens it again on the same data. */
  reopen(): Promise<DocumentStore>;
  /** Closes what is open and throws the data away. */
  close(): Promise<void>;
}

/** What every DocumentStore must do. `open` gives an empty one. */
export function describeDocumentStore(name: string, open: () => Promise<OpenedStore>): void {
  describe(name, () => {
    let opened: OpenedStore;
    beforeAll(async () => void (opened = await open()));
    afterAll(() => opened.close());
    const store = () => opened.store;

    describe('reads', () => describeReads(store));
    describe('lists', () => describeLists(store));
    describe('commits', () => describeCommits(store));
    describe('refuses', () => describeRefusals(store));
    describe('keeps the limits', () => describeLimits(store));
    describe('lets expire', () => describeExpiry(store));
    describe('feeds', () => describeFeed(store));
    describe('hints', () => describeHints(store));
    describe('histories', () => describeHistories(store));
    describe('reopens', () => describeReopening(open));
  });
}

type GetStore = () => DocumentStore;

let partitions = 0;
/** Each test has partitions of its own, so that they can share a store. */
const newPartition = () => `partition:${(partitions += 1)}`;

const create = (id: string, body: Json = {}) =>
  ({ kind: 'create', id, type: 'thing', body }) satisfies Operation;

async function createOne(store: DocumentStore, partition: string, id = 'a'): Promise<string> {
  return etagOf(await store.commit(partition, [create(id)]), id);
}

function etagOf(etags: Map<string, string>, id: string): string {
  const etag = etags.get(id);
  if (etag === undefined) throw new Error(`no etag for ${id}`);
  return etag;
}

function describeReads(store: GetStore): void {
  test('nothing where there is no such document', async () => {
    const partition = newPartition();
    await createOne(store(), partition);
    expect(await store().read(partition, 'b')).toBeUndefined();
    expect(await store().read(newPartition(), 'a')).toBeUndefined();
  });

  test('a document as it was written', async () => {
    const partition = newPartition();
    const body = {
      text: 'één “twee” 🎉 \u0000 \n',
      n: -1.5e-7,
      big: 2 ** 53,
      list: [null, true, { deep: [] }],
      '': '',
    };
    const etags = await store().commit(partition, [
      { kind: 'create', id: 'Id ~!"$%&(:;|}', type: 'thing', body },
    ]);
    const etag = etagOf(etags, 'Id ~!"$%&(:;|}');
    expect(await store().read(partition, 'Id ~!"$%&(:;|}')).toEqual({
      partition,
      id: 'Id ~!"$%&(:;|}',
      type: 'thing',
      etag,
      body,
    });
  });

  test.each([[null], [false], [0], [''], [[]], ['text']])('a body that is %j', async (body) => {
    const partition = newPartition();
    await store().commit(partition, [create('a', body)]);
    expect((await store().read(partition, 'a'))?.body).toEqual(body);
  });

  test('the same id in two partitions as two documents', async () => {
    const [one, other] = [newPartition(), newPartition()];
    await store().commit(one, [create('a', 1)]);
    await store().commit(other, [create('a', 2)]);
    expect((await store().read(one, 'a'))?.body).toBe(1);
    expect((await store().read(other, 'a'))?.body).toBe(2);
  });

  test('ids that differ in case as two documents', async () => {
    const partition = newPartition();
    await store().commit(partition, [create('a', 1), create('A', 2)]);
    expect((await store().read(partition, 'A'))?.body).toBe(2);
  });

  test('what was written, whatever happens to the object afterwards', async () => {
    const partition = newPartition();
    const body = { n: 1 };
    const committing = store().commit(partition, [create('a', body)]);
    body.n = 2;
    await committing;
    expect((await store().read(partition, 'a'))?.body).toEqual({ n: 1 });
  });
}

function describeLists(store: GetStore): void {
  const ids = ['b', 'a', 'B', '10', '9', '_', 'a b', 'ab', 'a-1', 'a-2', '~', 'a%', 'a_', '|'];
  const sorted = [...ids].sort();
  const partition = newPartition();
  const list = async (options?: Parameters<DocumentStore['list']>[1]) =>
    (await store().list(partition, options)).map((document) => document.id);
  beforeAll(async () => {
    const operations = ids.map((id) => create(id, { id }));
    await store().commit(partition, operations);
  });

  test('the documents of one partition by id in code unit order', async () => {
    const documents = await store().list(partition);
    expect(documents.map((document) => document.id)).toEqual(sorted);
    for (const document of documents) expect(document).toEqual(await store().read(partition, document.id));
  });

  test('nothing of an unknown partition', async () => {
    expect(await store().list(newPartition())).toEqual([]);
  });

  test.each(['a', 'a-', 'a%', 'a_', '_', 'B', 'ab', 'c', '', '~', 'é'])(
    'only ids that begin with "%s"',
    async (prefix) => {
      expect(await list({ prefix })).toEqual(sorted.filter((id) => id.startsWith(prefix)));
    },
  );

  test.each(['', '0', '10', 'a', 'a ', 'a b', 'aa', '~', '~~'])('only ids after "%s"', async (after) => {
    expect(await list({ after })).toEqual(sorted.filter((id) => id > after));
  });

  test.each([
    ['a', 'a-1'],
    ['a-', 'a'],
    ['a', 'b'],
    ['b', 'a'],
  ])('prefix "%s" after "%s"', async (prefix, after) => {
    expect(await list({ prefix, after })).toEqual(sorted.filter((id) => id.startsWith(prefix) && id > after));
  });

  test('page by page', async () => {
    const found: string[] = [];
    for (
      let page = await list({ limit: 3 });
      page.length > 0;
      page = await list({ after: found.at(-1), limit: 3 })
    ) {
      expect(page.length).toBeLessThanOrEqual(3);
      found.push(...page);
      // A page that comes again and again must not go on for ever.
      expect(found.length).toBeLessThanOrEqual(sorted.length);
    }
    expect(found).toEqual(sorted);
  });

  test('at most 1,000 unless told', async () => {
    const many = newPartition();
    const all = Array.from({ length: 1_010 }, (_, n) => String(n).padStart(4, '0'));
    for (let n = 0; n < all.length; n += maxOperations) {
      await store().commit(
        many,
        all.slice(n, n + maxOperations).map((id) => create(id)),
      );
    }
    const documents = await store().list(many);
    expect(documents.map((document) => document.id)).toEqual(all.slice(0, 1_000));
    expect(await store().list(many, { limit: 2_000 })).toHaveLength(1_010);
  });
}

function describeCommits(store: GetStore): void {
  test('create, replace and delete together', async () => {
    const partition = newPartition();
    const first = await store().commit(partition, [create('a', 1), create('b', 1), create('c', 1)]);
    const second = await store().commit(partition, [
      { kind: 'replace', id: 'a', type: 'other', body: 2, etag: etagOf(first, 'a') },
      { kind: 'delete', id: 'b', etag: etagOf(first, 'b') },
      create('d', 2),
    ]);
    expect([...second.keys()].sort()).toEqual(['a', 'd']);
    expect(await store().list(partition)).toEqual([
      { partition, id: 'a', type: 'other', body: 2, etag: etagOf(second, 'a') },
      { partition, id: 'c', type: 'thing', body: 1, etag: etagOf(first, 'c') },
      { partition, id: 'd', type: 'thing', body: 2, etag: etagOf(second, 'd') },
    ]);
  });

  test('an etag that changes with every write of the document, and only then', async () => {
    const partition = newPartition();
    const etags = [await createOne(store(), partition)];
    for (let n = 0; n < 5; n += 1) {
      const write: Operation = {
        kind: 'replace',
        id: 'a',
        type: 'thing',
        body: {},
        etag: etags.at(-1) ?? '',
      };
      etags.push(etagOf(await store().commit(partition, [write]), 'a'));
      await createOne(store(), partition, `other-${n}`);
      expect((await store().read(partition, 'a'))?.etag).toBe(etags.at(-1));
    }
    await store().commit(partition, [{ kind: 'delete', id: 'a', etag: etags.at(-1) ?? '' }]);
    etags.push(await createOne(store(), partition));
    expect(new Set(etags).size).toBe(etags.length);
  });

  test('a document that was deleted can be created again', async () => {
    const partition = newPartition();
    const etag = await createOne(store(), partition);
    await store().commit(partition, [{ kind: 'delete', id: 'a', etag }]);
    expect(await store().read(partition, 'a')).toBeUndefined();
    await store().commit(partition, [create('a', 'again')]);
    expect((await store().read(partition, 'a'))?.body).toBe('again');
  });

  test('one winner when many change the same document at once', async () => {
    const partition = newPartition();
    const etag = await createOne(store(), partition);
    const attempts = Array.from({ length: 8 }, (_, n) =>
      store().commit(partition, [
        { kind: 'replace', id: 'a', type: 'thing', body: n, etag },
        create(`trace-${n}`),
      ]),
    );
    const results = await Promise.allSettled(attempts);
    const won = results.flatMap((result, n) => (result.status === 'fulfilled' ? [n] : []));
    expect(won).toHaveLength(1);
    expect((await store().list(partition)).map(({ id }) => id)).toEqual(['a', `trace-${won[0] ?? ''}`]);
    expect((await store().read(partition, 'a'))?.body).toBe(won[0]);
  });
}

function describeRefusals(store: GetStore): void {
  const replace = (id: string, etag: string): Operation => ({
    kind: 'replace',
    id,
    type: 'thing',
    body: 2,
    etag,
  });
  const remove = (id: string, etag: string): Operation => ({ kind: 'delete', id, etag });
  const old = 'the etag before last';

  test.each<[string, (etags: Record<string, string>) => Operation]>([
    ['to create a document that exists', () => create('a', 2)],
    ['to replace one that has changed', () => replace('a', old)],
    ['to replace one with the etag of another', (etags) => replace('a', etags['b'] ?? '')],
    ['to replace one that is gone', (etags) => replace('gone', etags['gone'] ?? '')],
    ['to replace one that never was', (etags) => replace('never', etags['a'] ?? '')],
    ['to delete one that has changed', () => remove('a', old)],
    ['to delete one that is gone', (etags) => remove('gone', etags['gone'] ?? '')],
    ['to delete one that never was', (etags) => remove('never', etags['a'] ?? '')],
    ['an etag that never was', () => replace('a', '')],
  ])('%s, and writes nothing', async (_name, failing) => {
    const partition = newPartition();
    const first = await store().commit(partition, [create('a', 0), create('b', 0), create('gone', 0)]);
    const second = await store().commit(partition, [
      replace('a', etagOf(first, 'a')),
      remove('gone', etagOf(first, 'gone')),
    ]);
    const before = await store().list(partition);
    const operation = failing({ ...Object.fromEntries(first), ...Object.fromEntries(second) });
    const withOldEtag =
      operation.kind !== 'create' && operation.etag === old
        ? { ...operation, etag: etagOf(first, 'a') }
        : operation;
    for (const operations of [
      [create('c'), withOldEtag],
      [withOldEtag, create('c')],
      [replace('b', etagOf(first, 'b')), withOldEtag, create('c')],
      [remove('b', etagOf(first, 'b')), withOldEtag],
    ]) {
      const error: unknown = await store()
        .commit(partition, operations)
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(PreconditionFailedError);
      expect(error).toMatchObject({ code: 'precondition-failed', partition, id: operation.id });
      expect(await store().list(partition)).toEqual(before);
    }
  });

  test('a commit, and goes on with the others that came with it', async () => {
    const partition = newPartition();
    await createOne(store(), partition);
    const results = await Promise.allSettled([
      store().commit(partition, [create('b')]),
      store().commit(partition, [create('c'), create('a')]),
      store().commit(partition, [create('d')]),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await store().list(partition)).map(({ id }) => id)).toEqual(['a', 'b', 'd']);
  });
}

function describeLimits(store: GetStore): void {
  const times = (count: number, bytes = 0) =>
    Array.from({ length: count }, (_, n) => create(`id-${n}`, 'x'.repeat(bytes)));

  test.each<[string, Operation[]]>([
    ['no operation', []],
    [`more than ${maxOperations} operations`, times(maxOperations + 1)],
    ['too large a document', times(1, maxCommitBytes)],
    ['too large a document in more than a byte a character', [create('a', 'é'.repeat(maxCommitBytes / 2))]],
    ['too many bytes together', times(3, maxCommitBytes / 3)],
    ['an id twice', [create('a'), create('b'), create('a')]],
    ['an id both deleted and created', [{ kind: 'delete', id: 'a', etag: 'x' }, create('a')]],
    ...['', 'x'.repeat(256), 'a/b', 'a\\b', 'a?b', 'a#b', 'a\nb', 'a ', '.', '..'].map(
      (id): [string, Operation[]] => [
        `the id ${JSON.stringify(id.slice(0, 10))}`,
        [create('fine'), create(id)],
      ],
    ),
  ])('refuses %s, and writes nothing', async (_name, operations) => {
    const partition = newPartition();
    const error: unknown = await store()
      .commit(partition, operations)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InvalidCommitError);
    expect(error).toMatchObject({ code: 'invalid-commit' });
    expect(await store().list(partition)).toEqual([]);
  });

  test.each<[string, Operation[]]>([
    [`${maxOperations} operations`, times(maxOperations)],
    ['three quarters of the bytes in a document', times(1, maxCommitBytes * 0.75)],
    ['three quarters of the bytes together', times(9, maxCommitBytes / 12)],
    ['an id of 1 character', [create('a')]],
    ['an id of 255 characters', [create('x'.repeat(255))]],
  ])('takes %s', async (_name, operations) => {
    const partition = newPartition();
    await store().commit(partition, operations);
    expect(await store().list(partition)).toHaveLength(operations.length);
  });
}

function describeExpiry(store: GetStore): void {
  const short = (id: string): Operation => ({ kind: 'create', id, type: 'thing', body: 1, ttlSeconds: 1 });
  const gone = (partition: string, id: string) =>
    waitFor('the document to expire', async () => (await store().read(partition, id)) === undefined);

  test('a document some time after its last write', async () => {
    const partition = newPartition();
    const position = await feedEnd(store());
    await store().commit(partition, [short('a'), create('b')]);
    expect((await store().read(partition, 'a'))?.body).toBe(1);
    await gone(partition, 'a');
    expect((await store().list(partition)).map(({ id }) => id)).toEqual(['b']);
    expect((await readWholeFeed(store(), position)).map(({ id }) => id)).toEqual(['b']);
  });

  test('and tells until when, wherever it is read', async () => {
    const partition = newPartition();
    const position = await feedEnd(store());
    await store().commit(partition, [{ ...create('a'), ttlSeconds: 500 }, create('b')]);
    const found = [
      ...[await store().read(partition, 'a'), await store().read(partition, 'b')],
      ...(await store().list(partition)),
      ...(await readWholeFeed(store(), position)).sort((one, other) => (one.id < other.id ? -1 : 1)),
    ];
    const [until, never] = found.map((each) => each?.expiresAt);
    expect(found.map((each) => each?.expiresAt)).toEqual([until, never, until, never, until, never]);
    expect(never).toBeUndefined();
    expect(Math.abs((until ?? 0) - Date.now() - 500_000)).toBeLessThan(60_000);
  });

  test('so that it can be created again, and not be replaced or deleted', async () => {
    const partition = newPartition();
    const etag = etagOf(await store().commit(partition, [short('a')]), 'a');
    await gone(partition, 'a');
    const replacing = store().commit(partition, [{ kind: 'replace', id: 'a', type: 'thing', body: 2, etag }]);
    await expect(replacing).rejects.toBeInstanceOf(PreconditionFailedError);
    const deleting = store().commit(partition, [{ kind: 'delete', id: 'a', etag }]);
    await expect(deleting).rejects.toBeInstanceOf(PreconditionFailedError);
    await store().commit(partition, [create('a', 'again')]);
    expect((await store().read(partition, 'a'))?.body).toBe('again');
  });

  test('not when the last write gave it no lifetime', async () => {
    const partition = newPartition();
    const etags = await store().commit(partition, [short('a'), short('b')]);
    await store().commit(partition, [
      { kind: 'replace', id: 'a', type: 'thing', body: 2, etag: etagOf(etags, 'a') },
    ]);
    await gone(partition, 'b');
    expect((await store().read(partition, 'a'))?.body).toBe(2);
  });

  test.each([0, -1, 1.5, NaN])('never after %d seconds', async (ttlSeconds) => {
    const commit = store().commit(newPartition(), [{ ...create('a'), ttlSeconds }]);
    await expect(commit).rejects.toBeInstanceOf(InvalidCommitError);
  });
}

function describeFeed(store: GetStore): void {
  const ids = (documents: { id: string }[]) => documents.map(({ id }) => id);

  test('what was written after the token, in the order of the commits', async () => {
    const partition = newPartition();
    const position = await feedEnd(store());
    for (const id of ['c', 'a', 'b']) await createOne(store(), partition, id);
    const changes = await readWholeFeed(store(), position);
    expect(ids(changes)).toEqual(['c', 'a', 'b']);
    for (const change of changes) expect(change).toEqual(await store().read(partition, change.id));
    expect(await readWholeFeed(store(), position)).toEqual([]);
  });

  test('nothing new as an empty page with the same token', async () => {
    for (const [range, token] of await feedEnd(store())) {
      expect(await store().readFeed(range, token, 10)).toEqual({ changes: [], token });
    }
  });

  test('a document with its last state, after those that were written before', async () => {
    const partition = newPartition();
    const position = await feedEnd(store());
    const etag = await createOne(store(), partition, 'a');
    await createOne(store(), partition, 'b');
    await store().commit(partition, [{ kind: 'replace', id: 'a', type: 'other', body: 'last', etag }]);
    const changes = await readWholeFeed(store(), position, 1);
    expect(ids(changes).slice(-2)).toEqual(['b', 'a']);
    expect(changes.at(-1)).toEqual(await store().read(partition, 'a'));
  });

  test('no deleted document', async () => {
    const partition = newPartition();
    const position = await feedEnd(store());
    const etag = await createOne(store(), partition, 'a');
    await createOne(store(), partition, 'b');
    await store().commit(partition, [{ kind: 'delete', id: 'a', etag }]);
    expect(ids(await readWholeFeed(store(), position))).toEqual(['b']);
  });

  test('on after the newest document was deleted', async () => {
    const partition = newPartition();
    const etag = await createOne(store(), partition, 'a');
    const position = await feedEnd(store());
    await store().commit(partition, [{ kind: 'delete', id: 'a', etag }]);
    await createOne(store(), partition, 'b');
    expect(ids(await readWholeFeed(store(), position))).toEqual(['b']);
  });

  test('nothing of a commit that was refused', async () => {
    const partition = newPartition();
    await createOne(store(), partition, 'a');
    const position = await feedEnd(store());
    await expect(store().commit(partition, [create('b'), create('a')])).rejects.toThrow();
    expect(await readWholeFeed(store(), position)).toEqual([]);
  });

  test('a partition within one range', async () => {
    const partition = newPartition();
    const position = await feedEnd(store());
    for (let n = 0; n < 5; n += 1) await createOne(store(), partition, `id-${n}`);
    const counts = await Promise.all(
      [...position].map(async ([range, token]) => (await store().readFeed(range, token, 10)).changes.length),
    );
    expect(counts.filter((count) => count > 0)).toEqual([5]);
  });

  test('the same from the beginning, whatever the size of the page', async () => {
    const whole = await readWholeFeed(store(), await feedStart(store()));
    expect(whole.length).toBeGreaterThan(0);
    expect(await readWholeFeed(store(), await feedStart(store()), 7)).toEqual(whole);
  });
}

function describeHints(store: GetStore): void {
  test('when the feed has grown, until told to stop', async () => {
    const partition = newPartition();
    const calls = { kept: 0, stopped: 0 };
    const stopFirst = store().onCommit(() => (calls.stopped += 1));
    const stopSecond = store().onCommit(() => (calls.kept += 1));
    await createOne(store(), partition, 'a');
    await waitFor('a hint', () => calls.kept > 0 && calls.stopped > 0);
    stopFirst();
    const before = { ...calls };
    await createOne(store(), partition, 'b');
    await waitFor('a hint', () => calls.kept > before.kept);
    stopSecond();
    expect(calls.stopped).toBe(before.stopped);
  });
}

function describeReopening(open: () => Promise<OpenedStore>): void {
  let opened: OpenedStore;
  beforeAll(async () => void (opened = await open()));
  afterAll(() => opened.close());

  test('empty at first', async () => {
    expect(await readWholeFeed(opened.store, await feedStart(opened.store))).toEqual([]);
  });

  test('with all that was committed, and a commit under way finished', async () => {
    const partition = newPartition();
    const etag = await createOne(opened.store, partition, 'a');
    const underWay = opened.store.commit(partition, [create('b')]);
    const store = await opened.reopen();
    await underWay;
    expect((await store.list(partition)).map(({ id }) => id)).toEqual(['a', 'b']);
    expect((await store.read(partition, 'a'))?.etag).toBe(etag);
  });

  test('with tokens that stay valid, also when the newest was deleted just before', async () => {
    const partition = newPartition();
    const before = await opened.reopen();
    await createOne(before, partition, 'a');
    const etag = await createOne(before, partition, 'b');
    const position = await feedEnd(before);
    await before.commit(partition, [{ kind: 'delete', id: 'b', etag }]);
    const after = await opened.reopen();
    expect(await readWholeFeed(after, position)).toEqual([]);
    expect(await createOne(after, partition, 'b')).not.toBe(etag);
    expect((await readWholeFeed(after, position)).map(({ id }) => id)).toEqual(['b']);
  });

  test('and leaves the closed one of no use', async () => {
    const closed = await opened.reopen();
    await opened.reopen();
    await closed.close();
    const refusal = { code: 'store-closed' };
    await expect(closed.read('p', 'a')).rejects.toMatchObject(refusal);
    await expect(closed.list('p')).rejects.toMatchObject(refusal);
    await expect(closed.commit('p', [create('a')])).rejects.toMatchObject(refusal);
    await expect(closed.feedRanges()).rejects.toMatchObject(refusal);
    await expect(closed.readFeed('all', null, 1)).rejects.toMatchObject(refusal);
  });
}
