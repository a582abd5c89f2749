import type { EditionDay } from '../edition/edition-days.ts';
import { dayOfEdition } from '../edition/edition-days.ts';
import type { PlainDay } from '../instant.ts';
import type { Municipality } from '../municipality/municipality.ts';
import { existsOn, municipalities, municipalityOf } from '../municipality/municipality.ts';
import { municipalitiesIn } from './participant.ts';
import type { Submission } from './submission.ts';

/** What counts as an entry: what was handed in and stands. */
export function isEntry({ status }: Pick<Submission, 'status'>): boolean {
  return status === 'submitted';
}

/** How many came in on each of the days, one number a day. */
export function entriesPerDay(
  days: readonly EditionDay[],
  entries: readonly Pick<Submission, 'submittedAt'>[],
): number[] {
  const counts = days.map(() => 0);
  for (const { submittedAt } of entries) {
    const day = dayOfEdition(days, submittedAt);
    counts[day] = (counts[day] ?? 0) + 1;
  }
  return counts;
}

/** How many came in up to and with a day. @param day counted from 0; below 0 there is none, past the end there are all */
export function entriesUpTo(perDay: readonly number[], day: number): number {
  return perDay.slice(0, Math.max(0, day + 1)).reduce((sum, count) => sum + count, 0);
}

/** What came from a province. */
export interface ProvinceEntries {
  province: string;
  /** Submissions of a municipality there; one of municipalities in two provinces counts in both. */
  entries: number;
  /** The municipalities that take part, by name. */
  entered: string[];
  /** How many there are. */
  municipalities: number;
}

/**
 * Every province, by name. What is of several municipalities counts for each of them; who else worked on it does not.
 * @param day on which a municipality has to exist; one that merged counts as what it became
 */
export function entriesPerProvince(
  entries: readonly Pick<Submission, 'participant'>[],
  day: PlainDay,
): ProvinceEntries[] {
  const counts = new Map<string, number>();
  const entered = new Set<string>();
  for (const { participant } of entries) {
    const codes = municipalitiesIn({ participant, partners: [] });
    const found = codes.flatMap((code) => municipalityOn(code, day) ?? []);
    for (const { code } of found) entered.add(code);
    for (const province of new Set(found.map((each) => each.province)))
      counts.set(province, (counts.get(province) ?? 0) + 1);
  }
  const present = municipalities.filter((each) => existsOn(each, day));
  return [...Map.groupBy(present, ({ province }) => province)]
    .map(([province, all]) => ({
      province,
      entries: counts.get(province) ?? 0,
      entered: all
        .filter(({ code }) => entered.has(code))
        .map(({ name }) => name)
        .sort(byName),
      municipalities: all.length,
    }))
    .sort((one, other) => byName(one.province, other.province));
}

/** A municipality as it is on a day: itself, or what it merged into; itself as well when it was divided up. */
function municipalityOn(code: string, day: PlainDay): Municipality | undefined {
  const found = municipalityOf(code);
  if (found === undefined || existsOn(found, day)) return found;
  const [successor, ...more] = found.successor ?? [];
  const hasEnded = found.validTo !== undefined && day >= found.validTo;
  return hasEnded && successor !== undefined && more.length === 0 ? municipalityOn(successor, day) : found;
}

const byName = (one: string, other: string): number => one.localeCompare(other, 'nl');
