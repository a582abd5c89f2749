import { Temporal } from 'temporal-polyfill';
import type { FinishedPeriod } from '../domain/submission/submission.ts';
import { dayText, monthText } from '../texts/dates.ts';
import type { TextLanguage } from '../texts/texts.ts';
import { text } from '../texts/texts.ts';

/** A period as a reader would write it: "2025", "maart 2025", "3 november 2024". */
export function periodText(language: TextLanguage, { from, to }: FinishedPeriod): string {
  const year = from.slice(0, 4);
  switch (shapeOf({ from, to })) {
    case 'day':
      return dayText(language, from);
    case 'month':
      return monthText(language, from);
    case 'quarter':
      return text(language, 'intake.period.quarter', { quarter: quarterOf(from), year });
    case 'year':
      return year;
    case 'other':
      return text(language, 'intake.period.other', {
        from: dayText(language, from),
        to: dayText(language, to),
      });
  }
}

/** The same, to follow "afgerond": "in 2025", "op 3 november 2024". */
export function whenText(language: TextLanguage, period: FinishedPeriod): string {
  const shape = shapeOf(period);
  const written = periodText(language, period);
  if (shape === 'day') return text(language, 'intake.period.on', { written });
  if (shape === 'quarter') return text(language, 'intake.period.in-quarter', { written });
  return shape === 'other'
    ? text(language, 'intake.period.between', { written })
    : text(language, 'intake.period.in', { written });
}

type Shape = 'day' | 'month' | 'quarter' | 'year' | 'other';

function shapeOf({ from, to }: FinishedPeriod): Shape {
  if (from === to) return 'day';
  const begin = Temporal.PlainDate.from(from);
  const after = Temporal.PlainDate.from(to).add({ days: 1 });
  if (begin.day !== 1 || after.day !== 1) return 'other';
  const { months, years } = begin.until(after, { largestUnit: 'years' });
  if (years === 1 && months === 0 && begin.month === 1) return 'year';
  if (years === 0 && months === 1) return 'month';
  return years === 0 && months === 3 && begin.month % 3 === 1 ? 'quarter' : 'other';
}

function quarterOf(day: string): number {
  return Math.ceil(Number(day.slice(5, 7)) / 3);
}
