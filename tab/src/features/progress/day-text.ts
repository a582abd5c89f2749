import type { Language } from '../../shared/language/text.ts';
import { locales } from '../../shared/language/text.ts';

/** "3 okt". @param day ISO 8601 */
export function shortDayText(language: Language, day: string): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${day}T12:00:00Z`)).replace('.', '');
}
