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
  return Array.from(text).length;
}

/** At most so many characters of it, with an ellipsis when that is not all. */
export function shortened(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/** Without what nobody types: NUL, bell and their kin, half an emoji. Line breaks and tabs stay. */
export function withoutControls(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\n\r\t]/gu, '');
}
