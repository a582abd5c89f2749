import writeXlsxFile from 'write-excel-file/node';
import type { Cell } from './export-table.ts';

export interface WorkbookWish {
  rows: readonly (readonly Cell[])[];
  /** What its one sheet is called. */
  sheet: string;
}

/** A workbook with one sheet; its first row stays in sight. Text is text: a spreadsheet takes none of it for a formula. */
export async function workbook({ rows, sheet }: WorkbookWish): Promise<Uint8Array> {
  const data = rows.map((row, index) => row.map((cell) => cellOf(cell, index === 0)));
  return writeXlsxFile(data, { sheet, stickyRowsCount: 1 }).toBuffer();
}

function cellOf(cell: Cell, isHeading: boolean) {
  if (cell === undefined) return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  return {
    value: cell.replace(noXml, ' ').slice(0, longestCell),
    type: String,
    ...(isHeading && { fontWeight: 'bold' as const }),
  };
}

/** Of Excel. */
const longestCell = 32_767;
/** What XML can't hold. */
const noXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
