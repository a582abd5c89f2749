import { isSlip } from './slips.ts';
import { bareWords } from './words.ts';
import meant from './words-meant.json' with { type: 'json' };

/** What works at every question, in Dutch and English. */
export type Command = keyof typeof meant.commands;

/** The command that somebody typed and nothing else, small slips and courtesies aside. */
export function readCommand(text: string): Command | undefined {
  const words = essence(text);
  return exactly.get(words) ?? slipped(words);
}

export function isYes(text: string): boolean {
  return isSign(text, meant.yesSigns) || meant.yes.includes(once(bareWords(text)));
}

export function isNo(text: string): boolean {
  return isSign(text, meant.noSigns) || meant.no.includes(once(bareWords(text)));
}

/** What is left of "wijzig de titel": "titel". `undefined` when nothing is asked to be changed. */
export function readChange(text: string): string | undefined {
  const words = bareWords(text);
  for (const word of meant.change) {
    if (words.startsWith(`${word} `)) return words.slice(word.length + 1).replace(article, '');
    if (words.endsWith(` ${word}`)) return words.slice(0, -word.length - 1).replace(article, '');
  }
  return undefined;
}

const article = /^(de|het|the|mijn|my) /;

const exactly = new Map<string, Command>(
  entriesOf(meant.commands).flatMap(([command, phrases]) =>
    phrases.map((phrase) => [phrase, command] as const),
  ),
);

function slipped(words: string): Command | undefined {
  const found = new Set<Command>();
  for (const [phrase, command] of exactly) if (isSlip(words, phrase)) found.add(command);
  return found.size === 1 ? [...found][0] : undefined;
}

/** The words without "ik wil graag" before and "alstublieft" after. */
function essence(text: string): string {
  let words = once(bareWords(text));
  for (const before of meant.courtesyBefore) {
    if (words.startsWith(`${before} `)) words = words.slice(before.length + 1);
  }
  for (const after of meant.courtesyAfter) {
    if (words.endsWith(` ${after}`)) words = words.slice(0, -after.length - 1);
  }
  return words;
}

/** "hoiii" is "hoi". */
function once(words: string): string {
  return words.replace(/(\p{L})\1{2,}/gu, '$1');
}

function isSign(text: string, signs: readonly string[]): boolean {
  const bare = text.replace(/[\u{1F3FB}-\u{1F3FF}\uFE0F\s]/gu, '');
  return signs.some((sign) => bare !== '' && bare.replaceAll(sign, '') === '');
}

function entriesOf<K extends string, V>(record: Record<K, V>): [K, V][] {
  // @NOTE a literal of ours: its keys are the ones that its type says
  return Object.entries(record) as [K, V][];
}
