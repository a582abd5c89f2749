import type { Instant } from '../instant.ts';
import type { Edition, Round } from './edition.ts';

/** What an edition has been used for so far. */
export interface EditionUse {
  submissions: number;
  /** By category id. */
  byCategory: ReadonlyMap<string, number>;
  /** By round id. */
  sheetsByRound: ReadonlyMap<string, number>;
}

/** A change that would undo what people already did. `name` is of the category or the round, in Dutch. */
export type ChangeRefusal =
  | { code: 'prefix-in-use'; from: string; to: string }
  | { code: 'category-in-use'; name: string; count: number }
  | { code: 'round-in-use'; name: string; count: number }
  | { code: 'criteria-in-use'; name: string; count: number }
  | { code: 'scale-in-use'; name: string; count: number };

/**
 * What may not change any more: numbers that people know, categories with submissions, and what is scored on, once
 * somebody has scored. Withdrawn submissions count: they can be undone.
 */
export function refuseChanges(
  before: Edition,
  after: Edition,
  use: EditionUse,
  now: Instant,
): ChangeRefusal[] {
  return [
    ...refusePrefix(before, after, use, now),
    ...before.categories.flatMap(({ id, name }): ChangeRefusal[] => {
      const count = use.byCategory.get(id) ?? 0;
      const isKept = after.categories.some((category) => category.id === id);
      return isKept || count === 0 ? [] : [{ code: 'category-in-use', name: name.nl, count }];
    }),
    ...before.rounds.flatMap((round) => refuseRound(round, after, use.sheetsByRound.get(round.id) ?? 0)),
  ];
}

function refusePrefix(before: Edition, after: Edition, use: EditionUse, now: Instant): ChangeRefusal[] {
  if (before.numberPrefix === after.numberPrefix) return [];
  if (now < before.opensAt && use.submissions === 0) return [];
  return [{ code: 'prefix-in-use', from: before.numberPrefix, to: after.numberPrefix }];
}

function refuseRound(before: Round, edition: Edition, count: number): ChangeRefusal[] {
  if (count === 0) return [];
  const name = before.name.nl;
  const after = edition.rounds.find(({ id }) => id === before.id);
  if (after === undefined) return [{ code: 'round-in-use', name, count }];
  const isOther = idsOf(before) !== idsOf(after);
  const { scale } = after;
  const isRescaled = scale.lowest !== before.scale.lowest || scale.highest !== before.scale.highest;
  return [
    ...(isOther ? [{ code: 'criteria-in-use' as const, name, count }] : []),
    ...(isRescaled ? [{ code: 'scale-in-use' as const, name, count }] : []),
  ];
}

function idsOf({ criteria }: Round): string {
  return criteria
    .map(({ id }) => id)
    .sort()
    .join(' ');
}
