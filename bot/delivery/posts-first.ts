/** A post shows something new; a change keeps up what stands already. */
export type RequestKind = 'post' | 'change';

/** So many posts go before a change that waits; then the change goes. */
const mostPassing = 4;

/** A queue in which people don't wait for what is new because something older is brought up to date. */
export class PostsFirst<T> {
  readonly #posts: T[] = [];
  readonly #changes: T[] = [];
  /** Posts in a row that went while a change was waiting. */
  #passing = 0;

  add(kind: RequestKind, one: T): void {
    (kind === 'post' ? this.#posts : this.#changes).push(one);
  }

  next(): T | undefined {
    const isPost = this.#posts.length > 0 && (this.#changes.length === 0 || this.#passing < mostPassing);
    this.#passing = isPost && this.#changes.length > 0 ? this.#passing + 1 : 0;
    return isPost ? this.#posts.shift() : this.#changes.shift();
  }

  get size(): number {
    return this.#posts.length + this.#changes.length;
  }
}
