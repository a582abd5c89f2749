/** Remembers, as long as it matters, when a message was last edited. */
export class RecentEdits {
  readonly #gapMs: number;
  /** Oldest first. */
  readonly #at = new Map<string, number>();

  constructor(gapMs: number) {
    this.#gapMs = gapMs;
  }

  note(marker: string, now: number): void {
    for (const [other, at] of this.#at) {
      if (now - at < this.#gapMs) break;
      this.#at.delete(other);
    }
    this.#at.delete(marker);
    this.#at.set(marker, now);
  }

  /** From when on it may be edited again; milliseconds since 1970. */
  nextFrom(marker: string): number {
    const at = this.#at.get(marker);
    return at === undefined ? 0 : at + this.#gapMs;
  }
}
