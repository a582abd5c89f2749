import { lengthOf, withoutControls } from '../reading/words.ts';

/** A text of several lines, as it is kept. */
export function writtenLines(typed: string): string {
  return withoutControls(typed).replace(/\r\n?/g, '\n').trim();
}

/** A text of one line, as it is kept. */
export function writtenLine(typed: string): string {
  return withoutControls(typed).replace(/\s+/g, ' ').trim();
}

export function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** Characters beyond what there is room for. */
export function tooManyIn(text: string, most: number): number {
  return Math.max(0, lengthOf(text) - most);
}
