import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  PreconditionFailedError,
  type DocumentStore,
  type Operation,
  type StoredDocument,
} from '../../../bot/store/port.ts';
import { effort } from '../../runs.ts';
import { feedEnd, readWholeFeed, type FeedPosition } from './read-whole-feed.ts';
import { StoreModel, type PlannedCommit } from './store-model.ts';

const plannedOperation = fc.record({
  id: fc.constantFrom('a', 'b', 'b-1', 'C', '~'),
  kind: fc.constantFrom<Operation['kind'][]>('create', 'replace', 'replace', 'delete'),
  current: fc.oneof(
    { weight: 5, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
  type: fc.constantFrom('thing', 'other'),
  body: fc.jsonValue({ maxDepth: 2 }).map(plain),
});

const plannedCommit: fc.Arbitrary<PlannedCommit> = fc.record({
  partition: fc.constantFrom('one', 'two'),
  operations: fc.uniqueArray(plannedOperation, { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
});

/** The commits of a round are under way at the same time. */
const rounds = fc.array(fc.array(plannedCommit, { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 12,
});

let histories = 0;

/** Random histories against {@link StoreModel}, while a reader follows the feed. */
export function describeHistories(store: () => DocumentStore): void {
  test('agree with a plain model, commit by commit and in the feed', async () => {
    const property = fc.asyncProperty(rounds, fc.integer({ min: 1, max: 4 }), (plan, pageSize) =>
      playHistory(store(), plan, pageSize),
    );
    await fc.assert(property, effort(60, 2_000));
  }, 600_000);
}

async function playHistory(store: DocumentStore, plan: PlannedCommit[][], pageSize: number): Promise<void> {
  const start = await feedEnd(store);
  const model = new StoreModel(`history:${(histories += 1)}`);
  const follower = followFeed(store, new Map(start), pageSize);
  for (const [round, commits] of plan.entries()) {
    await playRound(store, model, commits, round);
    for (const partition of model.partitions()) {
      expect(await store.list(partition)).toEqual(model.list(partition));
    }
  }
  const followed = await follower.stop();
  checkLastStates(model, followed);
  const replayed = await readWholeFeed(store, new Map(start), pageSize);
  checkLastStates(model, replayed);
  checkOrder(model, replayed);
}

async function playRound(store: DocumentStore, model: StoreModel, commits: PlannedCommit[], round: number) {
  const tries = commits.map((commit) => model.translate(commit));
  const results = await Promise.allSettled(
    tries.map(({ partition, operations }) => store.commit(partition, operations)),
  );
  const mayHaveFailed = tries.map((commit) => model.unmet(commit).length > 0);
  const successes = results.flatMap((result, n) => {
    const commit = tries[n];
    return result.status === 'fulfilled' && commit ? [{ ...commit, etags: result.value }] : [];
  });
  const touched = new Set(
    successes.flatMap(({ partition, operations }) => operations.map(({ id }) => `${partition} ${id}`)),
  );
  model.applyInSomeOrder(successes, round);
  for (const [n, result] of results.entries()) {
    const commit = tries[n];
    if (result.status === 'fulfilled' || !commit) continue;
    expect(result.reason).toBeInstanceOf(PreconditionFailedError);
    const contended = commit.operations.some(({ id }) => touched.has(`${commit.partition} ${id}`));
    expect(contended || mayHaveFailed[n]).toBe(true);
  }
}

/** Reads along while others write, and to the end when it is told to stop. */
function followFeed(store: DocumentStore, position: FeedPosition, pageSize: number) {
  const changes: StoredDocument[] = [];
  const stopping = new AbortController();
  const following = (async () => {
    while (!stopping.signal.aborted) {
      changes.push(...(await readWholeFeed(store, position, pageSize)));
      await nextTurn();
    }
    changes.push(...(await readWholeFeed(store, position, pageSize)));
  })();
  return {
    stop: async () => {
      stopping.abort();
      await following;
      return changes;
    },
  };
}

function checkLastStates(model: StoreModel, changes: StoredDocument[]): void {
  const last = new Map(changes.map((change) => [`${change.partition} ${change.id}`, change]));
  for (const partition of model.partitions()) {
    for (const document of model.list(partition))
      expect(last.get(`${partition} ${document.id}`)).toEqual(document);
  }
}

function checkOrder(model: StoreModel, changes: StoredDocument[]): void {
  for (const partition of model.partitions()) {
    const written = changes
      .filter((change) => change.partition === partition)
      .map(({ id }) => model.roundOf(partition, id));
    expect(written).toEqual([...written].sort((one, other) => one - other));
  }
}

/** As it comes back from JSON: without minus zero. */
function plain(value: unknown): Extract<Operation, { kind: 'create' }>['body'] {
  // @NOTE What JSON.parse gives is Json by definition.
  return JSON.parse(JSON.stringify(value)) as Extract<Operation, { kind: 'create' }>['body'];
}
