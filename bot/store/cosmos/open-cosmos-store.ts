import { CosmosClient, type CosmosClientOptions } from '@azure/cosmos';
import { CommitListeners } from '../commit-listeners.ts';
import { checkCommit } from '../check-commit.ts';
import type { DocumentStore, ListOptions, Operation } from '../port.ts';
import { StoreClosedError } from '../store-closed-error.ts';
import { changeFeed, type ChangeFeed } from './change-feed.ts';
import { checkContainer } from './check-container.ts';
import { commitWrites } from './commit-writes.ts';
import type { ChargedOperation, CosmosAccess } from './cosmos-access.ts';
import { feedRanges } from './feed-ranges.ts';
import { listDocuments } from './list-documents.ts';
import { readDocument } from './read-item.ts';
import { feedLimits, turnLimits, type TimeLimits } from './try-within.ts';

export interface CosmosStoreOptions {
  /** `https://<account>.documents.azure.com`. */
  endpoint: string;
  databaseId: string;
  containerId: string;
  /** Of `@azure/identity`; account keys are not used. */
  credential: NonNullable<CosmosClientOptions['aadCredentials']>;
  /** Told of every answer what it cost, in request units. */
  onCharge?: (operation: ChargedOperation, requestUnits: number) => void;
  /** For whoever waits in a turn of the bot, and for readers of the feed. */
  limits?: Partial<Record<'turn' | 'feed', TimeLimits>>;
}

/**
 * Opens the store in an existing container, whose partition key is `/partition` and whose default time to live is -1.
 * Nothing is made at run time.
 * @throws CosmosContainerError when it is not there or not made so
 */
export async function openCosmosStore(options: CosmosStoreOptions): Promise<DocumentStore> {
  const client = new CosmosClient({
    endpoint: options.endpoint,
    aadCredentials: options.credential,
    consistencyLevel: 'Session',
    userAgentSuffix: 'gemeentedelers',
    connectionPolicy: {
      requestTimeout: feedLimits.attemptMs,
      // Retries are ours: the client's last up to 30 s, and with discovery on it sends a write again after a cut.
      enableEndpointDiscovery: false,
      enableBackgroundEndpointRefreshing: false,
      retryOptions: {
        maxRetryAttemptCount: 0,
        fixedRetryIntervalInMilliseconds: 0,
        maxWaitTimeInSeconds: 0,
      },
    },
  });
  const container = client.database(options.databaseId).container(options.containerId);
  const onCharge = options.onCharge ?? (() => undefined);
  try {
    const { rid } = await checkContainer(container, onCharge);
    const limits = { turn: turnLimits, feed: feedLimits, ...options.limits };
    return new CosmosStore(client, { container, rid, limits, onCharge });
  } catch (error) {
    client.dispose();
    throw error;
  }
}

class CosmosStore implements DocumentStore {
  readonly #client: CosmosClient;
  readonly #access: CosmosAccess;
  readonly #feed: ChangeFeed;
  readonly #listeners = new CommitListeners();
  readonly #underWay = new Set<Promise<unknown>>();
  #closed = false;

  constructor(client: CosmosClient, access: CosmosAccess) {
    this.#client = client;
    this.#access = access;
    this.#feed = changeFeed(access);
  }

  async read(partition: string, id: string) {
    return this.#do(() => readDocument(this.#access, partition, id));
  }

  async list(partition: string, options: ListOptions = {}) {
    checkLimit(options.limit ?? 1, 0);
    return this.#do(() => listDocuments(this.#access, partition, options));
  }

  async commit(partition: string, operations: readonly Operation[]) {
    return this.#do(async () => {
      const writes = checkCommit(partition, operations);
      const etags = await commitWrites(this.#access, partition, writes);
      this.#listeners.tell();
      return etags;
    });
  }

  async feedRanges() {
    return this.#do(() => feedRanges(this.#access));
  }

  async readFeed(range: string, token: string | null, limit: number) {
    checkLimit(limit, 1);
    return this.#do(() => this.#feed.readPage(range, token, limit));
  }

  /** Of this process only: what others commit is found by polling. */
  onCommit(listener: () => void) {
    return this.#listeners.add(listener);
  }

  async close() {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.allSettled(this.#underWay);
    this.#listeners.clear();
    this.#client.dispose();
  }

  async #do<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new StoreClosedError();
    const doing = work();
    this.#underWay.add(doing);
    try {
      return await doing;
    } finally {
      this.#underWay.delete(doing);
    }
  }
}

function checkLimit(limit: number, least: number): void {
  if (!Number.isSafeInteger(limit) || limit < least) throw new RangeError(`no limit: ${limit}`);
}
