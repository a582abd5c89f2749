import { Temporal } from 'temporal-polyfill';
import type { FinishedPeriod } from '../../domain/submission/submission.ts';

/** So many months from the first of that one. Months count from 1 and may run over the end of the year. */
export function monthsFrom(year: number, month: number, months: number): FinishedPeriod {
  const from = Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ months: month - 1 });
  return { from: from.toString(), to: from.add({ months }).subtract({ days: 1 }).toString() };
}

export function wholeYear(year: number): FinishedPeriod {
  return monthsFrom(year, 1, 12);
}

/** @returns `undefined` when there is no such day */
export function oneDay(year: number, month: number, day: number): FinishedPeriod | undefined {
  try {
    const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
    return { from: date, to: date };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

export type Part = 'early' | 'middle' | 'late';

/**
 * The first, second or last third: of a year four months, of a quarter or a season one month, of a month ten days or
 * what is left.
 */
export function partOf(period: FinishedPeriod, part: Part): FinishedPeriod {
  const from = Temporal.PlainDate.from(period.from);
  const { days } = from.until(period.to);
  const unit = days > 100 ? { months: 4 } : days > 31 ? { months: 1 } : { days: 10 };
  const second = from.add(unit);
  const third = second.add(unit);
  switch (part) {
    case 'early':
      return { from: period.from, to: second.subtract({ days: 1 }).toString() };
    case 'middle':
      return { from: second.toString(), to: third.subtract({ days: 1 }).toString() };
    case 'late':
      return { from: third.toString(), to: period.to };
    default:
      return part satisfies never;
  }
}
