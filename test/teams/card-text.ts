import { isObject } from './is-object.ts';

/** Properties of card elements, facts, choices and actions that stand on screen. */
const readable = new Set(['text', 'title', 'label', 'placeholder', 'altText']);

/** Parts of a card that no one sees as they are written. */
const unseen = new Set(['data', 'refresh', 'fallback', 'requires', 'msteams', 'selectAction']);

const typedInputs = new Set(['Input.Text', 'Input.Number', 'Input.Date', 'Input.Time']);

/** All text that a person sees in a message, one piece a line; what a tap unfolds included, what is hidden not. */
export function textOf(message: { text?: string; cards: unknown[] }): string {
  const ofCards = message.cards.flatMap((card) => [...pieces(card, 'cards')]);
  return [...(message.text === undefined ? [] : [message.text]), ...ofCards].join('\n');
}

/** @param under the name of the property that holds `value` */
function* pieces(value: unknown, under: string): Generator<string> {
  if (Array.isArray(value)) {
    for (const item of value) yield* pieces(item, under);
  } else if (isObject(value) && value['isVisible'] !== false) {
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && inner !== '' && isRead(value, name, under)) yield inner;
      else if (!unseen.has(name)) yield* pieces(inner, name);
    }
  }
}

/** A value is read where it stands beside a fact's title or in a field, not behind a choice. */
function isRead(object: Record<string, unknown>, name: string, under: string): boolean {
  if (name !== 'value') return readable.has(name);
  return under === 'facts' || typedInputs.has(String(object['type']));
}
