import type { Json, Operation, StoredDocument } from '../../../bot/store/port.ts';

/** What a history means to do; the etags are known only when it comes to it. */
export interface PlannedCommit {
  partition: string;
  operations: PlannedOperation[];
}

interface PlannedOperation {
  id: string;
  kind: Operation['kind'];
  /** Whether it names the document's present etag, or one from before. */
  current: boolean;
  type: string;
  body: Json;
}

export interface Commit {
  partition: string;
  operations: Operation[];
}

export interface Success extends Commit {
  etags: Map<string, string>;
}

interface Kept {
  document: StoredDocument;
  round: number;
}

/** What a store must hold, kept in the plainest way. */
export class StoreModel {
  readonly #name: string;
  readonly #kept = new Map<string, Map<string, Kept>>();
  readonly #etags = new Map<string, string[]>();

  constructor(name: string) {
    this.#name = name;
  }

  partitions(): string[] {
    return [...this.#kept.keys()];
  }

  list(partition: string): StoredDocument[] {
    const documents = [...this.#documents(partition).values()].map(({ document }) => document);
    return documents.sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  roundOf(partition: string, id: string): number {
    const kept = this.#documents(partition).get(id);
    if (!kept) throw new Error(`${id} is not in ${partition}`);
    return kept.round;
  }

  translate({ partition: name, operations }: PlannedCommit): Commit {
    const partition = `${this.#name}:${name}`;
    return { partition, operations: operations.map((operation) => this.#translateOne(partition, operation)) };
  }

  /** The ids whose precondition does not hold now. */
  unmet({ partition, operations }: Commit): string[] {
    return operations.filter((operation) => !this.#holds(partition, operation)).map(({ id }) => id);
  }

  /**
   * Commits that succeeded at the same time must have done so in some order. Each etag is used up once and a
   * document is created only where there is none, so taking whichever can come next finds that order.
   */
  applyInSomeOrder(successes: Success[], round: number): void {
    const left = [...successes];
    while (left.length > 0) {
      const next = left.findIndex((success) => this.unmet(success).length === 0);
      const [success] = next < 0 ? [] : left.splice(next, 1);
      if (!success) throw new Error(`no order explains that all these succeeded: ${JSON.stringify(left)}`);
      this.#apply(success, round);
    }
  }

  #translateOne(partition: string, { id, kind, current, type, body }: PlannedOperation): Operation {
    if (kind === 'create') return { kind, id, type, body };
    const present = this.#documents(partition).get(id)?.document.etag;
    const former = this.#formerEtags(partition, id).findLast((etag) => etag !== present) ?? 'never';
    const etag = current ? (present ?? former) : former;
    return kind === 'delete' ? { kind, id, etag } : { kind, id, type, body, etag };
  }

  #holds(partition: string, operation: Operation): boolean {
    const etag = this.#documents(partition).get(operation.id)?.document.etag;
    return operation.kind === 'create' ? etag === undefined : etag === operation.etag;
  }

  #apply({ partition, operations, etags }: Success, round: number): void {
    for (const operation of operations) {
      const { id } = operation;
      const etag = etags.get(id);
      if (operation.kind === 'delete') {
        if (etag !== undefined) throw new Error(`an etag for ${id}, which was deleted`);
        this.#documents(partition).delete(id);
        continue;
      }
      const former = this.#formerEtags(partition, id);
      if (etag === undefined || former.includes(etag))
        throw new Error(`no new etag for ${id}: ${etag ?? 'none'}`);
      former.push(etag);
      const document = { partition, id, type: operation.type, etag, body: operation.body };
      this.#documents(partition).set(id, { document, round });
    }
  }

  #documents(partition: string): Map<string, Kept> {
    return ensure(this.#kept, partition, () => new Map<string, Kept>());
  }

  #formerEtags(partition: string, id: string): string[] {
    return ensure(this.#etags, `${partition} ${id}`, () => []);
  }
}

function ensure<V>(map: Map<string, V>, key: string, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
