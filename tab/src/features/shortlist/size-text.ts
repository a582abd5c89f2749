import type { Language } from '../../shared/language/text.ts';

/** "12 kB", "3,4 MB". */
export function sizeText(language: Language, bytes: number): string {
  const [unit, size] = bytes < 1_000_000 ? ['kilobyte', bytes / 1_000] : ['megabyte', bytes / 1_000_000];
  return new Intl.NumberFormat(language, {
    ...{ style: 'unit', unit: String(unit), unitDisplay: 'short' },
    maximumFractionDigits: bytes < 1_000_000 ? 0 : 1,
  }).format(Number(size));
}
