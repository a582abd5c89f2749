import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CosmosClient } from '@azure/cosmos';
import { createHttpsServer } from '@vercel/cosmosdb-server';
import { once } from 'node:events';
import { openCosmosStore } from '../../../../bot/store/cosmos/open-cosmos-store.ts';
import { PreconditionFailedError, type DocumentStore, type Operation } from '../../../../bot/store/port.ts';
import { testCertificate } from '../../../cosmos/test-certificate.ts';
import { testTokens } from '../../../cosmos/test-tokens.ts';
import { trust } from '../../../cosmos/trust.ts';
import type { OpenedStore } from '../document-store-contract.ts';
import { openFreshCosmos } from './open-fresh-cosmos.ts';

type Closable = Pick<OpenedStore, 'store' | 'close'>;

/** The emulator that nobody here wrote. */
async function openOnTheirs(): Promise<Closable> {
  const { key, certificate } = testCertificate();
  trust(certificate);
  const https = createHttpsServer({ key, cert: certificate });
  https.listen(0, '127.0.0.1');
  await once(https, 'listening');
  const address = https.address();
  if (address === null || typeof address === 'string') throw new Error('a port was asked for');
  const endpoint = `https://127.0.0.1:${address.port}`;
  const { credential } = await testTokens();
  await makeContainer(endpoint, credential);
  const store = await openCosmosStore({ endpoint, databaseId: 'd', containerId: 'c', credential });
  const close = async () => {
    await store.close();
    https.closeAllConnections();
    https.close();
  };
  return { store, close };
}

async function makeContainer(
  endpoint: string,
  aadCredentials: Awaited<ReturnType<typeof testTokens>>['credential'],
): Promise<void> {
  const client = new CosmosClient({
    endpoint,
    aadCredentials,
    connectionPolicy: { enableEndpointDiscovery: false },
  });
  const { database } = await client.databases.create({ id: 'd' });
  await database.containers.create({ id: 'c', partitionKey: { paths: ['/partition'] }, defaultTtl: -1 });
  client.dispose();
}

/** What it does otherwise than Cosmos DB, found by running it. */
const theirFaults = new Set([
  'lists the documents of one partition, and of no other',
  'does all of a batch or nothing',
  'lets a document expire',
  'feeds what was written, to its end',
]);

describe.each<[string, () => Promise<Closable>, Set<string>]>([
  ['ours', () => openFreshCosmos(), new Set()],
  ['@vercel/cosmosdb-server', openOnTheirs, theirFaults],
])('on %s, the store', (_name, open, faults) => {
  let opened: Closable;
  let partitions = 0;
  const newPartition = () => `p:${(partitions += 1)}`;
  beforeAll(async () => void (opened = await open()));
  afterAll(() => opened.close());

  const trial = (name: string, run: (store: DocumentStore, partition: string) => Promise<void>) => {
    const toTry = () => run(opened.store, newPartition());
    // One that begins to pass fails: then it is no fault any more.
    if (faults.has(name)) test.failing(name, toTry, 60_000);
    else test(name, toTry);
  };

  const create = (id: string, body: Extract<Operation, { kind: 'create' }>['body'] = 1): Operation => ({
    kind: 'create',
    id,
    type: 'thing',
    body,
  });
  const replace = (id: string, etag: string, body = 2): Operation => ({
    kind: 'replace',
    id,
    type: 'other',
    body,
    etag,
  });
  const remove = (id: string, etag: string): Operation => ({ kind: 'delete', id, etag });
  const createOne = async (store: DocumentStore, partition: string, id = 'a') =>
    (await store.commit(partition, [create(id)])).get(id) ?? '';

  trial('reads what it created', async (store, partition) => {
    const body = { text: 'één 🎉', list: [null, 1.5, { deep: true }] };
    const etag = (await store.commit(partition, [create('Id ~!"$%&(:;|}', body)])).get('Id ~!"$%&(:;|}');
    const read = await store.read(partition, 'Id ~!"$%&(:;|}');
    expect(read).toEqual({ partition, id: 'Id ~!"$%&(:;|}', type: 'thing', etag, body });
  });

  trial('reads nothing where nothing is', async (store, partition) => {
    expect(await store.read(partition, 'a')).toBeUndefined();
  });

  trial('refuses to create what exists', async (store, partition) => {
    await createOne(store, partition);
    await expect(store.commit(partition, [create('a')])).rejects.toThrow(PreconditionFailedError);
  });

  trial('replaces what is as expected, and gives it a new etag', async (store, partition) => {
    const first = await createOne(store, partition);
    const second = (await store.commit(partition, [replace('a', first)])).get('a');
    expect(second).not.toBe(first);
    expect(await store.read(partition, 'a')).toMatchObject({ type: 'other', body: 2, etag: second });
  });

  trial('refuses to replace or delete what has changed', async (store, partition) => {
    const first = await createOne(store, partition);
    await store.commit(partition, [replace('a', first)]);
    await expect(store.commit(partition, [replace('a', first)])).rejects.toThrow(PreconditionFailedError);
    await expect(store.commit(partition, [remove('a', first)])).rejects.toThrow(PreconditionFailedError);
  });

  trial('deletes what is as expected, and refuses to once more', async (store, partition) => {
    const etag = await createOne(store, partition);
    await store.commit(partition, [remove('a', etag)]);
    expect(await store.read(partition, 'a')).toBeUndefined();
    await expect(store.commit(partition, [remove('a', etag)])).rejects.toThrow(PreconditionFailedError);
    await expect(store.commit(partition, [replace('a', etag)])).rejects.toThrow(PreconditionFailedError);
  });

  trial('lists ids of a prefix in order, after one', async (store, partition) => {
    const names = ['b', 'a', 'B', '10', '9'].map((name) => `${partition} ${name}`);
    for (const id of names) await createOne(store, partition, id);
    const prefix = `${partition} `;
    const list = async (after = '') => (await store.list(partition, { prefix, after })).map(({ id }) => id);
    expect(await list()).toEqual([...names].sort());
    expect(await list(`${partition} B`)).toEqual([`${partition} a`, `${partition} b`]);
  });

  trial('lists the documents of one partition, and of no other', async (store, partition) => {
    await createOne(store, partition, 'mine');
    await createOne(store, newPartition(), 'not mine');
    expect((await store.list(partition)).map(({ id }) => id)).toEqual(['mine']);
  });

  trial('keeps documents of the same id in two partitions apart', async (store, partition) => {
    const other = newPartition();
    await store.commit(partition, [create('same', 1)]);
    await store.commit(other, [create('same', 2)]);
    expect((await store.read(partition, 'same'))?.body).toBe(1);
    expect((await store.read(other, 'same'))?.body).toBe(2);
  });

  trial('does all of a batch or nothing', async (store, partition) => {
    await createOne(store, partition, `${partition} x`);
    const batch = [create(`${partition} y`), create(`${partition} x`)];
    await expect(store.commit(partition, batch)).rejects.toThrow(PreconditionFailedError);
    expect(await store.read(partition, `${partition} y`)).toBeUndefined();
  });

  trial('lets a document expire', async (store, partition) => {
    await store.commit(partition, [{ ...create('short'), ttlSeconds: 1 } as Operation]);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(await store.read(partition, 'short')).toBeUndefined();
  });

  trial('feeds what was written, to its end', async (store, partition) => {
    const [range = ''] = await store.feedRanges();
    const start = await store.readFeed(range, null, 10_000);
    for (const id of ['x', 'y']) await createOne(store, partition, `${partition} ${id}`);
    const page = await store.readFeed(range, start.token, 10);
    expect(page.changes.map(({ id }) => id)).toEqual([`${partition} x`, `${partition} y`]);
  });
});
