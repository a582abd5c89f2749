import { Temporal } from 'temporal-polyfill';
import { dayInZone } from '../day-in-zone.ts';
import type { Edition } from '../edition/edition.ts';
import type { Instant } from '../instant.ts';
import { isWorkingMoment, workingMorning } from '../working-hours.ts';
import type { Draft } from './draft.ts';

type Reminded = Pick<Draft, 'status' | 'answers' | 'editionId' | 'updatedAt' | 'reminded' | 'changes'>;

/**
 * Which reminder of an unfinished draft is due, in days before the closing; `undefined` when none is. Each is due from
 * nine o'clock on its day (a working day: else the last one before it) and goes out in working hours. Of several that
 * are due only the last still makes sense; whoever worked on it since needs none.
 */
export function dueReminder(
  draft: Reminded,
  edition: Pick<Edition, 'id' | 'closesAt' | 'zone' | 'remindDaysBefore'>,
  now: Instant,
): number | undefined {
  // Of a change, what was handed in counts: nothing is lost at the closing.
  if (draft.changes !== undefined) return undefined;
  const isUnfinished = draft.status === 'open' && Object.keys(draft.answers).length > 0;
  if (!isUnfinished || draft.editionId !== edition.id) return undefined;
  if (now >= edition.closesAt || !isWorkingMoment(now, edition.zone)) return undefined;
  const due = edition.remindDaysBefore.filter((days) => momentOf(days, edition) <= now);
  const last = due.length === 0 ? undefined : Math.min(...due);
  if (last === undefined || draft.reminded?.some((days) => days <= last) === true) return undefined;
  return draft.updatedAt < momentOf(last, edition) ? last : undefined;
}

function momentOf(days: number, { closesAt, zone }: Pick<Edition, 'closesAt' | 'zone'>): Instant {
  const day = Temporal.PlainDate.from(dayInZone(closesAt, zone)).subtract({ days });
  return workingMorning(day.toString(), zone);
}
