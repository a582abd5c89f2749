import { csvLines } from './export-csv.ts';
import { exportJson } from './export-json.ts';
import type { RoundExport } from './export-round.ts';
import { exportName } from './export-round.ts';
import type { Heading } from './export-table.ts';
import { exportTable, namesIn } from './export-table.ts';
import { xlsxFile } from './export-xlsx.ts';

export const exportFormats = ['csv', 'xlsx', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportFile {
  name: string;
  type: string;
  pieces: Iterable<string | Buffer>;
}

export interface ExportSpeech {
  language: 'nl' | 'en';
  heading: (heading: Heading) => string;
}

/** An export as a file, piece by piece. */
export async function exportFile(
  whole: RoundExport,
  format: ExportFormat,
  { language, heading }: ExportSpeech,
): Promise<ExportFile> {
  const name = `${exportName(whole)}.${format}`;
  if (format === 'json') return { name, type: 'application/json; charset=utf-8', pieces: exportJson(whole) };
  const { headings, rows } = exportTable(whole, namesIn(whole));
  const all = [headings.map(heading), ...rows];
  if (format === 'csv') return { name, type: 'text/csv; charset=utf-8', pieces: csvLines(all, language) };
  return { name, type: xlsxType, pieces: [await xlsxFile({ rows: all, sheet: whole.about.round.id })] };
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
