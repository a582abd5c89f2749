import { Temporal } from 'temporal-polyfill';
import type { EditionFile } from './edition-file-schema.ts';
import type { FilePath, Finding } from './edition-fault.ts';
import type { LocalMoment } from './local-moment.ts';
import { closingIn, openingIn, partsOf } from './local-moment.ts';

interface Period {
  opens: LocalMoment;
  closes: LocalMoment;
}

/** Further from the period than this it is more likely a slip than a choice. */
const referenceWithinDays = 366;
const brieflyDays = 7;

/** The intake's dates. */
export function checkDates(file: EditionFile): Finding[] {
  const period = checkPeriod([], file, file.zone);
  if (period.some(({ severity }) => severity !== 'warning')) return [...period, ...checkReference(file)];
  return [...period, ...checkReference(file), ...checkBriefly(file), ...checkReminders([], file)];
}

/** Whether it closes after it opens, at moments that the clock there shows once. */
export function checkPeriod(path: FilePath, { opens, closes }: Period, zone: string): Finding[] {
  const opening = openingIn(zone, opens);
  const closing = closingIn(zone, closes);
  return [
    ...checkClock([...path, 'opens'], opens, opening.clock),
    ...checkClock([...path, 'closes'], closes, closing.clock),
    ...(closing.at <= opening.at
      ? [{ code: 'closes-before-opens' as const, path: [...path, 'closes'], values: { opens, closes } }]
      : []),
  ];
}

function checkClock(path: FilePath, moment: LocalMoment, clock: 'once' | 'twice' | 'skipped'): Finding[] {
  switch (clock) {
    case 'once':
      return [];
    case 'twice':
      return [{ code: 'time-twice', path, severity: 'warning', values: { moment } }];
    case 'skipped':
      return [{ code: 'time-skipped', path, values: { moment } }];
  }
}

function checkReference({ referenceDay, opens, closes }: EditionFile): Finding[] {
  const isEarly = daysBetween(referenceDay, opens) > referenceWithinDays;
  const isLate = daysBetween(closes, referenceDay) > referenceWithinDays;
  if (!isEarly && !isLate) return [];
  return [{ code: 'reference-far', path: ['referenceDay'], values: { day: referenceDay, opens, closes } }];
}

function checkBriefly({ opens, closes }: EditionFile): Finding[] {
  const days = daysBetween(opens, closes);
  if (days >= brieflyDays) return [];
  return [{ code: 'open-briefly', path: ['closes'], severity: 'warning', values: { days } }];
}

/** Reminders that would come before there is anything to be reminded of. */
export function checkReminders(
  path: FilePath,
  { opens, closes, remindDaysBefore = [] }: Period & { remindDaysBefore?: number[] },
): Finding[] {
  return remindDaysBefore.flatMap((days, index) =>
    days <= daysBetween(opens, closes)
      ? []
      : [
          {
            code: 'reminder-too-early' as const,
            path: [...path, 'remindDaysBefore', index],
            severity: 'warning' as const,
            values: { days, opens },
          },
        ],
  );
}

function daysBetween(from: LocalMoment, to: LocalMoment): number {
  return dayOf(from).until(dayOf(to), { largestUnit: 'day' }).days;
}

function dayOf(moment: LocalMoment): Temporal.PlainDate {
  const parts = partsOf(moment);
  if (parts === undefined) throw new RangeError(`not a moment: ${moment}`);
  return Temporal.PlainDate.from(parts.day);
}
