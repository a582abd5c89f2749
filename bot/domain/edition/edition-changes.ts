import type { Edition } from './edition.ts';
import type { EditionFault, FilePath } from './edition-fault.ts';
import { placeOf } from './edition-place.ts';

/** One difference between an edition and what is to take its place. */
export interface EditionChange extends Pick<EditionFault, 'place' | 'field' | 'language'> {
  kind: 'added' | 'removed' | 'changed' | 'moved';
  /** As it is kept; only for `changed`. */
  from?: unknown;
  to?: unknown;
}

/** Everything that would be different, in the order of the edition. Things are the same when their ids are. */
export function changesOf(before: Edition, after: Edition): EditionChange[] {
  const documents = { before, after };
  return differences(documents, before, after, []);
}

interface Documents {
  before: Edition;
  after: Edition;
}

function differences(documents: Documents, from: unknown, to: unknown, path: FilePath): EditionChange[] {
  if (isEqual(from, to)) return [];
  if (isListOfThings(from) && isListOfThings(to)) return listDifferences(documents, from, to, path);
  if (isThing(from) && isThing(to)) {
    const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
    return keys.flatMap((key) => differences(documents, from[key], to[key], [...path, key]));
  }
  return [{ kind: 'changed', ...placeOf(documents.after, path), from, to }];
}

function listDifferences(documents: Documents, from: Thing[], to: Thing[], path: FilePath): EditionChange[] {
  const indexIn = (list: Thing[], thing: Thing) => list.findIndex((each) => keyOf(each) === keyOf(thing));
  const changes = to.flatMap((thing, index): EditionChange[] => {
    const earlier = from[indexIn(from, thing)];
    const at = [...path, stepTo(path, thing, index)];
    if (earlier === undefined) return [{ kind: 'added', ...placeOf(documents.after, at) }];
    return differences(documents, earlier, thing, at);
  });
  const removed = from.flatMap((thing, index): EditionChange[] =>
    indexIn(to, thing) === -1
      ? [{ kind: 'removed', ...placeOf(documents.before, [...path, stepTo(path, thing, index)]) }]
      : [],
  );
  const kept = from.map(keyOf).filter((key) => to.some((thing) => keyOf(thing) === key));
  const order = to.map(keyOf).filter((key) => kept.includes(key));
  const moved: EditionChange[] = isEqual(kept, order)
    ? []
    : [{ kind: 'moved', ...placeOf(documents.after, path) }];
  return [...changes, ...removed, ...moved];
}

/** An anchor is known by its score, anything else by its place in the list. */
function stepTo(path: FilePath, thing: Thing, index: number): string | number {
  return path.at(-1) === 'anchors' ? String(keyOf(thing)) : index;
}

type Thing = Record<string, unknown>;

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOfThings(value: unknown): value is Thing[] {
  return Array.isArray(value) && value.every(isThing);
}

/** What a thing in a list is known by: its id, the question it is, or the score it describes. */
function keyOf(thing: Thing): unknown {
  return thing['id'] ?? thing['ask'] ?? thing['value'];
}

/** Keys in any order, absent and undefined alike. */
function isEqual(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isEqual(item, other[index]));
  }
  if (!isThing(one) || !isThing(other)) return one === other;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) =>
    isEqual(one[key], other[key]),
  );
}
