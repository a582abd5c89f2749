import { isObject } from '../teams/is-object.ts';
import { cardMarkdown } from '../teams/page/src/card/markdown.ts';

/** Whether one text of the message's cards, drawn as Teams draws Markdown, reads exactly as it was typed, on one line. */
export function isDrawnAsTyped(message: { cards: unknown[] }, typed: string): boolean {
  const expected = `<p>${escapeHtml(typed)}</p>`;
  return markdownIn(message.cards).some((text) => cardMarkdown(text).trim() === expected);
}

/** The texts that Teams takes for Markdown: of text blocks, and the values of facts. */
function markdownIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(markdownIn);
  if (!isObject(value)) return [];
  const { type, text, value: fact, title } = value;
  const own =
    type === 'TextBlock' ? text : type === undefined && typeof title === 'string' ? fact : undefined;
  const inner = Object.values(value).flatMap(markdownIn);
  return typeof own === 'string' ? [own, ...inner] : inner;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
