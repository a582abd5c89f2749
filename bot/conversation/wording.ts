import type { LocalText } from '../domain/edition/edition.ts';
import { localText } from '../domain/edition/edition.ts';
import type { Language } from '../domain/person.ts';
import type { TextKey, TextValues } from '../texts/texts.ts';
import { text } from '../texts/texts.ts';

/** Words to somebody: ours, by the key of the text, or those of an organiser, as they wrote them. */
export type Words = TextKey | { said: LocalText };

/**
 * Words in somebody's language, without what makes them safe to stand in a card.
 * @param values for words of ours; an organiser's are said as they are
 */
export function wordsText(language: Language, words: Words, values: TextValues = {}): string {
  return typeof words === 'string' ? text(language, words, values) : localText(words.said, language);
}
