/**
 * The card with the marker as the id of its first element: Teams keeps it there, and it shows nowhere. An element that
 * has an id of its own, as inputs have, keeps it: then an empty element comes before it.
 */
export function markCard(card: Record<string, unknown>, marker: string): Record<string, unknown> {
  const body: unknown[] = Array.isArray(card['body']) ? card['body'] : [];
  const [first, ...rest] = body;
  const marked =
    isObject(first) && first['id'] === undefined
      ? [{ ...first, id: marker }, ...rest]
      : [{ type: 'Container', id: marker, items: [] }, ...body];
  return { ...card, body: marked };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
