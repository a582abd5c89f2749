import { equalWithin } from './ranks.ts';

/** One thing to compare by; `undefined` where a submission has none. */
export interface Comparison {
  by: StandsBy;
  values: ReadonlyMap<string, number | undefined>;
}

type StandsBy =
  | { by: 'calibrated' | 'fair-mean' | 'median' }
  /** The criterion that told them apart. */
  | { by: 'criterion'; criterionId: string };

/** Why a submission stands above the next, and by how much. */
export type Reason = (StandsBy & { difference: number }) | { by: 'equal' } | { by: 'not-scored' };

/** Submissions that share a place. */
export interface PlaceGroup {
  /** By id, so that every run shows the same. */
  submissions: string[];
  /** Why it stands above the next group; absent for the last. */
  above?: Reason;
}

/**
 * Orders by the first comparison, and what is equal there by the next; what is equal in all shares a place. A
 * comparison that not everyone among equals has a value for is passed over for them: no score is never a low score.
 * Values count as equal when no gap between neighbours is larger than `equalWithin`.
 */
export function placeGroups(submissions: readonly string[], chain: readonly Comparison[]): PlaceGroup[] {
  const [comparison, ...rest] = chain;
  if (comparison === undefined || submissions.length < 2) {
    return submissions.length === 0 ? [] : [{ submissions: [...submissions].sort() }];
  }
  const levels = levelsOf(submissions, comparison.values);
  if (levels === undefined) return placeGroups(submissions, rest);
  return levels.flatMap((level, index) => {
    const groups = placeGroups(level.submissions, rest);
    const next = levels[index + 1];
    const last = groups.at(-1);
    if (next !== undefined && last !== undefined) {
      last.above = { ...comparison.by, difference: level.lowest - next.highest };
    }
    return groups;
  });
}

interface Level {
  submissions: string[];
  highest: number;
  lowest: number;
}

function levelsOf(submissions: readonly string[], values: Comparison['values']): Level[] | undefined {
  const known = submissions.map((id) => ({ id, value: values.get(id) ?? Number.NaN }));
  if (known.some(({ value }) => Number.isNaN(value))) return undefined;
  known.sort((a, b) => b.value - a.value);
  const levels: Level[] = [];
  for (const { id, value } of known) {
    const level = levels.at(-1);
    if (level !== undefined && level.lowest - value <= equalWithin) {
      level.submissions.push(id);
      level.lowest = value;
    } else levels.push({ submissions: [id], highest: value, lowest: value });
  }
  return levels;
}
