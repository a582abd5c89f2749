import type { ConditionAnswer } from '../../domain/submission/submission.ts';
import { isUnsure, isYes } from '../reading/read-yes-no.ts';
import { bareWords } from '../reading/words.ts';
import meant from './answer-words.json' with { type: 'json' };

type Said = ConditionAnswer | undefined;

type Token =
  | { kind: 'side'; side: ConditionAnswer }
  | { kind: 'number'; number: number }
  | { kind: 'all' | 'rest' | 'except' };

const mostCharacters = 300;

/**
 * What somebody answers to so many numbered questions at once: "ja op alles", "alles ja behalve 4", "1 ja 2 nee",
 * "ja ja nee". One for each question, `undefined` for what was not answered.
 * @returns `undefined` when it can't be read like this
 */
export function readAnswers(typed: string, count: number): Said[] | undefined {
  if (typed.length > mostCharacters) return undefined;
  const tokens = tokensIn(typed, count);
  return (tokens && readTokens(tokens, count)) ?? readWhole(typed, count);
}

/** "jazeker", "geen idee": one answer to all. */
function readWhole(typed: string, count: number): Said[] | undefined {
  if (isYes(typed)) return Array<Said>(count).fill('yes');
  return isUnsure(typed) ? Array<Said>(count).fill('unsure') : undefined;
}

function readTokens(tokens: readonly Token[], count: number): Said[] | undefined {
  const sides = tokens.flatMap((token) => (token.kind === 'side' ? [token.side] : []));
  if (sides.length === tokens.length) return sides.length === count ? sides : undefined;
  return answersOf(tokens, count);
}

function answersOf(tokens: readonly Token[], count: number): Said[] | undefined {
  const cut = tokens.findIndex(({ kind }) => kind === 'except');
  const said = Array<Said>(count).fill(undefined);
  const main = cut < 1 ? tokens.filter(({ kind }) => kind !== 'except') : tokens.slice(0, cut);
  const side = fillIn(said, main);
  if (side === undefined) return undefined;
  if (cut < 1) return said;
  const exception = tokens.slice(cut + 1);
  const hasSide = exception.some(({ kind }) => kind === 'side');
  const opposite: Token = { kind: 'side', side: side === 'yes' ? 'no' : 'yes' };
  return fillIn(said, hasSide ? exception : [...exception, opposite]) === undefined ? undefined : said;
}

/** Either each answer stands behind its numbers, or each stands before them. @returns the last answer */
function fillIn(said: Said[], tokens: readonly Token[]): ConditionAnswer | undefined {
  const [first] = tokens;
  const spoken = first?.kind === 'side' ? tokens : tokens.toReversed();
  let side: ConditionAnswer | undefined;
  let used = true;
  let rest: ConditionAnswer | undefined;
  for (const token of spoken) {
    if (token.kind === 'side') {
      if (!used) return undefined;
      side = token.side;
      used = false;
      continue;
    }
    if (side === undefined) return undefined;
    used = true;
    if (token.kind === 'number') said[token.number - 1] = side;
    else if (token.kind === 'all') said.fill(side);
    else rest = side;
  }
  if (rest !== undefined) for (const [index, each] of said.entries()) said[index] = each ?? rest;
  return used ? side : undefined;
}

const sides = ['yes', 'no', 'unsure'] as const;
const fillers = new Set(meant.fillers);
const phrases = Object.entries(meant.phrases).flatMap(([word, all]) =>
  all.map((phrase) => ({ word, phrase })),
);

function tokensIn(typed: string, count: number): Token[] | undefined {
  const ranged = typed.replace(
    /(\d)\s*(?:[-–]|t\/m|tot en met|to|tot)\s*(\d)/giu,
    (_, from: string, to: string) => numbersBetween(Number(from), Number(to)).join(' '),
  );
  let words = ` ${bareWords(ranged.replace(/\?/g, ' weetniet '))} `;
  for (const { word, phrase } of phrases) words = words.replaceAll(` ${phrase} `, ` ${word} `);
  const tokens: Token[] = [];
  for (const word of words.trim().split(' ')) {
    if (fillers.has(word)) continue;
    const token = tokenOf(word, count);
    if (token === undefined) return undefined;
    tokens.push(token);
  }
  return tokens;
}

function numbersBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

function tokenOf(word: string, count: number): Token | undefined {
  const side = sides.find((each) => meant[each].includes(word));
  if (side !== undefined) return { kind: 'side', side };
  const number = /^\d{1,2}$/.test(word) ? Number(word) : meant.ordinals.indexOf(word) + 1;
  if (number >= 1 && number <= count) return { kind: 'number', number };
  const kind = (['all', 'rest', 'except'] as const).find((each) => meant[each].includes(word));
  return kind && { kind };
}
