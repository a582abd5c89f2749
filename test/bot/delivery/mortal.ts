import type { Messenger } from '../../../bot/delivery/messenger.ts';
import type { DocumentStore } from '../../../bot/store/port.ts';

/** When a process dies: around its n-th call that changes something, here or in Teams. */
export interface Death {
  atCall: number;
  when: 'before' | 'after';
}

export interface Mortal {
  store: DocumentStore;
  messenger: Messenger;
  /** Resolves when it has died. */
  died: Promise<void>;
}

/**
 * The store and the messenger of a process that dies: from then on nothing it does has any effect, and it hears no
 * answer any more, though Teams may still take what was under way.
 */
export function mortal(store: DocumentStore, messenger: Messenger, death: Death | undefined): Mortal {
  const { promise: died, resolve } = Promise.withResolvers<undefined>();
  let calls = 0;
  let dead = false;
  const die = (): never => {
    dead = true;
    resolve(undefined);
    throw new Error('this process is dead');
  };
  const guard =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      calls += 1;
      const isLast = calls === death?.atCall;
      if (dead || (isLast && death.when === 'before')) die();
      const result = await call(...args);
      if (isLast || isDead()) die();
      return result;
    };
  const isDead = () => dead;
  return {
    died,
    store: {
      read: (partition, id) => store.read(partition, id),
      list: (partition, options) => store.list(partition, options),
      commit: guard((partition, operations) => store.commit(partition, operations)),
      feedRanges: () => store.feedRanges(),
      readFeed: (range, token, limit) => store.readFeed(range, token, limit),
      onCommit: (listener) => store.onCommit(listener),
      close: () => store.close(),
    },
    messenger: {
      post: guard((target, message) => messenger.post(target, message)),
      edit: guard((at, message) => messenger.edit(at, message)),
      remove: guard((at) => messenger.remove(at)),
      find: guard((target, marker, since) => messenger.find(target, marker, since)),
    },
  };
}
