import type { Language } from '../domain/person.ts';

/** "Direct, Indirect en Anders". */
export function namesText(language: Language, names: readonly string[]): string {
  return lists[language].format(names);
}

const lists: Record<Language, Intl.ListFormat> = {
  nl: new Intl.ListFormat('nl-NL'),
  en: new Intl.ListFormat('en-GB'),
};
