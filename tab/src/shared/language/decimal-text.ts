import type { Language } from './text.ts';
import { locales } from './text.ts';

/** "3,8". */
export function decimalText(language: Language, value: number): string {
  return new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(value);
}
