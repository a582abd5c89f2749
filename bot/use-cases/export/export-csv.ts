import type { Cell } from './export-table.ts';

/**
 * As RFC 4180, with the separator and decimals that Excel expects where the language is spoken: `;` and a comma in
 * Dutch, `,` and a point in English. Begins with a byte order mark, so that Excel reads UTF-8.
 */
export function* csvLines(rows: Iterable<readonly Cell[]>, language: 'nl' | 'en'): Generator<string> {
  yield '\uFEFF';
  const separator = language === 'nl' ? ';' : ',';
  for (const row of rows) yield `${row.map((cell) => quoted(cell, language)).join(separator)}\r\n`;
}

function quoted(cell: Cell, language: 'nl' | 'en'): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') {
    const text = String(cell);
    return language === 'nl' ? text.replace('.', ',').replace(/^(.*,.*)$/, '"$1"') : text;
  }
  const safe = harmless(cell);
  return /[";,\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What a person typed is never a formula: `'` before what a spreadsheet would take for the beginning of one. */
export function harmless(text: string): string {
  return /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]|^\s+[=+\-@]/.test(text) ? `'${text}` : text;
}
