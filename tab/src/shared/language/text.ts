import { IntlMessageFormat } from 'intl-messageformat';
import en from '../../texts/en.json' with { type: 'json' };
import nl from '../../texts/nl.json' with { type: 'json' };

/** The languages a person may use; a further one is a further file, and a row here and in `locales`. */
const languages = { nl, en } satisfies Record<string, Record<TextKey, string>>;

export type Language = keyof typeof languages;

/** The key of a text that a person may see. Dutch has them all; a test sees to it that the others do too. */
export type TextKey = keyof typeof nl;

export type TextValues = Record<string, string | number>;

export const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

const formats = new Map<string, IntlMessageFormat>();

/** The text in that language, its ICU message filled in with the values. */
export function text(language: Language, key: TextKey, values: TextValues = {}): string {
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

/** The language that goes with a locale such as `en-gb`; Dutch when there is no other. */
export function languageOf(locale: string): Language {
  const [tag] = locale.toLowerCase().split('-');
  return tag === 'en' ? 'en' : 'nl';
}
