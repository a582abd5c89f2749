import type { LocalText } from './edition.ts';
import type { FilePath, Finding } from './edition-fault.ts';

/** Ids that stand for two things of one list. */
export function sameIds(path: FilePath, items: readonly { id?: string }[]): Finding[] {
  return repeated(items.map((item) => item.id)).map(({ index, first, value }) => ({
    code: 'same-id',
    path: [...path, index, 'id'],
    values: { value, first: first + 1 },
  }));
}

/** Names that people could not tell apart. */
export function sameNames(path: FilePath, items: readonly { name: LocalText }[]): Finding[] {
  return repeated(items.map((item) => item.name.nl.toLowerCase())).map(({ index, first }) => ({
    code: 'same-name',
    path: [...path, index, 'name'],
    values: { value: items[index]?.name.nl ?? '', first: first + 1 },
  }));
}

/** Every value that was there before, with where it was first. */
export function repeated(
  values: readonly (string | undefined)[],
): { index: number; first: number; value: string }[] {
  return values.flatMap((value, index) => {
    const first = values.indexOf(value);
    return value === undefined || first === index ? [] : [{ index, first, value }];
  });
}
