import type { EditionFault, FilePath, Place, PlaceKind } from './edition-fault.ts';

/** Which list a name stands for: an item of `categories` is a category. */
const kinds: Readonly<Record<string, PlaceKind>> = {
  categories: 'category',
  steps: 'step',
  options: 'option',
  conditions: 'condition',
  rounds: 'round',
  criteria: 'criterion',
  anchors: 'anchor',
  remindDaysBefore: 'reminder',
};

/** A path for a reader: "round 1 ('Voorselectie'), criterion 2, the explanation". */
export function placeOf(
  document: unknown,
  path: FilePath,
): Pick<EditionFault, 'place' | 'field' | 'language'> {
  const place: Place[] = [];
  let language: EditionFault['language'];
  let field: string | undefined;
  for (const [index, key] of path.entries()) {
    const kind = kinds[String(path[index - 1])];
    const number = Number(key);
    if (kind !== undefined && Number.isInteger(number)) {
      const name = nameOf(valueAt(document, path.slice(0, index + 1)));
      place.push({ kind, number: kind === 'anchor' ? number : number + 1, ...(name && { name }) });
      field = undefined;
    } else if (key === 'nl' || key === 'en') language = key;
    else if (typeof key === 'string') field = key;
  }
  return { place, ...(field && { field }), ...(language && { language }) };
}

/** What stands there, if anything. A text may stand for `{ "nl": … }`, a question for `{ "ask": … }`. */
export function valueAt(document: unknown, path: FilePath): unknown {
  let value = document;
  for (const key of path) {
    if (typeof value === 'string') return key === 'nl' || key === 'ask' ? value : undefined;
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Object.entries(value).find(([name]) => name === String(key))?.[1];
  }
  return value;
}

const mostOfName = 60;

/** What people would call the thing: its name, its short name, or which question it is. */
function nameOf(item: unknown): string | undefined {
  const candidates = [['name', 'nl'], ['label', 'nl'], ['ask'], ['question', 'nl']].map((path) =>
    typeof item === 'string' ? undefined : valueAt(item, path),
  );
  const name = candidates.find((candidate) => typeof candidate === 'string' && candidate.trim() !== '');
  return typeof name === 'string' ? name.trim().slice(0, mostOfName) : undefined;
}
