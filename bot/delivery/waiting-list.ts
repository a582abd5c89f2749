import { z } from 'zod';
import type { Instant } from '../domain/instant.ts';
import { collection } from '../store/collection.ts';
import type { DocumentStore } from '../store/port.ts';
import { PreconditionFailedError } from '../store/port.ts';

/** A message that waits for long, written down so that the feed need not be read again from where it stood. */
export interface WaitingMessage {
  partition: string;
  name: string;
  since: Instant;
  /** Orders what came at the same moment. */
  turn: number;
}

const partition = 'delivery:waiting';
const waitingMessages = collection<WaitingMessage>(
  'waiting-message',
  z.object({ partition: z.string(), name: z.string(), since: z.iso.datetime(), turn: z.int() }),
);

/** By marker. An entry too many does no harm: its message is found done and the entry goes. */
export class WaitingList {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async add(marker: string, message: WaitingMessage): Promise<void> {
    try {
      await this.#store.commit(partition, [waitingMessages.create(marker, message)]);
    } catch (error) {
      // Somebody wrote it down before: that is all we want.
      if (!(error instanceof PreconditionFailedError)) throw error;
    }
  }

  async remove(marker: string): Promise<void> {
    const entry = await waitingMessages.read(this.#store, partition, marker);
    if (!entry) return;
    try {
      await this.#store.commit(partition, [{ kind: 'delete', id: marker, etag: entry.etag }]);
    } catch (error) {
      // Gone already: that is all we want.
      if (!(error instanceof PreconditionFailedError)) throw error;
    }
  }

  /** In order of arrival. */
  async all(): Promise<WaitingMessage[]> {
    const found: WaitingMessage[] = [];
    const limit = 1_000;
    for (let after: string | undefined; ;) {
      const page = await waitingMessages.list(this.#store, partition, { limit, after });
      found.push(...page.map((entry) => entry.value));
      after = page.at(-1)?.id;
      if (page.length < limit) break;
    }
    return found.sort((a, b) => a.since.localeCompare(b.since) || a.turn - b.turn);
  }
}
