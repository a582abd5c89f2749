/**
 * Text that a person typed, made safe to stand in a card: drawn as typed, whatever Markdown, mentions or direction
 * marks are in it.
 */
export function plain(text: string): string {
  return text
    .replace(directionMarks, '')
    .replace(controls, ' ')
    .replace(markdown, String.raw`\$&`)
    .replace(/^(\s*)([-+#>])/gm, String.raw`$1\$2`)
    .replace(/^(\s*\d+)([.)])/gm, String.raw`$1\$2`)
    .replaceAll('{{', '{\u200B{');
}

/** As {@link plain}, on one line and at most so many characters long. */
export function plainLine(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return plain(characters.length <= most ? line : `${characters.slice(0, most - 1).join('')}…`);
}

/** What Teams' Markdown gives a meaning, wherever in a line it stands. */
const markdown = /[\\`*_~[\]]/g;
/** Overrides and isolates that turn the text after them around. */
const directionMarks = /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/g;
// eslint-disable-next-line no-control-regex -- these are what must not get through
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;
