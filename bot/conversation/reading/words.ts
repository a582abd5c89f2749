/** What somebody typed as bare words: lower case, no accents, punctuation or emoji, one space in between. */
export function bareWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The same, as one word: "Den Haag" and "denhaag" are alike. */
export function squeezed(text: string): string {
  return bareWords(text).replaceAll(' ', '');
}

/** Length as a reader counts: an emoji of one code point is one. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** Without what nobody types: NUL, bell and their kin, half an emoji. Line breaks and tabs stay. */
export function withoutControls(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\n\r\t]/gu, '');
}
