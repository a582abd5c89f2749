import type { TextKey, TextLanguage } from './texts.ts';
import { isTextKey, text } from './texts.ts';

interface ExportWords {
  language: TextLanguage;
  heading: (heading: { key: string; name?: string }) => string;
}

/** What the columns of an export are called. */
export function exportWords(language: TextLanguage): ExportWords {
  return {
    language,
    heading: ({ key, name = '' }) => {
      const found = `export.${key}`;
      return isTextKey(found) ? text(language, found satisfies TextKey, { name }) : key;
    },
  };
}
