import type { TextLanguage } from './texts.ts';

const locales: Record<TextLanguage, string> = { nl: 'nl-NL', en: 'en-GB' };

/** "4 december 2026". @param day ISO 8601 */
export function dayText(language: TextLanguage, day: string): string {
  return format(language, `${day}T12:00:00Z`, 'UTC', { dateStyle: 'long' });
}

/** "december 2026". @param day any day of it, ISO 8601 */
export function monthText(language: TextLanguage, day: string): string {
  return format(language, `${day}T12:00:00Z`, 'UTC', { month: 'long', year: 'numeric' });
}

/** "4 december 2026, 17.00 uur". @param at ISO 8601 instant */
export function momentText(language: TextLanguage, at: string, zone: string): string {
  const day = format(language, at, zone, { dateStyle: 'long' });
  const time = format(language, at, zone, { hour: '2-digit', minute: '2-digit' });
  return language === 'nl' ? `${day}, ${time.replace(':', '.')} uur` : `${day}, ${time}`;
}

/** "3,8". */
export function decimalText(language: TextLanguage, value: number): string {
  return decimals[language].format(value);
}

/** "25%". @param share 0 to 1 */
export function percentText(language: TextLanguage, share: number): string {
  return percentages[language].format(share);
}

const percentages: Record<TextLanguage, Intl.NumberFormat> = {
  nl: new Intl.NumberFormat(locales.nl, { style: 'percent' }),
  en: new Intl.NumberFormat(locales.en, { style: 'percent' }),
};

const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
const decimals: Record<TextLanguage, Intl.NumberFormat> = {
  nl: new Intl.NumberFormat(locales.nl, oneDecimal),
  en: new Intl.NumberFormat(locales.en, oneDecimal),
};

/** A format costs more to make than a hundred dates to write. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(
  language: TextLanguage,
  at: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const key = [language, timeZone, ...Object.keys(options)].join(' ');
  let made = formats.get(key);
  if (made === undefined) {
    made = new Intl.DateTimeFormat(locales[language], { ...options, timeZone });
    formats.set(key, made);
  }
  return made.format(new Date(at));
}
