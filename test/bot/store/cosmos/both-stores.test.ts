import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  InvalidCommitError,
  PreconditionFailedError,
  type DocumentStore,
  type Json,
  type Operation,
} from '../../../../bot/store/port.ts';
import { effort } from '../../../runs.ts';
import type { OpenedStore } from '../document-store-contract.ts';
import { feedEnd, readWholeFeed } from '../read-whole-feed.ts';
import { openFreshStore } from '../sqlite/open-fresh-store.ts';
import { openFreshCosmos } from './open-fresh-cosmos.ts';

let both: OpenedStore[] = [];
beforeAll(async () => {
  both = [await openFreshStore(), await openFreshCosmos({ ranges: 2 })];
});
afterAll(() => Promise.all(both.map((opened) => opened.close())));

type Step =
  | { do: 'commit'; operations: { kind: Operation['kind']; id: string; body: Json; stale: boolean }[] }
  | { do: 'read'; id: string }
  | { do: 'list'; prefix: string; after: string; limit: number };

const id = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'b', 'a-1', 'A', '~', 'a b') },
  { weight: 1, arbitrary: fc.constantFrom('', '.', '..', 'a/b', ' ', 'é', 'a ') },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('commit' as const),
    operations: fc.array(
      fc.record({
        kind: fc.constantFrom<Operation['kind'][]>('create', 'create', 'replace', 'delete'),
        id,
        body: fc.jsonValue({ maxDepth: 2 }).map((value): Json => JSON.parse(JSON.stringify(value)) as Json),
        stale: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
  }),
  fc.record({ do: fc.constant('read' as const), id }),
  fc.record({
    do: fc.constant('list' as const),
    prefix: fc.constantFrom('', 'a', 'a-', 'A', 'z'),
    after: fc.constantFrom('', 'a', 'a ', 'b', '~'),
    limit: fc.integer({ min: 0, max: 5 }),
  }),
);

/** Plays the steps on a store, and tells what it answered; etags, which are its own affair, stand for themselves. */
class Player {
  readonly #store: DocumentStore;
  readonly #partition: string;
  readonly #etags = new Map<string, string[]>();

  constructor(store: DocumentStore, partition: string) {
    this.#store = store;
    this.#partition = partition;
  }

  async play(each: Step): Promise<unknown> {
    switch (each.do) {
      case 'read':
        return this.#plain([await this.#store.read(this.#partition, each.id)]);
      case 'list':
        return this.#plain(await this.#store.list(this.#partition, each));
      case 'commit':
        return this.#commit(each.operations);
      default:
        return each satisfies never;
    }
  }

  async #commit(planned: Extract<Step, { do: 'commit' }>['operations']): Promise<unknown> {
    const operations = planned.map(({ kind, id, body, stale }): Operation => {
      const etag = this.#etags.get(id)?.at(stale ? -2 : -1) ?? '"never"';
      if (kind === 'delete') return { kind, id, etag };
      return kind === 'create' ? { kind, id, type: 'thing', body } : { kind, id, type: 'thing', body, etag };
    });
    try {
      const etags = await this.#store.commit(this.#partition, operations);
      for (const [id, etag] of etags) this.#etags.set(id, [...(this.#etags.get(id) ?? []), etag]);
      return [...etags.keys()].sort();
    } catch (error) {
      if (error instanceof PreconditionFailedError) return ['unmet', error.id];
      if (error instanceof InvalidCommitError) return 'invalid';
      throw error;
    }
  }

  #plain(documents: Awaited<ReturnType<DocumentStore['read']>>[]): unknown[] {
    return documents.map(
      (document) => document && { ...document, etag: this.#etags.get(document.id)?.indexOf(document.etag) },
    );
  }
}

let histories = 0;

test('random histories have the same answers from both stores, and the same feed', async () => {
  const property = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
    const partition = `history:${(histories += 1)}`;
    const starts = await Promise.all(both.map(({ store }) => feedEnd(store)));
    const players = both.map(({ store }) => new Player(store, partition));
    for (const each of steps) {
      const [one, other] = await Promise.all(players.map((player) => player.play(each)));
      expect(other).toEqual(one);
    }
    const feeds = await Promise.all(
      both.map(async ({ store }, n) => {
        const changes = await readWholeFeed(store, starts[n] ?? new Map<string, string>());
        return changes.map(({ partition: where, id: name, body }) => ({ where, name, body }));
      }),
    );
    expect(new Set(feeds[1]?.map((each) => JSON.stringify(each)))).toEqual(
      new Set(feeds[0]?.map((each) => JSON.stringify(each))),
    );
  });
  await fc.assert(property, effort(60, 2_000));
}, 600_000);
