import type { Language } from './text.ts';
import { locales } from './text.ts';

/** "3,8"; with two digits "3,84". */
export function decimalText(language: Language, value: number, digits = 1): string {
  return format(language, value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** "0,042": as exact as it takes to see that it is not nothing. */
export function differenceText(language: Language, value: number): string {
  return format(language, value, { maximumSignificantDigits: 2 });
}

/** "45%", and "<1%" for what is rare but can be. */
export function chanceText(language: Language, chance: number): string {
  if (chance < 0.01) return `<${percentText(language, 0.01)}`;
  return chance > 0.99 ? `>${percentText(language, 0.99)}` : percentText(language, chance);
}

/** "25%", and "100%": a share is what it is. */
export function percentText(language: Language, share: number): string {
  return format(language, share, { style: 'percent', maximumFractionDigits: 0 });
}

function format(language: Language, value: number, options: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(locales[language], options).format(value);
}
