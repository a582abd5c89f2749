import asides from './asides.json' with { type: 'json' };
import type { AnswerKind } from './phrasebook.ts';
import { askedIn } from './question.ts';
import questionWords from './question-words.json' with { type: 'json' };
import { isSlip } from './slips.ts';

/** What people ask in the middle of something else. */
export type AsideId = keyof typeof asides;

/**
 * Which question somebody asks in between: "tot wanneer kan ik insturen?". It has to look like a question, and its
 * words have to be about that subject; where any words may be the answer all of them, or all but one when somebody
 * asks it about themselves.
 */
export function readAside(text: string, at: AnswerKind = 'free-text'): AsideId | undefined {
  const asked = askedIn(text);
  if (asked === undefined) return undefined;
  const mostOther = at === 'choice' ? 2 : asked.some((word) => ourselves.has(word)) ? 1 : 0;
  const fitting = subjects.flatMap((subject) => {
    const weight = Math.max(0, ...subject.patterns.map((pattern) => weightOf(pattern, asked)));
    const other = asked.filter((word) => !isAbout(word, subject)).length;
    return weight > (other > 0 ? 1 : 0) && other <= mostOther
      ? [{ id: subject.id, weight: weight - other }]
      : [];
  });
  const most = Math.max(...fitting.map(({ weight }) => weight));
  return fitting.find(({ weight }) => weight === most)?.id;
}

/** Words of which one has to be there; "indien*" stands for all that begins like it, "hoe lang" for both in a row. */
type Alternatives = { word: string; begins: boolean }[];

const ourselves = new Set(questionWords.ourselves);

interface Subject {
  id: AsideId;
  patterns: Alternatives[][];
  /** All that may be said about it. */
  known: Set<string>;
  begins: string[];
}

const subjects = Object.entries(asides).map(([id, { patterns, words }]): Subject => {
  const parsed = patterns.map((pattern) => pattern.split(' ').map(alternativesOf));
  const all = parsed.flat(2);
  const known = all.flatMap(({ word, begins }) => (begins ? [] : word.split(' ')));
  return {
    // @NOTE a literal of ours: its keys are the ones that its type says
    id: id as AsideId,
    patterns: parsed,
    known: new Set([...known, ...words.split(' '), ...questionWords.empty]),
    begins: all.filter(({ begins }) => begins).map(({ word }) => word),
  };
});

function alternativesOf(part: string): Alternatives {
  return part.split('|').map((each) => ({
    word: each.replace(/\*$/, '').replaceAll('_', ' '),
    begins: each.endsWith('*'),
  }));
}

/** How much of the question the pattern explains; 0 when it does not fit. */
function weightOf(pattern: readonly Alternatives[], asked: readonly string[]): number {
  const fits = pattern.every((alternatives) => alternatives.some((each) => isIn(each, asked)));
  return fits ? pattern.reduce((sum, alternatives) => sum + lengthIn(alternatives, asked), 0) : 0;
}

function lengthIn(alternatives: Alternatives, asked: readonly string[]): number {
  return Math.max(
    ...alternatives.filter((each) => isIn(each, asked)).map(({ word }) => word.split(' ').length),
  );
}

function isIn({ word, begins }: Alternatives[number], asked: readonly string[]): boolean {
  if (word.includes(' ')) return ` ${asked.join(' ')} `.includes(` ${word} `);
  return asked.some((each) => isLike(each, word) || (begins && each.startsWith(word)));
}

function isAbout(word: string, { known, begins }: Subject): boolean {
  if (known.has(word) || begins.some((begin) => word.startsWith(begin))) return true;
  return word.length >= 5 && [...known].some((each) => isLike(word, each));
}

/** A slip of the finger counts in longer words only: "deadlnie", but not "dit" for "dat". */
function isLike(typed: string, word: string): boolean {
  return typed === word || (word.length >= 6 && isSlip(typed, word));
}
