import words from './question-words.json' with { type: 'json' };
import { bareWords } from './words.ts';

const mostWords = 20;
const mostCharacters = 160;

/**
 * The bare words of what is asked, without "hoi, ik vraag me af" before it; `undefined` when it has not the shape of
 * a question: one sentence that ends in a question mark, begins with a question word, or with a verb and who does it.
 */
export function askedIn(text: string): string[] | undefined {
  const typed = text.trim();
  if (typed.length > mostCharacters) return undefined;
  const { words: asked, opened } = withoutOpening(bareWords(typed));
  if (asked === '' || asked.split(' ').length > mostWords || !isOneSentence(typed)) return undefined;
  const isQuestion =
    opened || /\?[\s!?\p{Extended_Pictographic}\uFE0F]*$/u.test(typed) || beginsAsQuestion(asked);
  return isQuestion ? asked.split(' ') : undefined;
}

/** "Even een vraagje. Wanneer sluit het?" is one question; three sentences are an answer. */
function isOneSentence(typed: string): boolean {
  const sentences = typed.split(/[.!?]+(?:\s+|$)/).filter((sentence) => bareWords(sentence) !== '');
  const before = sentences.slice(0, -1).map(bareWords);
  return before.length <= 1 && before.every((sentence) => withoutOpening(`${sentence} x`).words === 'x');
}

function withoutOpening(sentence: string): { words: string; opened: boolean } {
  let rest = sentence;
  let opened = false;
  for (;;) {
    const opener = openers.find((each) => rest.startsWith(`${each} `));
    const before = words.before.find((each) => rest.startsWith(`${each} `));
    const gone = opener ?? before;
    if (gone === undefined) return { words: rest, opened };
    opened ||= opener !== undefined;
    rest = rest.slice(gone.length + 1);
  }
}

const openers = words.openers.toSorted((a, b) => b.length - a.length);
const verbs = new Set(words.verbs);
const subjects = new Set(words.subjects);

function beginsAsQuestion(asked: string): boolean {
  if (words.asks.some((word) => asked === word || asked.startsWith(`${word} `))) return true;
  const [first = '', second = ''] = asked.split(' ');
  return verbs.has(first) && subjects.has(second);
}
