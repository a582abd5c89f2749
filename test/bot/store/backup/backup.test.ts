import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkBackup } from '../../../../bot/store/backup/read-backup.ts';
import { restoreBackup } from '../../../../bot/store/backup/restore-backup.ts';
import { expectWhole } from '../../../../bot/store/backup/restore-mark.ts';
import { writeBackup } from '../../../../bot/store/backup/write-backup.ts';
import { tombstones } from '../../../../bot/store/documents/erasure-documents.ts';
import { lifetimeLeft } from '../../../../bot/store/lifetime-left.ts';
import type { DocumentStore, Json, StoredDocument } from '../../../../bot/store/port.ts';
import { tokenType } from '../../../../bot/store/token-keeper.ts';
import { effort } from '../../../runs.ts';
import { openFreshCosmos } from '../cosmos/open-fresh-cosmos.ts';
import { delegatingStore } from '../delegating-store.ts';
import type { OpenedStore } from '../document-store-contract.ts';
import { feedStart, readWholeFeed } from '../read-whole-feed.ts';
import { openFreshStore } from '../sqlite/open-fresh-store.ts';

let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
  path = join(folder, 'backup.gz');
});
afterAll(() => rm(folder, { recursive: true }));

const at = '2027-08-01T10:00:00.000Z';

interface Write {
  partition: string;
  id: string;
  type: string;
  body: Json;
}

const write: fc.Arbitrary<Write> = fc.record({
  partition: fc.oneof(
    fc.constantFrom('submission:a', 'submission:b', 'edition:GD27'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((name) => name.isWellFormed()),
  ),
  id: fc.constantFrom('submission', 'audit:000000001', 'message:a', 'a b', '~', 'A'),
  type: fc.constantFrom('thing', 'other', 'Ünusual\n'),
  body: fc.jsonValue({ maxDepth: 3 }).map((value): Json => JSON.parse(JSON.stringify(value)) as Json),
});

/** As people and servers would: a thing that is there already is replaced. */
async function writeAll(store: DocumentStore, writes: readonly Write[]): Promise<void> {
  for (const { partition, ...rest } of writes) {
    const etag = (await store.read(partition, rest.id))?.etag;
    await store.commit(partition, [
      etag === undefined ? { kind: 'create', ...rest } : { kind: 'replace', ...rest, etag },
    ]);
  }
}

async function withStores(work: (source: DocumentStore, target: OpenedStore) => Promise<void>) {
  const [source, target] = await Promise.all([openFreshStore(), openFreshStore()]);
  try {
    await work(source.store, target);
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
}

const without = ({ partition, id, type, body }: StoredDocument) => ({ partition, id, type, body });
const all = async (store: DocumentStore) =>
  (await readWholeFeed(store, await feedStart(store), 10_000)).map(without);

/** What there is, by partition, each in order of last writes. */
async function content(store: DocumentStore): Promise<Map<string, Write[]>> {
  const found = new Map<string, Write[]>();
  for (const document of await all(store)) {
    found.set(document.partition, [...(found.get(document.partition) ?? []), document]);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function restoreInto(store: DocumentStore): Promise<number> {
  const { before } = await restoreBackup(store, path, await checkBackup(path));
  return before;
}

const kinds: Record<string, () => Promise<OpenedStore>> = {
  sqlite: () => openFreshStore(),
  cosmos: () => openFreshCosmos({ ranges: 2 }),
};
const ways = ['sqlite', 'cosmos'].flatMap((from) => ['sqlite', 'cosmos'].map((to) => [from, to] as const));

describe.each(ways)('from %s to %s', (from, to) => {
  test('everything comes back as it was, and in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(write, { maxLength: 60 }), async (writes) => {
        const [source, target] = await Promise.all([kinds[from]?.(), kinds[to]?.()]);
        if (source === undefined || target === undefined) throw new Error('no such store');
        try {
          await writeAll(source.store, writes);
          const seal = await writeBackup(source.store, path, at);
          const before = await content(source.store);
          expect(seal).toMatchObject({
            documents: [...before.values()].flat().length,
            partitions: before.size,
          });
          await restoreInto(target.store);
          expect([...(await content(target.store))]).toEqual([...before]);
        } finally {
          await Promise.all([source.close(), target.close()]);
        }
      }),
      from === 'sqlite' && to === 'sqlite' ? effort(25, 300) : effort(3, 40),
    );
  }, 120_000);
});

describe('a file that is not as it was written', () => {
  let good: Buffer;
  let target: OpenedStore;
  beforeAll(async () => {
    const source = await openFreshStore();
    await writeAll(
      source.store,
      Array.from({ length: 200 }, (_, n) => ({
        ...{ partition: `submission:${n % 7}`, id: `thing-${n}`, type: 'thing' },
        body: { text: `Wat er staat, ${n * 7919}` },
      })),
    );
    await writeBackup(source.store, path, at);
    await source.close();
    good = await readFile(path);
    target = await openFreshStore();
  });
  afterAll(() => target.close());

  const isRefused = async (bytes: Uint8Array) => {
    await writeFile(path, bytes);
    await expect(restoreInto(target.store)).rejects.toMatchObject({ code: 'backup' });
    expect(await all(target.store)).toEqual([]);
  };

  test('is refused wherever a bit of it is another', async () => {
    const bit = fc.tuple(fc.integer({ min: 0, max: good.length - 1 }), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(bit, async ([index, mask]) => {
        const bytes = Buffer.from(good);
        bytes.writeUInt8(bytes.readUInt8(index) ^ mask, index);
        await isRefused(bytes);
      }),
      effort(150, 3_000),
    );
  }, 120_000);

  test('is refused at each bit of its beginning and its end', async () => {
    const places = [...Array(24).keys(), ...[...Array(300).keys()].map((n) => good.length - 1 - n)];
    for (const index of places) {
      const bytes = Buffer.from(good);
      bytes.writeUInt8(bytes.readUInt8(index) ^ (1 << (index % 8)), index);
      await isRefused(bytes);
    }
  }, 120_000);

  test('is refused wherever it is cut off, and with something behind it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: good.length - 1 }), async (length) => {
        await isRefused(good.subarray(0, length));
      }),
      effort(60, 1_000),
    );
    await isRefused(Buffer.concat([good, Buffer.from([0])]));
    await isRefused(Buffer.concat([good, good]));
  }, 120_000);

  test('and is fine as it was', async () => {
    await writeFile(path, good);
    expect(await checkBackup(path)).toMatchObject({ documents: 200, partitions: 7 });
  });

  test('and can be read by whoever can unpack it', () => {
    const lines = gunzipSync(good).toString().trimEnd().split('\n');
    expect(JSON.parse(lines[0] ?? '')).toEqual({ format: 'gemeentedelers-backup', version: 1, at });
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ documents: 200, partitions: 7 });
    expect(lines).toHaveLength(202);
  });
});

describe('a restore', () => {
  const things = Array.from({ length: 2_300 }, (_, n) => ({
    ...{ partition: `p:${n % 3}`, id: `thing-${n}`, type: 'thing' },
    body: n,
  }));

  test('is only into an empty store', async () => {
    await withStores(async (source, { store }) => {
      await writeAll(source, things.slice(0, 3));
      await writeBackup(source, path, at);
      await writeAll(store, things.slice(0, 1));
      const before = await all(store);
      await expect(restoreInto(store)).rejects.toMatchObject({ code: 'store-not-empty' });
      expect(await all(store)).toEqual(before);
    });
  });

  test('goes on where it was broken off, at every commit', async () => {
    await withStores(async (source, target) => {
      await writeAll(source, things);
      await writeBackup(source, path, at);
      let restores = 0;
      for (let commits = 3; commits < 1_000; commits = Math.ceil(commits * 1.7)) {
        let left = commits;
        const mortal = delegatingStore(target.store, {
          commit: async (partition, operations) => {
            if ((left -= 1) < 0) throw new Error('died');
            return target.store.commit(partition, operations);
          },
        });
        restores += 1;
        const isDone = await restoreInto(mortal).then(
          () => true,
          () => false,
        );
        if (isDone) break;
        await expect(expectWhole(target.store)).rejects.toMatchObject({ code: 'half-restored' });
      }
      expect(restores).toBeGreaterThan(2);
      await expectWhole(target.store);
      expect([...(await content(target.store))]).toEqual([...(await content(source))]);
    });
  }, 60_000);

  test('of another backup does not go on with it', async () => {
    await withStores(async (source, { store }) => {
      await writeAll(source, things.slice(0, 3));
      await writeBackup(source, path, at);
      const dying = delegatingStore(store, {
        commit: async (partition, operations) => {
          if (partition === 'p:1') throw new Error('died');
          return store.commit(partition, operations);
        },
      });
      await expect(restoreInto(dying)).rejects.toThrow('died');
      await writeAll(source, things.slice(3, 4));
      await writeBackup(source, path, at);
      await expect(restoreInto(store)).rejects.toMatchObject({ code: 'store-not-empty' });
    });
  });
});

test('what is of running servers only does not go along', async () => {
  const source = await openFreshStore();
  const thing = { partition: 'p', id: 'a', type: 'thing', body: {} };
  try {
    await writeAll(source.store, [
      thing,
      { partition: 'reader:delivery', id: 'all', type: tokenType, body: { token: '12', owner: 'me' } },
    ]);
    await writeBackup(source.store, path, at);
    const target = await openFreshStore();
    await restoreInto(target.store);
    expect(await all(target.store)).toEqual([thing]);
    await target.close();
  } finally {
    await source.close();
  }
});

test('what expires goes on expiring where it is put back', async () => {
  await withStores(async (source, { store }) => {
    await source.commit('p', [
      { kind: 'create', id: 'a', type: 'thing', body: 1, ttlSeconds: 500 },
      { kind: 'create', id: 'b', type: 'thing', body: 2 },
    ]);
    await writeBackup(source, path, at);
    await restoreInto(store);
    const [mortal, lasting] = [await store.read('p', 'a'), await store.read('p', 'b')];
    const { ttlSeconds } = lifetimeLeft(mortal ?? {});
    expect(ttlSeconds).toBeGreaterThan(400);
    expect(ttlSeconds).toBeLessThanOrEqual(501);
    expect(lasting).toBeDefined();
    expect(lasting?.expiresAt).toBeUndefined();
  });
});

test('the mark of somebody who was erased does not go along', async () => {
  const source = await openFreshStore();
  const target = await openFreshStore();
  try {
    await source.store.commit('p', [{ kind: 'create', id: 'a', type: 'thing', body: {} }]);
    await source.store.commit('p', [tombstones.create('role:t:p', {})]);
    await writeBackup(source.store, path, at);
    await restoreInto(target.store);
    expect((await all(target.store)).map(({ id }) => id)).toEqual(['a']);
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
});

test('a copy made while somebody writes has each document as it stands at the end', async () => {
  const source = await openFreshStore();
  const target = await openFreshStore();
  try {
    await writeAll(source.store, [
      { partition: 'p', id: 'a', type: 'thing', body: 1 },
      { partition: 'p', id: 'b', type: 'thing', body: 1 },
    ]);
    let pages = 0;
    const busy = delegatingStore(source.store, {
      readFeed: async (range, token, limit) => {
        const page = await source.store.readFeed(range, token, limit);
        if ((pages += 1) === 1)
          await writeAll(source.store, [{ partition: 'p', id: 'a', type: 'thing', body: 2 }]);
        return page;
      },
    });
    expect(await writeBackup(busy, path, at)).toMatchObject({ documents: 3, partitions: 1 });
    await restoreInto(target.store);
    expect(await all(target.store)).toEqual(await all(source.store));
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
});

test('the file is for the eyes of its owner, and nothing is left beside it', async () => {
  const source = await openFreshStore();
  const own = join(folder, 'own.gz');
  await writeBackup(source.store, own, at);
  await source.close();
  if (process.platform !== 'win32') expect((await stat(own)).mode & 0o077).toBe(0);
  await expect(stat(`${own}.part`)).rejects.toMatchObject({ code: 'ENOENT' });
});
