/**
 * Queues, one a destination: who stands in front may post. Who stands in one does not stand in another; a lane that is
 * empty is gone.
 */
export class Lanes<T extends { wake(): void }> {
  readonly #lanes = new Map<string, Set<T>>();

  /** Takes a place at the end, unless it has one. */
  join(lane: string, one: T): void {
    const places = this.#lanes.get(lane) ?? new Set();
    this.#lanes.set(lane, places.add(one));
  }

  front(lane: string): T | undefined {
    return this.#lanes.get(lane)?.values().next().value;
  }

  /** Gives its place up, if it has one; who is in front then is woken. */
  leave(lane: string, one: T): void {
    const places = this.#lanes.get(lane);
    if (!places?.delete(one)) return;
    if (places.size === 0) this.#lanes.delete(lane);
    else this.front(lane)?.wake();
  }

  /** Who is in front of each lane whose name begins so. */
  fronts(prefix: string): T[] {
    const names = [...this.#lanes.keys()].filter((name) => name.startsWith(prefix));
    return names.flatMap((name) => this.front(name) ?? []);
  }

  get size(): number {
    return this.#lanes.size;
  }
}
