import meant from './option-words.json' with { type: 'json' };
import { editDistance } from './slips.ts';
import { bareWords, squeezed } from './words.ts';

/** Something to choose, with all that people call it. */
export interface Nameable {
  value: string;
  names: readonly string[];
}

const ordinals: Record<string, number> = {
  eerste: 1, tweede: 2, derde: 3, vierde: 4, vijfde: 5, zesde: 6,
  first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6,
  een: 1, twee: 2, drie: 3, vier: 4, vijf: 5, zes: 6,
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6,
  a: 1, b: 2, c: 3, d: 4, e: 5, f: 6,
}; // prettier-ignore

/**
 * The options that somebody may mean by a number, a name, the beginning of a word of it, a name with a typing error,
 * or a sentence with one of them in it: none, one, or several.
 */
export function readOption(typed: string, options: readonly Nameable[]): string[] {
  const said = bareWords(typed.slice(0, mostCharacters));
  const words = essence(said);
  if (words === '') return [];
  const byNumber = options.at(placeOf(words, options.length));
  if (byNumber !== undefined) return [byNumber.value];
  const known = knownBy(options);
  for (const name of new Set([said, words])) {
    const found = named(name, known);
    if (found.length > 0) return found;
  }
  return mentioned(words, known);
}

const mostCharacters = 300;

/** An option with its names as they are compared. */
interface Known {
  value: string;
  squeezed: string[];
  /** The words of each name. */
  words: string[][];
  all: Set<string>;
}

const prepared = new WeakMap<readonly Nameable[], Known[]>();

/** There are hundreds of municipalities, and they are the same each time. */
function knownBy(options: readonly Nameable[]): Known[] {
  const kept = prepared.get(options);
  if (kept !== undefined) return kept;
  const known = options.map(({ value, names }) => {
    const words = names.map((name) => bareWords(name).split(' '));
    return { value, squeezed: names.map(squeezed), words, all: new Set(words.flat()) };
  });
  prepared.set(options, known);
  return known;
}

function named(words: string, options: readonly Known[]): string[] {
  const typed = squeezed(words);
  const exact = valuesOf(options.filter((option) => option.squeezed.includes(typed)));
  if (exact.length > 0) return exact;
  const begun = valuesOf(options.filter((option) => hasWordsBeginning(option, words)));
  return begun.length > 0 ? begun : nearest(options, typed);
}

function valuesOf(options: readonly Known[]): string[] {
  return options.map(({ value }) => value);
}

const lead = anyOf(meant.before, '^(?:', ') ');
const trail = anyOf(meant.after, ' (?:', ')$');

function anyOf(phrases: readonly string[], before: string, after: string): RegExp {
  return new RegExp(`${before}${phrases.toSorted((a, b) => b.length - a.length).join('|')}${after}`);
}

/** Without "doe maar de" before it and "graag" after it. */
function essence(said: string): string {
  let words = said;
  for (let before = ''; before !== words;) {
    before = words;
    words = words.replace(lead, '').replace(trail, '');
  }
  return words;
}

/** Where in the list it is, from 0; out of reach when it is no number. */
function placeOf(words: string, count: number): number {
  if (meant.last.includes(words)) return count > 0 ? count - 1 : Infinity;
  const [, digits] = /^(\d{1,2}) ?(?:e|de|ste|st|nd|rd|th)?$/.exec(words) ?? [];
  const number = digits === undefined ? ordinals[words.replace(/ (een|one)$/, '')] : Number(digits);
  return number === undefined || number < 1 ? Infinity : number - 1;
}

/** Those that have a word of their own in the sentence: a long one that no other option has. */
function mentioned(words: string, options: readonly Known[]): string[] {
  const said = words.split(' ');
  if (said.length < 2 || said.some((word) => meant.negations.includes(word))) return [];
  const isSaid = (part: string) =>
    part.length > 4 && said.some((word) => word === part || (part.length > 5 && word.startsWith(part)));
  const isOwn = (part: string) => options.filter(({ all }) => all.has(part)).length === 1;
  return valuesOf(options.filter(({ all }) => [...all].some((part) => isSaid(part) && isOwn(part))));
}

/** Whether each word is the beginning of a word of one of its names. */
function hasWordsBeginning(option: Known, words: string): boolean {
  const wanted = words.split(' ');
  if (wanted.join('').length < 3) return false;
  return option.words.some((parts) => wanted.every((word) => parts.some((part) => part.startsWith(word))));
}

/** One mistake in five letters, two in eight: in the name, or else in a long word of it. */
function nearest(options: readonly Known[], typed: string): string[] {
  const whole = nearestBy(options, typed, (option) => option.squeezed);
  return whole.length > 0
    ? whole
    : nearestBy(options, typed, ({ all }) => [...all].filter((word) => word.length > 5));
}

function nearestBy(
  options: readonly Known[],
  typed: string,
  partsOf: (option: Known) => readonly string[],
): string[] {
  const most = typed.length >= 8 ? 2 : typed.length >= 5 ? 1 : 0;
  const distances = options.map((option) => ({
    value: option.value,
    distance: Math.min(...partsOf(option).map((part) => distanceUpTo(most, typed, part))),
  }));
  const least = Math.min(...distances.map(({ distance }) => distance));
  if (least > most) return [];
  return distances.filter(({ distance }) => distance === least).map(({ value }) => value);
}

/** More than `most` is said to be infinitely far: lengths tell that at once. */
function distanceUpTo(most: number, typed: string, part: string): number {
  return Math.abs(typed.length - part.length) > most ? Infinity : editDistance(typed, part);
}
