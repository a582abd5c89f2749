/** At most `count` in any stretch of `withinMs`. */
export interface Limit {
  count: number;
  withinMs: number;
}

/**
 * Keeps count of requests against several limits at once. When the other side counts a request is anybody's guess
 * between its beginning and its end; so it weighs from its beginning until a whole window after its end, and whatever
 * moment in between they take, they never see more than a limit.
 */
export class SlidingWindows {
  readonly #limits: readonly Limit[];
  readonly #kept: number;
  readonly #longestMs: number;
  #underWay = 0;
  /** When requests ended, oldest first; only as many as any limit can look back at. */
  readonly #ended: number[] = [];

  constructor(limits: readonly Limit[]) {
    this.#limits = limits;
    this.#kept = Math.max(0, ...limits.map((limit) => limit.count));
    this.#longestMs = Math.max(0, ...limits.map((limit) => limit.withinMs));
  }

  /** The first moment at which one more may begin; `Infinity`: not before one that is under way has ended. */
  freeAt(): number {
    return Math.max(0, ...this.#limits.map((limit) => this.#freeUnder(limit)));
  }

  begin(): void {
    this.#underWay += 1;
  }

  end(now: number): void {
    this.#underWay -= 1;
    this.#ended.push(now);
    if (this.#ended.length > this.#kept) this.#ended.shift();
  }

  /** Whether nothing of the past counts any more. */
  isForgotten(now: number): boolean {
    const last = this.#ended.at(-1);
    return this.#underWay === 0 && (last === undefined || last + this.#longestMs <= now);
  }

  #freeUnder({ count, withinMs }: Limit): number {
    const room = count - this.#underWay;
    if (room <= 0) return Infinity;
    const end = this.#ended[this.#ended.length - room];
    return end === undefined ? 0 : end + withinMs;
  }
}
