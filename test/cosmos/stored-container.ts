import { effectiveKey, KeyRanges, type KeyRange } from './key-ranges.ts';

/** A document as it was sent, JSON. */
export type Resource = Record<string, unknown> & { id: string };

export interface Item {
  id: string;
  /** The hash of its partition. */
  key: string;
  resource: Resource;
  etag: string;
  /** Place in the feed; the same for all of one transaction. */
  lsn: number;
  /** In milliseconds since 1970; the time it was written, and when it is gone. */
  written: number;
  expires: number;
  /** Overwritten or deleted since. */
  former: boolean;
}

/** What a transaction sees: the documents as they will be. */
export interface Draft {
  get(id: string): Item | undefined;
  put(id: string, resource: Resource): Item;
  remove(id: string): void;
}

/** One container in memory: documents by partition, and the log that the change feed reads. */
export class StoredContainer {
  readonly ranges: KeyRanges;
  readonly #now: () => number;
  readonly #partitions = new Map<string, Map<string, Item>>();
  readonly #log: Item[] = [];
  readonly #last = new Map<string, number>();
  #lsn = 0;
  #etags = 0;

  constructor(rangeCount: number, now: () => number) {
    this.ranges = new KeyRanges(rangeCount);
    this.#now = now;
  }

  get lsn(): number {
    return this.#lsn;
  }

  get(partition: string, id: string): Item | undefined {
    const item = this.#partitions.get(partition)?.get(id);
    return item && this.#isAlive(item) ? item : undefined;
  }

  /** The living documents of a partition, in no order. */
  all(partition: string): Item[] {
    return [...(this.#partitions.get(partition)?.values() ?? [])].filter((item) => this.#isAlive(item));
  }

  /** Runs `work`, and keeps what it wrote when it says so. */
  transact<T>(partition: string, work: (draft: Draft) => { keep: boolean; result: T }): T {
    const changed = new Map<string, Item | undefined>();
    const key = effectiveKey(partition);
    const { keep, result } = work({
      get: (id) => (changed.has(id) ? changed.get(id) : this.get(partition, id)),
      put: (id, resource) => {
        const item = this.#newItem(id, key, resource);
        changed.set(id, item);
        return item;
      },
      remove: (id) => void changed.set(id, undefined),
    });
    if (keep && changed.size > 0) this.#keep(partition, key, changed);
    return result;
  }

  /** What was written after `lsn` in these bounds, in order; the last state of each living document. */
  *after(lsn: number, { min, max }: Pick<KeyRange, 'min' | 'max'>): Generator<Item> {
    for (let n = this.#firstAfter(lsn); n < this.#log.length; n += 1) {
      const item = this.#log[n];
      if (item && item.key >= min && item.key < max && !item.former && this.#isAlive(item)) yield item;
    }
  }

  /** The place of the newest write in these bounds, deletions too. */
  lastIn({ min, max }: Pick<KeyRange, 'min' | 'max'>): number {
    return Math.max(0, ...[...this.#last].filter(([key]) => key >= min && key < max).map(([, lsn]) => lsn));
  }

  #keep(partition: string, key: string, changed: Map<string, Item | undefined>): void {
    this.#lsn += 1;
    this.#last.set(key, this.#lsn);
    const items = this.#partitions.get(partition) ?? new Map<string, Item>();
    this.#partitions.set(partition, items);
    for (const [id, item] of changed) {
      const before = items.get(id);
      if (before) before.former = true;
      items.delete(id);
      if (!item) continue;
      item.lsn = this.#lsn;
      items.set(id, item);
      this.#log.push(item);
    }
  }

  #newItem(id: string, key: string, resource: Resource): Item {
    this.#etags += 1;
    const written = this.#now();
    const ttl = typeof resource['ttl'] === 'number' ? resource['ttl'] : undefined;
    const etag = `"${this.#etags.toString(16).padStart(8, '0')}-0000-0d00-0000-000000000000"`;
    const expires = ttl === undefined || ttl < 0 ? Infinity : written + ttl * 1_000;
    return { id, key, resource, etag, lsn: 0, written, expires, former: false };
  }

  #isAlive(item: Item): boolean {
    return item.expires > this.#now();
  }

  #firstAfter(lsn: number): number {
    let [low, high] = [0, this.#log.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#log[middle]?.lsn ?? 0) > lsn) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
