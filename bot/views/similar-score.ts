import type { Word } from './similar-words.ts';
import { fold } from './similar-words.ts';

/** A text as it is compared. */
export interface Compared {
  title: string;
  titleWords: readonly Word[];
  /** Of title and description, each term once, the title's first. */
  words: readonly Word[];
}

export interface Likeness {
  /** 0 to 1. */
  score: number;
  /** Which words of the query it has, the most telling first. */
  shared: { word: Word; inTitle: boolean }[];
}

/** What is compared with: for each term how well it stands for itself, 0 to 1. */
export type Terms = ReadonlyMap<string, number>;

/** How much a term tells, 0 to 1. */
export type Telling = (term: string) => number;

/** Set on the tuned pairs of test/bot/views/similar-pairs.json; the held-out ones only measure. */
export const weights = {
  weak: 0.2,
  title: 1.7,
  /** A compound by its parts is less sure than the word itself. */
  parts: 0.9,
  slip: 0.85,
  /** Both texts have to cover each other; a short one within a long one counts for this much. */
  oneSided: 0.35,
  titles: 0.4,
  oneWord: 0.8,
  /** What sharing more telling words than by chance adds, for each. */
  more: 0.18,
  byChance: 1.3,
  /** Below it nothing is shown. */
  threshold: 0.25,
  /** Nor what comes less near than this part of the best. */
  besideBest: 0.5,
};

/** From here on a word counts as shared: one of two parts of a compound is enough. */
const there = 0.4;

/** Pairs of words between two texts of two sentences. */
const pairsOfShort = 500;

/** Below this, two titles have letters in common by chance. */
const titlesAlike = 0.6;

/** How much `other` resembles the query: what they share, weighed by how much it tells. */
export function likeness(query: Compared & { terms: Terms }, other: Compared, telling: Telling): Likeness {
  const all = termsOf(other.words);
  const inTitle = termsOf(other.titleWords);
  const [forth, back] = [
    covered(query.words, query.titleWords, all, telling),
    covered(other.words, other.titleWords, query.terms, telling),
  ];
  const titles = mean(
    covered(query.titleWords, query.titleWords, all, telling),
    covered(other.titleWords, other.titleWords, query.terms, telling),
  );
  const shared = query.words
    .filter((word) => !word.weak && quality(word, all) > there)
    .map((word) => ({ word, inTitle: quality(word, inTitle) > there }))
    .sort((a, b) => telling(b.word.term) - telling(a.word.term));
  const both = weights.oneSided * Math.max(forth, back) + (1 - weights.oneSided) * mean(forth, back);
  const words = (1 - weights.titles) * both + weights.titles * titles;
  const common = inCommon(
    shared.map(({ word }) => word),
    all,
  );
  const evidence = common.size === 0 ? 0 : common.size === 1 ? weights.oneWord : 1;
  const told = [...common].reduce((sum, [term, sure]) => sum + telling(term) * sure, 0);
  const more = weights.more * Math.max(0, told - byChance(query.words, other.words));
  const letters = sameLetters(query.title, other.title);
  const score = Math.max(words * evidence + more, letters < titlesAlike ? 0 : letters);
  return { score: Math.min(1, score), shared };
}

/** What two texts have in common, each thing once: a word, or the parts of a compound that are there. */
function inCommon(shared: readonly Word[], by: Terms): Map<string, number> {
  const common = new Map<string, number>();
  for (const { term, parts } of shared) {
    for (const each of by.has(term) ? [term] : parts) {
      const sure = by.get(each) ?? 0;
      if (sure > (common.get(each) ?? 0)) common.set(each, sure);
    }
  }
  return common;
}

/** How much two texts of such lengths tell in common when they have nothing to do with each other. */
function byChance(one: readonly Word[], other: readonly Word[]): number {
  const pairs = strong(one) * strong(other);
  return weights.byChance * Math.max(1, pairs / pairsOfShort) ** 0.8;
}

function strong(words: readonly Word[]): number {
  return words.filter((word) => !word.weak).length;
}

/** The terms of a text, its compounds also by their parts. */
export function termsOf(words: readonly Word[]): Map<string, number> {
  const terms = new Map<string, number>();
  for (const { parts } of words) for (const part of parts) terms.set(part, weights.parts);
  for (const { term } of words) terms.set(term, 1);
  return terms;
}

function covered(words: readonly Word[], titleWords: readonly Word[], by: Terms, telling: Telling): number {
  const inTitle = new Set(titleWords.map(({ term }) => term));
  let all = 0;
  let found = 0;
  for (const word of words) {
    const weight =
      telling(word.term) * (word.weak ? weights.weak : 1) * (inTitle.has(word.term) ? weights.title : 1);
    all += weight;
    found += weight * quality(word, by);
  }
  return all === 0 ? 0 : found / all;
}

/** How surely a word is there: as itself, or by its parts. */
function quality(word: Word, by: Terms): number {
  const itself = by.get(word.term) ?? 0;
  if (itself === 1 || word.parts.length === 0) return itself;
  const parts = word.parts.reduce((sum, part) => sum + (by.get(part) ?? 0), 0) / word.parts.length;
  return Math.max(itself, weights.parts * parts);
}

/** Dice's coefficient over pairs of letters, spaces left out: 1 is the same, and a slip or two costs little. */
function sameLetters(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  let both = 0;
  for (const [pair, count] of a) both += Math.min(count, b.get(pair) ?? 0);
  const total = sum(a) + sum(b);
  return total === 0 ? 0 : (2 * both) / total;
}

function pairsOf(text: string): Map<string, number> {
  const letters = fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '');
  const pairs = new Map<string, number>();
  for (let at = 0; at + 2 <= letters.length; at += 1) {
    const pair = letters.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function sum(counts: Map<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

/** Geometric: nothing when either is nothing. */
function mean(one: number, other: number): number {
  return Math.sqrt(one * other);
}
