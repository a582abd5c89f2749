import type { FinishedPeriod } from '../domain/submission/submission.ts';
import type { Language } from '../domain/person.ts';

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

/** As exactly as it was said and no more: "2025", "maart 2025", "juli–september 2025", "4 maart 2025". */
export function periodText(language: Language, { from, to }: FinishedPeriod): string {
  const start = new Date(`${from}T00:00:00Z`);
  const end = new Date(`${to}T00:00:00Z`);
  return new Intl.DateTimeFormat(locales[language], {
    ...precision(start, end),
    timeZone: 'UTC',
  }).formatRange(start, end);
}

function precision(start: Date, end: Date): Intl.DateTimeFormatOptions {
  const dayAfter = new Date(end.getTime() + dayMs);
  const isWholeMonths = start.getUTCDate() === 1 && dayAfter.getUTCDate() === 1;
  if (!isWholeMonths) return { dateStyle: 'long' };
  const isWholeYears = start.getUTCMonth() === 0 && dayAfter.getUTCMonth() === 0;
  return isWholeYears ? { year: 'numeric' } : { month: 'long', year: 'numeric' };
}

const dayMs = 24 * 60 * 60 * 1_000;
