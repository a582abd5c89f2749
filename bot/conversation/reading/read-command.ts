import sentences from './command-sentences.json' with { type: 'json' };
import type { AnswerKind } from './phrasebook.ts';
import { createPhrasebook, undrawled } from './phrasebook.ts';
import frames from './sentence-words.json' with { type: 'json' };
import { isSlip } from './slips.ts';
import { bareWords } from './words.ts';
import meant from './words-meant.json' with { type: 'json' };

export { isNo, isUnsure, isYes } from './read-yes-no.ts';

/** What works at every question, in Dutch and English. */
export type Command = keyof typeof meant.commands;

/** The command that somebody typed and nothing else, small slips and courtesies aside. */
export function readCommand(text: string): Command | undefined {
  if (text.length > mostCharacters) return undefined;
  const words = essence(text);
  return unlessAsked(exactly.get(bareWords(text)) ?? exactly.get(words) ?? slipped(words), text);
}

/**
 * The command in a sentence that is about the conversation: "kun je een stap terug gaan?", "sla deze vraag maar over".
 * Where any words may be the answer, it has to speak to the bot or of its questions; "Terug naar de buurt" is a title.
 */
export function readCommandIn(text: string, at: AnswerKind = 'free-text'): Command | undefined {
  const command = unlessAsked(phrasebook.inSentence(text, at), text);
  // Where a title is asked, "Mag ik meedoen?" is one.
  return command === 'new' && at === 'free-text' ? undefined : command;
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

const mostCharacters = 300;
const article = /^(de|het|the|mijn|my) /;

const exactly = new Map<string, Command>(
  entriesOf(meant.commands).flatMap(([command, phrases]) =>
    phrases.map((phrase) => [phrase, command] as const),
  ),
);

const phrasebook = createPhrasebook([meant.commands, sentences]);

/** Handing in can't be undone by a word: "kan ik al indienen?" asks whether, and is not the wish itself. */
function unlessAsked(command: Command | undefined, text: string): Command | undefined {
  if (command !== 'hand-in') return command;
  const words = bareWords(text);
  return frames.asking.some((frame) => words.startsWith(`${frame} `)) ? undefined : command;
}

function slipped(words: string): Command | undefined {
  const found = new Set<Command>();
  for (const [phrase, command] of exactly) if (isSlip(words, phrase)) found.add(command);
  return found.size === 1 ? [...found][0] : undefined;
}

/** The words without "ik wil graag" before and "alstublieft" after. */
function essence(text: string): string {
  let words = undrawled(bareWords(text));
  for (const before of meant.courtesyBefore) {
    if (words.startsWith(`${before} `)) words = words.slice(before.length + 1);
  }
  for (const after of meant.courtesyAfter) {
    if (words.endsWith(` ${after}`)) words = words.slice(0, -after.length - 1);
  }
  return words;
}

function entriesOf<K extends string, V>(record: Record<K, V>): [K, V][] {
  // @NOTE a literal of ours: its keys are the ones that its type says
  return Object.entries(record) as [K, V][];
}
