import { IntlMessageFormat } from 'intl-messageformat';
import en from './en.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };

/** The languages a person may use; a further one is a further file, and a row here. */
const languages = { nl, en } satisfies Record<string, Record<TextKey, string>>;

export type TextLanguage = keyof typeof languages;

/** The key of a text that a person may see. Dutch has them all; a test sees to it that the others do too. */
export type TextKey = keyof typeof nl;

export type TextValues = Record<string, string | number>;

const locales: Record<TextLanguage, string> = { nl: 'nl-NL', en: 'en-GB' };
const formats = new Map<string, IntlMessageFormat>();

/** The text in that language, its ICU message filled in with the values. */
export function text(language: TextLanguage, key: TextKey, values: TextValues = {}): string {
  const cacheKey = `${language} ${key}`;
  let format = formats.get(cacheKey);
  if (format === undefined) {
    format = new IntlMessageFormat(languages[language][key], locales[language], undefined, {
      ignoreTag: true,
    });
    formats.set(cacheKey, format);
  }
  return String(format.format(values));
}

export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(nl, key);
}

/** `text` with the language filled in: what a card or a sentence is made with. */
export type Speak = (key: TextKey, values?: TextValues) => string;

export function speak(language: TextLanguage): Speak {
  return (key, values) => text(language, key, values);
}
