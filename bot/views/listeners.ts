/** Who wants to hear of something, until they no longer do. */
export interface Listeners<T> {
  /** @returns how to stop hearing of it */
  on(listener: (news: T) => void): () => void;
  tell(news: T): void;
}

export function createListeners<T>(): Listeners<T> {
  const listeners = new Set<(news: T) => void>();
  return {
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(news) {
      for (const listener of listeners) listener(news);
    },
  };
}
