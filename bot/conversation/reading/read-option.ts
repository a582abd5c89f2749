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
 * The options that somebody may mean by a number, a name, the beginning of a word of it, or a name with a typing
 * error: none, one, or several.
 */
export function readOption(typed: string, options: readonly Nameable[]): string[] {
  const words = bareWords(typed).replace(
    /^(de|het|the|optie|option|nummer|nr|number|categorie|category) /,
    '',
  );
  if (words === '') return [];
  const byNumber = options[numberOf(words) - 1];
  if (byNumber !== undefined) return [byNumber.value];
  const exact = valuesWith(options, (name) => squeezed(name) === squeezed(words));
  if (exact.length > 0) return exact;
  const begun = valuesWith(options, (name) => hasWordsBeginning(name, words));
  if (begun.length > 0) return begun;
  return nearest(options, words);
}

function numberOf(words: string): number {
  return /^\d{1,2}$/.test(words) ? Number(words) : (ordinals[words.replace(/ (een|one)$/, '')] ?? 0);
}

function valuesWith(options: readonly Nameable[], matches: (name: string) => boolean): string[] {
  return options.filter(({ names }) => names.some(matches)).map(({ value }) => value);
}

/** Whether each word is the beginning of a word of the name. */
function hasWordsBeginning(name: string, words: string): boolean {
  const parts = bareWords(name).split(' ');
  const wanted = words.split(' ');
  if (wanted.join('').length < 3) return false;
  return wanted.every((word) => parts.some((part) => part.startsWith(word)));
}

/** One mistake in five letters, two in eight. */
function nearest(options: readonly Nameable[], words: string): string[] {
  const typed = squeezed(words);
  const most = typed.length >= 8 ? 2 : typed.length >= 5 ? 1 : 0;
  const distances = options.map(({ value, names }) => ({
    value,
    distance: Math.min(...names.map((name) => editDistance(typed, squeezed(name)))),
  }));
  const least = Math.min(...distances.map(({ distance }) => distance));
  if (least > most) return [];
  return distances.filter(({ distance }) => distance === least).map(({ value }) => value);
}
