/**
 * Text that a person typed, made safe to stand in a card: drawn as typed, whatever Markdown, HTML, mentions, dates or
 * direction marks are in it. A line break becomes a paragraph: a card draws a single one as a space.
 */
export function plain(text: string): string {
  return bare(text)
    .split('\n')
    .map((line) => escapeLine(line.trim()))
    .filter((line) => line !== '')
    .join('\n\n');
}

/** As {@link plain}, on one line and at most so many characters (code points) long. */
export function plainLine(text: string, most: number): string {
  return escapeLine(bareLine(text, most));
}

/**
 * For what Teams draws without Markdown: labels, titles of buttons and choices, summaries. Nothing is escaped; what
 * turns text around or can't be drawn is taken out.
 */
export function bare(text: string): string {
  return text.toWellFormed().replace(lineBreaks, '\n').replace(directionMarks, '').replace(controls, ' ');
}

/** As {@link bare}, on one line and at most so many characters (code points) long. */
export function bareLine(text: string, most: number): string {
  return shorten(bare(text).replace(/\s+/g, ' ').trim(), most);
}

function escapeLine(line: string): string {
  return line
    .replace(markdown, String.raw`\$&`)
    .replace(/^[-+#>=]/, String.raw`\$&`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`);
}

/** Ends at a word where it can, and never halfway an emoji or a letter with its accents. */
function shorten(line: string, most: number): string {
  if (line.length <= most || Array.from(line).length <= most) return line;
  let kept = '';
  let room = most - 1;
  for (const { segment } of graphemes.segment(line)) {
    room -= Array.from(segment).length;
    if (room < 0) break;
    kept += segment;
  }
  const lastSpace = kept.lastIndexOf(' ');
  const end = lastSpace > Math.max(0, kept.length - longestCutWord) ? lastSpace : kept.length;
  return `${kept.slice(0, end).trimEnd()}…`;
}

/** A word longer than this is cut through rather than left out. */
const longestCutWord = 20;

const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' });

/** What Markdown gives a meaning, wherever in a line it stands; entities, tags and `{{DATE(…)}}` included. */
const markdown = /[\\`*_~[\]|]|&(?=#?\w+;)|<(?=[a-z/!?])|(?<=\{)\{/gi;
/** Overrides and isolates that turn the text after them around. */
const directionMarks = /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/g;
const lineBreaks = /\r\n?|[\u2028\u2029\u0085\u000B\u000C]/g;
/** What no font draws. */
const controls = /[\u0000-\u0009\u000E-\u001F\u007F-\u009F]/g;
