const spoken: [RegExp, string][] = [
  [/\s*[([]\s*(?:at|apenstaart(?:je)?)\s*[)\]]\s*/giu, '@'],
  [/\s+apenstaart(?:je)?\s+/giu, '@'],
  [/(?<=\S)\s+at\s+(?=[\p{L}\d-]+(?:\s*\.\s*|\s+(?:punt|dot)\s+)(?:nl|com|org|eu|net)\b)/giu, '@'],
  [/\s*[([]\s*(?:dot|punt)\s*[)\]]\s*/giu, '.'],
];
const spokenDot = /(?<=@\S*)\s+(?:punt|dot)\s+(?=[\p{L}\d]+)/giu;
const spacedSign = /(?<=[\p{L}\d._+-])[ \t]+@[ \t]*(?=[\p{L}\d])|(?<=[\p{L}\d._+-])@[ \t]+(?=[\p{L}\d])/gu;
const mostCharacters = 2_000;

/**
 * The text with its mail address written as one: "sanne (at) utrecht.nl", "sanne @ utrecht.nl" and, as a phone
 * writes what it hears, "sanne apenstaartje utrecht punt nl".
 */
export function withMailWritten(text: string): string {
  if (text.length > mostCharacters) return text;
  const written = spoken.reduce((each, [found, sign]) => each.replace(found, sign), text);
  return written.replace(spacedSign, '@').replace(spokenDot, '.');
}
