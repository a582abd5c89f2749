import { inspect } from 'node:util';

/** Who wants to hear that the feed may have grown. */
export class CommitListeners {
  readonly #listeners = new Set<{ call: () => void }>();

  /** @returns the way out; the same function may be added more than once */
  add(listener: () => void): () => void {
    const entry = { call: listener };
    this.#listeners.add(entry);
    return () => void this.#listeners.delete(entry);
  }

  tell(): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener.call();
      } catch (error) {
        // The commit stands, whatever a listener makes of it; its fault must be seen but not by the committer.
        process.emitWarning(inspect(error));
      }
    }
  }

  clear(): void {
    this.#listeners.clear();
  }
}
