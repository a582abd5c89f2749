import MarkdownIt from 'markdown-it';

/** What Teams draws in a card: bold, italic, lists and links; no headings, tables, images, code or HTML. */
const inCards = new MarkdownIt('zero', { html: false }).enable([
  'emphasis',
  'link',
  'list',
  'escape',
  'entity',
]);

/** A bot's plain message allows more than its card. */
const inMessages = new MarkdownIt({ html: false, linkify: true }).disable(['image']);

export function cardMarkdown(text: string): string {
  return inCards.render(text);
}

export function messageMarkdown(text: string): string {
  return inMessages.render(text);
}
