import { Temporal } from 'temporal-polyfill';
import { dayInZone } from '../day-in-zone.ts';
import type { Round, RoundId } from '../edition/edition.ts';
import { phaseOf } from '../edition/edition.ts';
import type { Instant, PlainDay, ZoneName } from '../instant.ts';
import { isWorkingMoment, workingMorning, workingMorningFrom } from '../working-hours.ts';
import type { Nudge } from './nudge.ts';

/** What is kept of the reminders to one judge in one edition, whoever or whatever asked for them. */
export interface JudgeReminders {
  /** Counts them: each is a message of its own. */
  count: number;
  /** When the last one was written. */
  lastAt?: Instant;
  /** Per closing of a round: which of the edition's own reminders was the last that went out, in days before it. */
  taken: { roundId: RoundId; closesAt: Instant; days: number }[];
  /** They asked not to be reminded before then, and to be reminded at that moment. */
  snoozed?: Snooze;
}

interface Snooze {
  roundId: RoundId;
  until: Instant;
}

export const noReminders: JudgeReminders = { count: 0, taken: [] };

export type RemindedRound = Pick<Round, 'id' | 'opensAt' | 'closesAt' | 'remindDaysBefore'>;

interface Setting {
  round: RemindedRound;
  zone: ZoneName;
  /** What an organiser asked for last. */
  nudge?: Pick<Nudge, 'roundId' | 'notBefore'>;
}

/** A week and a day. */
const usualReminders = [7, 1];

/**
 * Whether a judge with something left is to be reminded now: what is kept when they are; `undefined` when not.
 * One a day at most, in working hours, while the round is open. Each of the edition's own is due from nine o'clock on
 * its day (a working day: else the last one before it), never before the round opens; of several that are due the last
 * one stands for all. Whoever asked to be left alone until later is, but for an organiser who asks.
 */
export function takeReminder(
  kept: JudgeReminders,
  { round, zone, nudge }: Setting,
  now: Instant,
): JudgeReminders | undefined {
  if (phaseOf(round, now) !== 'open' || !isWorkingMoment(now, zone)) return undefined;
  if (wasRemindedOn(dayInZone(now, zone), kept, zone)) return undefined;
  const snoozed = kept.snoozed?.roundId === round.id ? kept.snoozed : undefined;
  const days = dueDays(kept, round, zone, now);
  const isOwn = snoozed === undefined ? days !== undefined : snoozed.until <= now;
  if (!isOwn && !isOutstanding(nudge, round, kept, now)) return undefined;
  const { snoozed: _snoozed, ...rest } = kept;
  return {
    ...rest,
    count: kept.count + 1,
    lastAt: now,
    taken: days === undefined ? kept.taken : withTaken(kept, round, days),
    ...(snoozed !== undefined && snoozed.until > now && { snoozed }),
  };
}

/** Whether they were reminded on that day there. */
export function wasRemindedOn(day: PlainDay, { lastAt }: JudgeReminders, zone: ZoneName): boolean {
  return lastAt !== undefined && dayInZone(lastAt, zone) === day;
}

/**
 * When somebody who wants to be reminded in so many days is: on the morning of that day (a working day: else the first
 * one after it), or, when the round closes before that, on the last working morning before the closing. `undefined`:
 * there is none left.
 */
export function snoozeUntil(
  days: number,
  { closesAt }: Pick<Round, 'closesAt'>,
  zone: ZoneName,
  now: Instant,
): Instant | undefined {
  const today = Temporal.PlainDate.from(dayInZone(now, zone));
  const wanted = workingMorningFrom(today.add({ days }).toString(), zone);
  if (wanted < closesAt) return wanted;
  const closing = Temporal.PlainDate.from(dayInZone(closesAt, zone));
  const last = [
    workingMorning(closing.toString(), zone),
    workingMorning(closing.subtract({ days: 1 }).toString(), zone),
  ];
  return last.find((morning) => morning < closesAt && dayInZone(morning, zone) > today.toString());
}

/** The last of the edition's own that is due, when that one or a later one did not go out yet. */
function dueDays(
  { taken }: JudgeReminders,
  round: RemindedRound,
  zone: ZoneName,
  now: Instant,
): number | undefined {
  const { remindDaysBefore = usualReminders } = round;
  const due = remindDaysBefore.filter((days) => {
    const moment = momentOf(days, round, zone);
    return moment !== undefined && moment <= now;
  });
  const last = due.length === 0 ? undefined : Math.min(...due);
  const isTaken = taken.some((each) => isSameClosing(each, round) && last !== undefined && each.days <= last);
  return isTaken ? undefined : last;
}

/** `undefined` for a day on which the round was not open yet. */
function momentOf(days: number, { opensAt, closesAt }: RemindedRound, zone: ZoneName): Instant | undefined {
  const day = Temporal.PlainDate.from(dayInZone(closesAt, zone)).subtract({ days }).toString();
  if (day < dayInZone(opensAt, zone)) return undefined;
  const morning = workingMorning(day, zone);
  return morning < opensAt ? opensAt : morning;
}

function withTaken({ taken }: JudgeReminders, round: RemindedRound, days: number): JudgeReminders['taken'] {
  const others = taken.filter(({ roundId }) => roundId !== round.id);
  return [...others, { roundId: round.id, closesAt: round.closesAt, days }];
}

/** At another closing the reminders are to come anew. */
function isSameClosing(
  { roundId, closesAt }: { roundId: RoundId; closesAt: Instant },
  round: RemindedRound,
): boolean {
  return roundId === round.id && closesAt === round.closesAt;
}

/** Whatever went out since it was to go out did what was asked. */
function isOutstanding(
  nudge: Setting['nudge'],
  round: RemindedRound,
  { lastAt = '' }: JudgeReminders,
  now: Instant,
): boolean {
  return nudge?.roundId === round.id && nudge.notBefore <= now && lastAt < nudge.notBefore;
}
