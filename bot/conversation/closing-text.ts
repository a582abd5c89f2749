import { Temporal } from 'temporal-polyfill';
import type { Edition } from '../domain/edition/edition.ts';
import { dayText, momentText } from '../texts/dates.ts';
import type { TextLanguage } from '../texts/texts.ts';
import { text } from '../texts/texts.ts';

/** Until when one can hand in: "tot en met 4 december 2026" for a closing at midnight, else with the time. */
export function closingText(
  language: TextLanguage,
  { closesAt, zone }: Pick<Edition, 'closesAt' | 'zone'>,
): string {
  const closing = Temporal.Instant.from(closesAt).toZonedDateTimeISO(zone);
  const isMidnight = closing.hour === 0 && closing.minute === 0;
  if (!isMidnight)
    return text(language, 'intake.closing.moment', { moment: momentText(language, closesAt, zone) });
  const lastDay = closing.toPlainDate().subtract({ days: 1 }).toString();
  return text(language, 'intake.closing.day', { day: dayText(language, lastDay) });
}
