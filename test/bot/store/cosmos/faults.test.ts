import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { PreconditionFailedError, type DocumentStore, type Operation } from '../../../../bot/store/port.ts';
import type { CosmosServer } from '../../../cosmos/cosmos-server.ts';
import type { FaultKind } from '../../../cosmos/faults.ts';
import type { WireKind } from '../../../cosmos/wire-request.ts';
import { openFreshCosmos, openOn } from './open-fresh-cosmos.ts';

let opened: Awaited<ReturnType<typeof openFreshCosmos>>;
let server: CosmosServer;
let store: DocumentStore;
/** Of little patience, so that the tests of hanging take less time. */
let hasty: DocumentStore;
beforeAll(async () => {
  opened = await openFreshCosmos();
  ({ server, store } = opened);
  hasty = await openOn(server, { limits: { turn: { attemptMs: 400, totalMs: 1_600 } } });
});
afterEach(() => {
  server.faults.clear();
  server.exchanges.length = 0;
});
afterAll(async () => {
  await hasty.close();
  await opened.close();
});

let partitions = 0;
const newPartition = () => `p:${(partitions += 1)}`;
const create = (id: string, body = 1): Operation => ({ kind: 'create', id, type: 'thing', body });
const replace = (id: string, etag: string, body = 2): Operation => ({
  kind: 'replace',
  id,
  type: 'thing',
  body,
  etag,
});
const remove = (id: string, etag: string): Operation => ({ kind: 'delete', id, etag });
const countOf = (kind: WireKind) => server.exchanges.filter((each) => each.kind === kind).length;

async function prepared() {
  const partition = newPartition();
  const etags = await store.commit(partition, [create('a'), create('b')]);
  server.exchanges.length = 0;
  return { partition, a: etags.get('a') ?? '', b: etags.get('b') ?? '' };
}

type Prepared = Awaited<ReturnType<typeof prepared>>;
const commits: [string, (before: Prepared) => Operation[], { a?: number; b?: number; c?: number }][] = [
  ['a create', () => [create('c')], { a: 1, b: 1, c: 1 }],
  ['a replace', ({ a }) => [replace('a', a)], { a: 2, b: 1 }],
  ['a delete', ({ a }) => [remove('a', a)], { b: 1 }],
  ['a batch', ({ a, b }) => [create('c'), replace('a', a), remove('b', b)], { a: 2, c: 1 }],
  ['a batch of deletes', ({ a, b }) => [remove('a', a), remove('b', b)], {}],
];
const writeKinds: WireKind[] = ['create', 'replace', 'delete', 'batch'];

const faults: [string, FaultKind][] = [
  ['429 with a time', { status: 429, retryAfterMs: 30 }],
  ['449', { status: 449 }],
  ['410: the partition has moved', { status: 410, subStatus: 1002 }],
  ['403: the account moves to another region', { status: 403, subStatus: 3 }],
  ['503', { status: 503 }],
  ['500', { status: 500 }],
  ['408', { status: 408 }],
  ['a request that gets lost', 'cut-before'],
  ['an answer that gets lost', 'cut-after'],
  ['a request that hangs', 'hang-before'],
  ['an answer that hangs', 'hang-after'],
];

async function bodies(partition: string) {
  return Object.fromEntries((await store.list(partition)).map(({ id, body }) => [id, body]));
}

describe.each(faults)('%s', (_fault, how) => {
  test.each(commits)('and %s is done once, with the right etags', async (_name, operations, after) => {
    const before = await prepared();
    server.faults.add({ on: writeKinds, how });
    const etags = await hasty.commit(before.partition, operations(before));
    expect(server.faults.used()).toBe(true);
    expect(await bodies(before.partition)).toEqual(after);
    for (const [id, etag] of etags) expect((await store.read(before.partition, id))?.etag).toBe(etag);
    const written = operations(before).flatMap(({ id, kind }) => (kind === 'delete' ? [] : [id]));
    expect([...etags.keys()].sort()).toEqual(written.sort());
  });

  test('and a read, a list and the feed give what is there', async () => {
    const { partition } = await prepared();
    server.faults.add({ on: ['read'], how }, { on: ['query'], how });
    expect((await hasty.read(partition, 'a'))?.body).toBe(1);
    expect((await hasty.list(partition)).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(server.faults.used()).toBe(true);
  });
});

describe.each(faults.filter(([, how]) => typeof how === 'object'))('%s in the feed', (_fault, how) => {
  test('and nothing is skipped', async () => {
    const [range = ''] = await store.feedRanges();
    const { partition } = await prepared();
    server.faults.add({ on: ['feed'], how });
    const page = await store.readFeed(range, null, 10_000);
    expect(page.changes.filter((change) => change.partition === partition)).toHaveLength(2);
    expect(server.faults.used()).toBe(true);
  });
});

describe('after an answer that got lost', () => {
  test.each<[string, FaultKind]>([
    ['when ours was lost before it was done', 'cut-before'],
    ['when the answer is not clear', { status: 503 }],
  ])('another who was first is not taken for ourselves, %s', async (_name, how) => {
    const { partition, a } = await prepared();
    server.faults.add({ on: ['replace'], how });
    const [ours, theirs] = await Promise.allSettled([
      store.commit(partition, [replace('a', a, 7)]),
      store.commit(partition, [replace('a', a, 8)]),
    ]);
    expect([ours.status, theirs.status].sort()).toEqual(['fulfilled', 'rejected']);
    const lost = [ours, theirs].flatMap((each): unknown[] =>
      each.status === 'rejected' ? [each.reason] : [],
    );
    expect(lost).toEqual([expect.any(PreconditionFailedError)]);
    expect(await bodies(partition)).toMatchObject({ a: ours.status === 'fulfilled' ? 7 : 8 });
  });

  test('what was written over since is still known as ours, by the rest of the commit', async () => {
    const { partition, a } = await prepared();
    server.faults.add({ on: ['batch'], how: 'hang-after' });
    const ours = store.commit(partition, [create('trace'), replace('a', a, 2)]);
    const changed = await seeChange(partition, a);
    await store.commit(partition, [replace('a', changed, 3)]);
    expect([...(await ours).keys()].sort()).toEqual(['a', 'trace']);
    expect(await bodies(partition)).toMatchObject({ a: 3, trace: 1 });
  });

  test('it reads back only when it must', async () => {
    const { partition, a } = await prepared();
    await expect(store.commit(partition, [replace('a', 'old')])).rejects.toThrow(PreconditionFailedError);
    await store.commit(partition, [replace('a', a)]);
    expect(countOf('read')).toBe(0);
  });
});

async function seeChange(partition: string, from: string): Promise<string> {
  for (;;) {
    const etag = (await store.read(partition, 'a'))?.etag;
    if (etag !== undefined && etag !== from) return etag;
  }
}

describe('when it lasts', () => {
  const lasting: [string, FaultKind][] = [
    ['429', { status: 429, retryAfterMs: 400 }],
    ['503', { status: 503 }],
    ['lost requests', 'cut-before'],
    ['silence', 'hang-before'],
  ];

  test.each(lasting)('%s: whoever asks hears that the store is not to be had', async (_name, how) => {
    const { partition, a } = await prepared();
    for (const work of [
      () => hasty.commit(partition, [replace('a', a)]),
      () => hasty.read(partition, 'a'),
      () => hasty.list(partition),
    ]) {
      server.faults.add({ how, times: 1_000 });
      await expect(work()).rejects.toMatchObject({ code: 'store-unavailable' });
      server.faults.clear();
    }
    expect(await bodies(partition)).toEqual({ a: 1, b: 1 });
  });

  test.each(lasting)('%s: a turn hears of it long before the half minute of the SDK', async (_name, how) => {
    const { partition, a } = await prepared();
    server.faults.add({ how, times: 1_000 });
    const began = Date.now();
    await expect(store.commit(partition, [replace('a', a)])).rejects.toMatchObject({
      code: 'store-unavailable',
    });
    // Three seconds, and what a busy machine adds.
    expect(Date.now() - began).toBeLessThan(10_000);
  });

  test('answers that all get lost: the last look finds what was done', async () => {
    const { partition, a } = await prepared();
    server.faults.add({ on: writeKinds, how: 'hang-after', times: 1_000 });
    const etags = await hasty.commit(partition, [replace('a', a)]);
    server.faults.clear();
    expect((await store.read(partition, 'a'))?.etag).toBe(etags.get('a'));
  });

  test('a refusal within a batch is one of ours: 429 in it is no failed precondition', async () => {
    const { partition } = await prepared();
    server.faults.add({ on: ['batch'], how: { status: 429, retryAfterMs: 10 }, times: 3 });
    await store.commit(partition, [create('c'), create('d')]);
    expect(countOf('batch')).toBe(4);
  });
});

describe('what is not there', () => {
  test('a replica that lags behind is asked again, and not believed', async () => {
    const { partition } = await prepared();
    server.faults.add({ on: ['read'], how: { status: 404, subStatus: 1002 } });
    expect((await store.read(partition, 'a'))?.body).toBe(1);
  });

  test('a container that has gone is no missing document', async () => {
    const { partition } = await prepared();
    server.faults.add({ on: ['read', 'replace'], how: { status: 404, subStatus: 1003 }, times: 2 });
    await expect(store.read(partition, 'a')).rejects.toMatchObject({ code: 404 });
    const commit = store.commit(partition, [replace('a', 'x')]);
    await expect(commit).rejects.not.toBeInstanceOf(PreconditionFailedError);
  });

  test.each(['', 'a/b', '..', '../../colls', 'a?b', 'a#b', 'a ', 'é', 'x'.repeat(256)])(
    'the id "%s" is never asked for amiss',
    async (id) => {
      const { partition } = await prepared();
      expect(await store.read(partition, id)).toBeUndefined();
    },
  );

  test('the empty partition', async () => {
    expect(await store.read('', 'a')).toBeUndefined();
    expect(await store.list('')).toEqual([]);
  });
});
