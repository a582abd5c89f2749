import { at, wholeAt } from './numbers.ts';

/** Fills `ranks`, by position, with where each score stands: 1 is the highest. */
type Ranker = (scores: Float64Array, ranks: Uint32Array) => void;

/** Above every key. */
const mostKeys = 2 ** 52;

/** With more keys than this in one bucket, moving them one by one would take longer than the engine's own sort. */
const fullBucket = 40;

/**
 * Ranks many arrays of one size without a comparison function. Each score becomes a key: a whole number that counts
 * down from the highest score, whose last digits are its position. Scores closer than about 2⁻³⁴ of their range share
 * a rank. Scores of a draw lie spread out, so that as many buckets of equal width as there are keys bring each key to
 * within a few places of where it belongs.
 */
export function rankerOf(size: number): Ranker {
  const positions = 2 ** Math.ceil(Math.log2(Math.max(2, size)));
  const steps = mostKeys / positions;
  const keys = new Float64Array(size);
  const sorted = new Float64Array(size);
  const buckets = new Int32Array(size);
  const ends = new Int32Array(size);
  return (scores, ranks) => {
    fillKeys(scores, keys, { positions, steps });
    countPerBucket(keys, buckets, ends);
    if (toEnds(ends) > fullBucket) {
      sorted.set(keys);
      sorted.sort();
    } else {
      placeByBucket(keys, buckets, { ends, sorted });
      insertionSort(sorted);
    }
    fillRanks(sorted, positions, ranks);
  };
}

function fillKeys(
  scores: Float64Array,
  keys: Float64Array,
  { positions, steps }: { positions: number; steps: number },
): void {
  let lowest = Infinity;
  let highest = -Infinity;
  for (let index = 0; index < keys.length; index += 1) {
    lowest = Math.min(lowest, at(scores, index));
    highest = Math.max(highest, at(scores, index));
  }
  const scale = (steps - 1) / (highest - lowest || 1);
  for (let index = 0; index < keys.length; index += 1) {
    keys[index] = Math.floor((highest - at(scores, index)) * scale) * positions + index;
  }
}

function countPerBucket(keys: Float64Array, buckets: Int32Array, counts: Int32Array): void {
  const bucketsPerKey = keys.length / mostKeys;
  counts.fill(0);
  for (let index = 0; index < keys.length; index += 1) {
    const bucket = Math.floor(at(keys, index) * bucketsPerKey);
    buckets[index] = bucket;
    counts[bucket] = wholeAt(counts, bucket) + 1;
  }
}

/**
 * From how many each bucket holds to where each ends.
 * @returns how many the fullest holds
 */
function toEnds(counts: Int32Array): number {
  let end = 0;
  let fullest = 0;
  for (let bucket = 0; bucket < counts.length; bucket += 1) {
    const held = wholeAt(counts, bucket);
    fullest = Math.max(fullest, held);
    end += held;
    counts[bucket] = end;
  }
  return fullest;
}

function placeByBucket(
  keys: Float64Array,
  buckets: Int32Array,
  { ends, sorted }: { ends: Int32Array; sorted: Float64Array },
): void {
  for (let index = keys.length - 1; index >= 0; index -= 1) {
    const bucket = wholeAt(buckets, index);
    const place = wholeAt(ends, bucket) - 1;
    ends[bucket] = place;
    sorted[place] = at(keys, index);
  }
}

/** For keys that are nearly in order. */
function insertionSort(keys: Float64Array): void {
  for (let index = 1; index < keys.length; index += 1) {
    const key = at(keys, index);
    let place = index;
    for (; place > 0 && at(keys, place - 1) > key; place -= 1) keys[place] = at(keys, place - 1);
    keys[place] = key;
  }
}

function fillRanks(sorted: Float64Array, positions: number, ranks: Uint32Array): void {
  let rank = 0;
  let previous = -1;
  for (let place = 0; place < sorted.length; place += 1) {
    const key = at(sorted, place);
    const level = Math.floor(key / positions);
    if (level !== previous) rank = place + 1;
    previous = level;
    ranks[key - level * positions] = rank;
  }
}
