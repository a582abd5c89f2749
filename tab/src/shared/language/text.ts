import { IntlMessageFormat } from 'intl-messageformat';
import en from '../../texts/en.json' with { type: 'json' };
import nl from '../../texts/nl.json' with { type: 'json' };

/** The languages a person may use; a further one is a further file, here and in each feature, and a row in `locales`. */
export type Language = 'nl' | 'en';

/** The texts of a language by their keys, as ICU messages; the build parses them (`tab/build/compile-messages.ts`). */
export type Messages<Key extends string> = Record<Language, Record<Key, string>>;

export type TextValues = Record<string, string | number>;

export const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

/** The texts that more than one feature says. */
export const sharedMessages = { nl, en } satisfies Messages<SharedTextKey>;

export type SharedTextKey = keyof typeof nl;

/** What says the text of a key in a language, its ICU message filled in with the values. */
export function textOf<Key extends string>(
  messages: Messages<Key>,
): (language: Language, key: Key, values?: TextValues) => string {
  const formats = new Map<string, IntlMessageFormat>();
  return (language, key, values = {}) => {
    const cacheKey = `${language} ${key}`;
    let format = formats.get(cacheKey);
    if (format === undefined) {
      const message = messages[language][key];
      format = new IntlMessageFormat(message, locales[language], undefined, { ignoreTag: true });
      formats.set(cacheKey, format);
    }
    return String(format.format(values));
  };
}

/** The shared texts. */
export const text = textOf(sharedMessages);

/** The language that goes with a locale such as `en-gb`; Dutch when there is no other. */
export function languageOf(locale: string): Language {
  const [tag] = locale.toLowerCase().split('-');
  return tag === 'en' ? 'en' : 'nl';
}
