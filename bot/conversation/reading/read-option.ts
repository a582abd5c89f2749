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
  for (const name of new Set([said, words])) {
    const found = named(name, options);
    if (found.length > 0) return found;
  }
  return mentioned(words, options);
}

const mostCharacters = 300;

function named(words: string, options: readonly Nameable[]): string[] {
  const exact = valuesWith(options, (name) => squeezed(name) === squeezed(words));
  if (exact.length > 0) return exact;
  const begun = valuesWith(options, (name) => hasWordsBeginning(name, words));
  return begun.length > 0 ? begun : nearest(options, words);
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

function valuesWith(options: readonly Nameable[], matches: (name: string) => boolean): string[] {
  return options.filter(({ names }) => names.some(matches)).map(({ value }) => value);
}

/** Those that have a word of their own in the sentence: a long one that no other option has. */
function mentioned(words: string, options: readonly Nameable[]): string[] {
  const said = words.split(' ');
  if (said.length < 2 || said.some((word) => meant.negations.includes(word))) return [];
  const parts = options.map(({ names }) => new Set(names.flatMap((name) => bareWords(name).split(' '))));
  const found = options.filter((_option, index) =>
    [...(parts[index] ?? [])].some(
      (part) =>
        part.length > 4 &&
        !parts.some((others, other) => other !== index && others.has(part)) &&
        said.some((word) => word === part || (part.length > 5 && word.startsWith(part))),
    ),
  );
  return found.map(({ value }) => value);
}

/** Whether each word is the beginning of a word of the name. */
function hasWordsBeginning(name: string, words: string): boolean {
  const parts = bareWords(name).split(' ');
  const wanted = words.split(' ');
  if (wanted.join('').length < 3) return false;
  return wanted.every((word) => parts.some((part) => part.startsWith(word)));
}

/** One mistake in five letters, two in eight: in the name, or else in a long word of it. */
function nearest(options: readonly Nameable[], words: string): string[] {
  const whole = nearestBy(options, words, (name) => [squeezed(name)]);
  return whole.length > 0 ? whole : nearestBy(options, words, longWords);
}

function nearestBy(
  options: readonly Nameable[],
  words: string,
  partsOf: (name: string) => readonly string[],
): string[] {
  const typed = squeezed(words);
  const most = typed.length >= 8 ? 2 : typed.length >= 5 ? 1 : 0;
  const distances = options.map(({ value, names }) => ({
    value,
    distance: Math.min(...names.flatMap(partsOf).map((part) => distanceUpTo(most, typed, part))),
  }));
  const least = Math.min(...distances.map(({ distance }) => distance));
  if (least > most) return [];
  return distances.filter(({ distance }) => distance === least).map(({ value }) => value);
}

/** More than `most` is said to be infinitely far: lengths tell that at once. */
function distanceUpTo(most: number, typed: string, part: string): number {
  return Math.abs(typed.length - part.length) > most ? Infinity : editDistance(typed, part);
}

function longWords(name: string): string[] {
  return bareWords(name)
    .split(' ')
    .filter((word) => word.length > 5);
}
