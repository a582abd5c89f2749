import MiniSearch from 'minisearch';
import SearchableMap from 'minisearch/SearchableMap';
import type { Compared, Likeness, Terms } from './similar-score.ts';
import { likeness, termsOf, weights } from './similar-score.ts';
import type { Word } from './similar-words.ts';
import { fold, isListed, partsOf, termOf, wordsOf } from './similar-words.ts';

/** Texts by how much they resemble another. It knows nothing of who may see what. */
export interface SimilarTexts {
  /** Puts a text in, in place of the one that was there under this key. */
  put(key: string, title: string, description: string): void;
  remove(key: string): void;
  /** Those that resemble it enough, best first; `may` is asked before one counts. */
  like(title: string, description: string, may: (key: string) => boolean, most: number): Found[];
}

interface Found extends Likeness {
  key: string;
}

/** How many places of terms are looked at for a question: rare terms first, so that it takes as long in a large index. */
const mostPlaces = 2_500;
/** Of a text: what it is about comes first, and what long texts share by chance later. */
const mostWords = 60;
/** How many of what shares a term are compared in full. */
const mostCompared = 40;
/** Letters: a shorter word with a slip is another word. */
const shortestSlip = 5;
const longSlip = 8;

/** A copy of the terms of all texts, in memory. */
export function createSimilarTexts(): SimilarTexts {
  const texts = new Map<string, Compared>();
  /** In how many texts a term is. */
  const counts = new Map<string, number>();
  /** The terms of titles, to find the one that somebody meant to type. */
  const spellings = new SearchableMap<true>();
  const search = new MiniSearch<{ key: string; title: string; rest: string }>({
    idField: 'key',
    fields: ['title', 'rest'],
    tokenize: (terms) => terms.split(' '),
    processTerm: (term) => term,
    searchOptions: { boost: { title: weights.title }, combineWith: 'OR' },
  });
  const telling = (term: string) => tellingOf(counts.get(term) ?? 0, texts.size);

  const remove = (key: string) => {
    const before = texts.get(key);
    if (before === undefined) return;
    texts.delete(key);
    search.discard(key);
    for (const term of termsOf(before.words).keys()) counts.set(term, (counts.get(term) ?? 1) - 1);
  };

  const put = (key: string, title: string, description: string) => {
    remove(key);
    const text = compared(title, description);
    texts.set(key, text);
    const inTitle = termsOf(text.titleWords);
    const all = [...termsOf(text.words).keys()];
    for (const term of all) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const term of inTitle.keys()) if (term.length >= shortestSlip) spellings.set(term, true);
    const rest = all.filter((term) => !inTitle.has(term));
    search.add({ key, title: [...inTitle.keys()].join(' '), rest: rest.join(' ') });
  };

  const candidates = (terms: Terms, weak: ReadonlySet<string>) => {
    const { rare, inTitles } = rarest(terms, counts, weak);
    const fields = inTitles ? { fields: ['title'] } : {};
    // @NOTE minisearch types ids as any; ours are the keys that were put in
    return search.search(rare.join(' '), fields).map(({ id }) => id as string);
  };

  return {
    put,
    remove,
    like(title, description, may, most) {
      const query = asked(compared(title, description), counts, spellings);
      const weak = new Set(query.words.filter((word) => word.weak).map(({ term }) => term));
      const once = remembered(telling);
      const found = first(candidates(query.terms, weak), mostCompared, may)
        .flatMap((key) => {
          const text = texts.get(key);
          return text === undefined ? [] : [{ key, ...likeness(query, text, once) }];
        })
        .sort((a, b) => b.score - a.score);
      const least = Math.max(weights.threshold, weights.besideBest * (found[0]?.score ?? 0));
      return found.filter(({ score }) => score >= least).slice(0, most);
    },
  };
}

function compared(title: string, description: string): Compared {
  return {
    title,
    titleWords: wordsOf(title),
    words: wordsOf(`${title}\n${description}`).slice(0, mostWords),
  };
}

/** 1 for a term in no text or one, towards 0 for a term in all (the logarithm of rarity, as in BM25). */
function tellingOf(texts: number, all: number): number {
  return Math.min(1, Math.log(1 + (all + 1) / (texts + 1)) / Math.log(2 + all / 2));
}

/** What is asked, read with what the index knows: compounds, words written apart, slips of the finger. */
function asked(text: Compared, counts: ReadonlyMap<string, number>, spellings: SearchableMap<true>) {
  const knows = (term: string) => isListed(term) || (counts.get(term) ?? 0) > 0;
  const split = (word: Word): Word =>
    word.parts.length > 0 ? word : { ...word, parts: partsOf(fold(word.typed), knows) };
  const titleWords = text.titleWords.map(split);
  const words = text.words.map(split);
  const terms = termsOf(words);
  const add = (term: string) => terms.set(term, Math.max(terms.get(term) ?? 0, weights.slip));
  for (const term of joined(titleWords)) if ((counts.get(term) ?? 0) > 0) add(term);
  const slips = new Map<string, string[]>();
  for (const { term } of titleWords) {
    if (term.length < shortestSlip || knows(term)) continue;
    const meant = [...spellings.fuzzyGet(term, term.length < longSlip ? 1 : 2)]
      .sort(([, [, one]], [, [, other]]) => one - other)
      .map(([spelling]) => spelling);
    slips.set(term, meant);
    meant.forEach(add);
  }
  return { title: text.title, titleWords: meantBy(titleWords, slips), words: meantBy(words, slips), terms };
}

/** A slip stands for what it comes nearest to. */
function meantBy(words: readonly Word[], slips: ReadonlyMap<string, readonly string[]>): Word[] {
  return words.map((word) => ({ ...word, term: slips.get(word.term)?.[0] ?? word.term }));
}

/** What two words of a title would be when written as one: "budget voor de buurt" and `buurtbudget`. */
function joined(words: readonly Word[]): string[] {
  const typed = words.map((word) => fold(word.typed));
  return typed.flatMap((left) =>
    typed
      .filter((right) => right !== left)
      .flatMap((right) => ['', 's', 'en'].map((between) => termOf(left + between + right))),
  );
}

/** The terms to look for: the rarest first, as many as the places allow. Where even the rarest has more, titles must do. */
function rarest(
  terms: Terms,
  counts: ReadonlyMap<string, number>,
  weak: ReadonlySet<string>,
): { rare: string[]; inTitles: boolean } {
  const known = [...terms.keys()]
    .map((term) => ({ term, count: counts.get(term) ?? 0 }))
    .filter(({ term, count }) => count > 0 && !weak.has(term))
    .sort((a, b) => a.count - b.count);
  let places = 0;
  const rare = known.filter(({ count }) => (places += count) <= mostPlaces);
  const inTitles = rare.length === 0;
  return { rare: (inTitles ? known.slice(0, 1) : rare).map(({ term }) => term), inTitles };
}

function first<T>(all: readonly T[], most: number, may: (one: T) => boolean): T[] {
  const taken: T[] = [];
  for (const one of all) {
    if (taken.length === most) break;
    if (may(one)) taken.push(one);
  }
  return taken;
}

function remembered(telling: (term: string) => number): (term: string) => number {
  const known = new Map<string, number>();
  return (term) => {
    const before = known.get(term);
    if (before !== undefined) return before;
    const value = telling(term);
    known.set(term, value);
    return value;
  };
}
