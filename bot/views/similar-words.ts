import { stemmer } from '@orama/stemmers/dutch';
import { municipalities } from '../domain/municipality/municipality.ts';
import lists from './similar-words.json' with { type: 'json' };

/** One word of a text, reduced to what it is compared by. */
export interface Word {
  /** What it is compared by: its stem, or what stands for all words that mean the same. */
  term: string;
  /** What a compound is made of, as terms; empty when it is none. */
  parts: string[];
  /** Found in nearly every initiative: says little. */
  weak: boolean;
  /** As it was typed, in lower case. */
  typed: string;
}

const shortest = 2;
/** Of a part of a compound, in letters: shorter ones are found in everything. */
const shortestPart = 4;

/** Of different words as they are typed. */
const mostReadings = 200_000;
const readings = new Map<string, Word | undefined>();

const stops = new Set(lists.stop.map(fold));
const places = placeNames();
const meaning = meanings();
const weak = new Set(lists.weak.map(termOf));
const parts = new Set([
  ...meaning.keys(),
  ...meaning.values(),
  ...[...lists.weak, ...lists.parts].map(termOf),
]);

/** The words of a text that can make it resemble another, each term once, in order. Dutch, and English as far as the lists go. */
export function wordsOf(text: string): Word[] {
  const words = new Map<string, Word>();
  for (const [typed] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu)) {
    const word = read(typed);
    if (word !== undefined && !words.has(word.term)) words.set(word.term, word);
  }
  return [...words.values()];
}

/** The same words come again and again, and stemming is slow: one reading of each, shared by all texts. */
function read(typed: string): Word | undefined {
  const before = readings.get(typed);
  if (before !== undefined || readings.has(typed)) return before;
  if (readings.size >= mostReadings) readings.clear();
  const folded = fold(typed);
  const silent = folded.length < shortest || stops.has(folded) || places.has(folded) || /^\d+$/u.test(folded);
  const term = termOf(folded);
  const word = silent ? undefined : { term, parts: partsOf(folded), weak: weak.has(term), typed };
  readings.set(typed, word);
  return word;
}

/** Lower case without accents: `Één` is `een`. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\p{M}'’]/gu, '');
}

/**
 * The terms of the words that a compound is written from, with the letters that Dutch puts in between:
 * `buurtbudget`, `jongerenraad`, `stadskantoor`. Two parts, or three when the second is one itself.
 * @param knows whether a term is a word by itself; the words of the lists unless told
 */
export function partsOf(folded: string, knows = isListed, depth = 2): string[] {
  for (let at = folded.length - shortestPart; at >= shortestPart; at -= 1) {
    const left = leftTerm(folded.slice(0, at), knows);
    if (left === undefined) continue;
    const right = folded.slice(at);
    if (knows(termOf(right))) return [left, termOf(right)];
    const more = depth > 1 ? partsOf(right, knows, depth - 1) : [];
    if (more.length > 0) return [left, ...more];
  }
  return [];
}

/** Whether a term is a word that compounds are made of, whatever the index has. */
export function isListed(term: string): boolean {
  return parts.has(term);
}

function leftTerm(left: string, knows: (term: string) => boolean): string | undefined {
  const ways = [left, left.replace(/s$/u, ''), left.replace(/en$/u, ''), left.replace(/e$/u, '')];
  return ways
    .filter((way) => way.length >= shortestPart)
    .map(termOf)
    .find(knows);
}

/** What a word is compared by. */
export function termOf(word: string): string {
  const stem = stemOf(word);
  return meaning.get(stem) ?? stem;
}

/** The stemmer leaves a plural after a vowel as it is: `balies`, `foto's`. */
function stemOf(word: string): string {
  return stemmer(fold(word).replace(/(?<=[a-z]{3})(?<=ie|je|[^aeiou][ao])s$/u, ''));
}

/** Stem → the stem of the first of its group. */
function meanings(): Map<string, string> {
  return new Map(
    lists.alike.flatMap(([first = '', ...others]) =>
      [first, ...others].map((word): [string, string] => [stemOf(word), stemOf(first)]),
    ),
  );
}

/** Where it was done makes no likeness. Names of several words, and names that are words too, are left in. */
function placeNames(): Set<string> {
  const words = new Set(lists.placesThatAreWords);
  const names = municipalities.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]).map(fold);
  return new Set(names.filter((name) => !/[\s-]/u.test(name) && !words.has(name)));
}
