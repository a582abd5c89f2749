import type { Language } from '../domain/person.ts';
import type { TextKey, TextValues } from '../texts/texts.ts';
import { isTextKey, text } from '../texts/texts.ts';
import { bareLine, plainLine } from './escape.ts';

/** Of one value: an organiser's consent statement is the longest. */
const most = 600;
const mostSummary = 400;

/** A sentence for a card, with what people typed in it made safe. */
export function saidSafely(language: Language, key: TextKey, values: TextValues = {}): string {
  const safe = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? plainLine(value, most) : value,
  ]);
  // @NOTE the values of an object of strings and numbers, mapped to strings and numbers
  return text(language, key, Object.fromEntries(safe) as TextValues);
}

/** A stored sentence; empty when this version of the app does not know it any more. */
export function storedSaid(language: Language, said: Stored): string {
  return isTextKey(said.text) ? saidSafely(language, said.text, said.values) : '';
}

/** The same where Teams draws no Markdown: a notification. */
export function storedPlainly(language: Language, said: Stored): string {
  if (!isTextKey(said.text)) return '';
  return bareLine(text(language, said.text, said.values).replaceAll('**', ''), mostSummary);
}

interface Stored {
  text: string;
  values: TextValues;
}
