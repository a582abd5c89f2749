/**
 * Whether a text seems to name a person: somebody of these, a title with a name, two words that look like a first and
 * a last name, an address or a number to reach somebody at. Errs to the safe side: a person looks at what it marks.
 */
export function seemsToName(text: string, names: readonly string[]): boolean {
  return looksLikeName.some((pattern) => pattern.test(text)) || namesSomebody(text, names);
}

const looksLikeName = [
  /\b(?:dhr|mevr|mw|mr|mrs|ms|drs|ir|prof)\b\.?\s+\p{Lu}/iu,
  /\b(?:meneer|mevrouw|de heer|collega)\s+\p{Lu}/u,
  // Not at the beginning of a sentence, where any word has a capital.
  /(?<=\p{Ll},?\s)\p{Lu}\p{Ll}+\s+(?:(?:van|de|der|den|ten|ter|el|la|von)\s+){0,3}\p{Lu}\p{Ll}+/u,
  /\S@\S/,
  /(?:\+31|\b0)[\s-]?\d(?:[\s-]?\d){7,}/,
];

/** Parts of names that are words as well. */
const particles = new Set([
  'van',
  'der',
  'den',
  'ten',
  'ter',
  'het',
  'jurylid',
  'voorzitter',
  'juryvoorzitter',
]);

function namesSomebody(text: string, names: readonly string[]): boolean {
  const words = new Set(wordsOf(text));
  return names.some((name) => wordsOf(name).some((part) => isTelling(part) && words.has(part)));
}

function isTelling(part: string): boolean {
  return part.length >= 3 && !particles.has(part) && !/^\d+$/.test(part);
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\d]+/gu) ?? [];
}
