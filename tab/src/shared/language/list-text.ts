import type { Language } from './text.ts';
import { locales } from './text.ts';

/** "Ede, Barneveld en Wageningen". */
export function listText(language: Language, names: readonly string[]): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(names);
}
