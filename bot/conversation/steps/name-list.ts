import type { Language } from '../../domain/person.ts';

/** "Maassluis, Vlaardingen en Schiedam". */
export function nameList(names: readonly string[], language: Language): string {
  return lists[language].format(names);
}

const lists: Record<Language, Intl.ListFormat> = {
  nl: new Intl.ListFormat('nl-NL', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
};
