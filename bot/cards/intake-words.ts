import type { Words } from '../conversation/wording.ts';
import { wordsText } from '../conversation/wording.ts';
import type { Language } from '../domain/person.ts';
import type { TextValues } from '../texts/texts.ts';
import { bareLine, plain } from './escape.ts';
import { saidSafely } from './said-safely.ts';

/** As long as an organiser may write. */
const mostSaid = 1_000;

/** Words for a card: what an organiser wrote is made safe, and so is what people typed that is said in ours. */
export function wordsSafely(language: Language, words: Words, values: TextValues = {}): string {
  if (typeof words === 'string') return saidSafely(language, words, values);
  return plain(Array.from(wordsText(language, words)).slice(0, mostSaid).join(''));
}

/** The same on one line, where Teams draws no Markdown: labels, titles of buttons, summaries. */
export function wordsLine(language: Language, words: Words, most = 200): string {
  return bareLine(wordsText(language, words), most);
}
