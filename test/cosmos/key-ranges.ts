import { createHash } from 'node:crypto';

/** A physical partition: the keys whose hash is from `min` up to, not including, `max`. */
export interface KeyRange {
  id: string;
  min: string;
  max: string;
  parents: string[];
}

/**
 * Where a partition key falls, as 32 hexadecimal digits below `40`. Microsoft's hash is another one; all that
 * matters here is that it spreads and that it stays.
 */
export function effectiveKey(partition: string): string {
  const hash = createHash('sha256').update(partition).digest().subarray(0, 16);
  hash[0] = (hash[0] ?? 0) & 0x3f;
  return hash.toString('hex').toUpperCase();
}

/** The physical partitions of a container, which split as it grows. */
export class KeyRanges {
  #ranges: KeyRange[];
  #given: number;

  constructor(count: number) {
    const bound = (n: number) => (n === 0 ? '' : n === count ? 'FF' : key(Math.floor((0x4000 * n) / count)));
    this.#ranges = Array.from({ length: count }, (_, n) => ({
      id: String(n),
      min: bound(n),
      max: bound(n + 1),
      parents: [],
    }));
    this.#given = count;
  }

  all(): KeyRange[] {
    return this.#ranges;
  }

  byId(id: string): KeyRange | undefined {
    return this.#ranges.find((range) => range.id === id);
  }

  /** Splits each range in two; what knew the former ones finds them gone. */
  split(): void {
    this.#ranges = this.#ranges.flatMap(({ id, min, max, parents }) => {
      const middle = key(Math.floor((number(min) + Math.min(number(max), 0x4000)) / 2));
      const child = { parents: [...parents, id] };
      return [
        { id: String(this.#given++), min, max: middle, ...child },
        { id: String(this.#given++), min: middle, max, ...child },
      ];
    });
  }
}

const key = (first: number) => first.toString(16).toUpperCase().padStart(4, '0');
const number = (bound: string) => Number.parseInt(bound.padEnd(4, '0').slice(0, 4), 16);
