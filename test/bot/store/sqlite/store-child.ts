/**
 * A process with a store of its own, for the tests that need one to kill: `store-child.ts <mode> <folder> <name>`.
 * Prints a line for each thing that happened; a pipe takes it before the process goes on.
 */
import { openSqliteStore } from '../../../../bot/store/sqlite/open-sqlite-store.ts';
import type { DocumentStore, Operation } from '../../../../bot/store/port.ts';

const [mode = '', folder = '', name = ''] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);
const create = (id: string, body = ''): Operation => ({ kind: 'create', id, type: 'thing', body });
const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'kept',
    () => 'refused',
  );

/** Holds the folder until it is told to stop, or killed. */
async function hold(store: DocumentStore): Promise<void> {
  process.stdin.resume();
  process.stdin.on('end', () => void store.close());
}

/** Commits pairs of documents as fast as it can, several at a time, and prints each that is acknowledged. */
async function commitForEver(store: DocumentStore): Promise<void> {
  const worker = async (number: number) => {
    for (let n = 0; ; n += 1) {
      const id = `${name}-${number}-${n}`;
      await store.commit('pairs', [create(`left-${id}`), create(`right-${id}`)]);
      say(id);
    }
  };
  await Promise.all([0, 1, 2, 3].map(worker));
}

/** To be run where a file can't grow to 2 MB: some commits that fit, with one group between them that doesn't. */
async function fill(store: DocumentStore): Promise<void> {
  const megabytes = 'x'.repeat(1_500_000);
  say(await outcome(store.commit('p', [create('before')])));
  const group = ['group-1', 'group-2', 'group-3'].map((id) => store.commit('p', [create(id, megabytes)]));
  say((await Promise.all(group.map(outcome))).join(' '));
  say((await store.list('p')).map(({ id }) => id).join(' '));
  say(await outcome(store.commit('p', [create('after')])));
  await store.close();
}

const modes: Record<string, (store: DocumentStore) => Promise<void>> = { hold, commit: commitForEver, fill };

try {
  const store = await openSqliteStore({ folder });
  say('open');
  await modes[mode]?.(store);
} catch (error) {
  say(error instanceof Error && 'code' in error ? String(error.code) : String(error));
}
