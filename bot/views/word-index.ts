/** How much a word in a field says: 1 to 15. */
type Weight = number;

/** For each text that has the word its place and its weight there, in one number: a million of them have to fit. */
type Holders = number[];

const forWeight = 16;

/** Which texts have a word, and how much it says there. It knows words as they are given, and no more. */
export interface WordIndex {
  /** Puts a text in, in place of the one that was there under this key. */
  put(key: string, fields: readonly { words: readonly string[]; weight: Weight }[]): void;
  /**
   * Those that have each of the words: as it is, as the beginning of one or inside one; with a slip where no text that
   * counts has it otherwise. How well a text fits depends on that text alone, so that nothing shows of those that do
   * not count.
   */
  find(words: readonly string[], may: (key: string) => boolean): Map<string, number>;
}

/** How much of a word's weight is left when it is there in another way than typed. */
const quality = { same: 1, begin: 0.6, inside: 0.3, slip: 0.2 } as const;

/** Letters: shorter words are inside everything, and with a slip another word. */
const shortest = { inside: 4, slip: 4, twoSlips: 8 } as const;

/**
 * In memory. One pass over the different words for each word that was typed: with 10,000 texts of 165 words that takes
 * a few milliseconds, where an index that ranks by how rare words are takes hundreds for a single letter.
 */
export function createWordIndex(): WordIndex {
  const vocabulary = new Map<string, Holders>();
  const places = new Map<string, number>();
  const keys: string[] = [];
  /** The words of each text, to take it out. */
  const texts: string[][] = [];

  const placeOf = (key: string): number => {
    const there = places.get(key);
    if (there !== undefined) return there;
    places.set(key, keys.length);
    return keys.push(key) - 1;
  };

  const remove = (place: number) => {
    for (const word of texts[place] ?? []) {
      const left = (vocabulary.get(word) ?? []).filter((holder) => placeIn(holder) !== place);
      if (left.length === 0) vocabulary.delete(word);
      else vocabulary.set(word, left);
    }
  };

  return {
    put(key, fields) {
      const place = placeOf(key);
      remove(place);
      const weights = new Map<string, Weight>();
      for (const { words, weight } of fields) {
        for (const word of words) weights.set(word, Math.max(weight, weights.get(word) ?? 0));
      }
      for (const [word, weight] of weights) {
        const holders = vocabulary.get(word) ?? [];
        vocabulary.set(word, holders);
        holders.push(place * forWeight + weight);
      }
      texts[place] = [...weights.keys()];
    },
    find(words, may) {
      const counts = keys.map((key) => may(key));
      const perWord = words.map((word) => fitsOf(vocabulary, word, counts));
      return new Map(
        keys.flatMap((key, place): [string, number][] => {
          const fits = perWord.map((each) => each[place] ?? 0);
          return fits.every((fit) => fit > 0) ? [[key, fits.reduce((sum, fit) => sum + fit, 0)]] : [];
        }),
      );
    },
  };
}

function placeIn(holder: number): number {
  return Math.floor(holder / forWeight);
}

type Likeness = (typed: string, word: string) => number;

/** How well each text that counts fits one word; 0 where it does not. */
function fitsOf(
  vocabulary: ReadonlyMap<string, Holders>,
  typed: string,
  counts: readonly boolean[],
): Float64Array {
  const asTyped = collect(vocabulary, typed, counts, literally);
  const maySlip = typed.length >= shortest.slip && !/\p{N}/u.test(typed);
  if (!maySlip || asTyped.some((fit) => fit > 0)) return asTyped;
  return collect(vocabulary, typed, counts, withSlips);
}

function collect(
  vocabulary: ReadonlyMap<string, Holders>,
  typed: string,
  counts: readonly boolean[],
  likeness: Likeness,
): Float64Array {
  const fits = new Float64Array(counts.length);
  for (const [word, holders] of vocabulary) {
    const alike = likeness(typed, word);
    if (alike === 0) continue;
    for (const holder of holders) {
      const place = placeIn(holder);
      const fit = alike * (holder % forWeight);
      if (counts[place] === true && fit > (fits[place] ?? 0)) fits[place] = fit;
    }
  }
  return fits;
}

function literally(typed: string, word: string): number {
  if (word.length < typed.length) return 0;
  const at = word.indexOf(typed);
  if (at === 0) return word.length === typed.length ? quality.same : quality.begin;
  return at > 0 && typed.length >= shortest.inside ? quality.inside : 0;
}

function withSlips(typed: string, word: string): number {
  // Who slips seldom does so at the first letter, but for swapping the first two.
  const beginsAlike = word[0] === typed[0] || (word[0] === typed[1] && word[1] === typed[0]);
  if (!beginsAlike) return 0;
  const most = typed.length < shortest.twoSlips ? 1 : 2;
  return isWithin(typed, word, most) ? quality.slip : 0;
}

/** Whether `typed` is the word, or how it begins, but for `most` letters too many, too few, wrong or swapped. */
function isWithin(typed: string, word: string, most: number): boolean {
  if (word.length < typed.length - most) return false;
  let [twoBack, before]: [number[], number[]] = [[], []];
  for (let at = 0; at <= typed.length + most && at <= word.length; at += 1) {
    const row = [at];
    for (let of = 1; of <= typed.length; of += 1) {
      const same = at > 0 && typed[of - 1] === word[at - 1];
      const ways = [(row[of - 1] ?? 0) + 1];
      if (at > 0) ways.push((before[of] ?? 0) + 1, (before[of - 1] ?? 0) + (same ? 0 : 1));
      const isSwapped = at > 1 && of > 1 && typed[of - 1] === word[at - 2] && typed[of - 2] === word[at - 1];
      if (isSwapped) ways.push((twoBack[of - 2] ?? 0) + 1);
      row.push(Math.min(...ways));
    }
    if ((row[typed.length] ?? most + 1) <= most) return true;
    if (Math.min(...row) > most) return false;
    [twoBack, before] = [before, row];
  }
  return false;
}
