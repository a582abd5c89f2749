import type { Language } from '../../shared/language/text.ts';

/** "12 kB", "3,4 MB". */
export function sizeText(language: Language, bytes: number): string {
  const isSmall = bytes < 1_000_000;
  return new Intl.NumberFormat(language, {
    ...{ style: 'unit', unit: isSmall ? 'kilobyte' : 'megabyte', unitDisplay: 'short' },
    maximumFractionDigits: isSmall ? 0 : 1,
  }).format(bytes / (isSmall ? 1_000 : 1_000_000));
}
