import { dayInZone } from '../domain/day-in-zone.ts';
import type { Edition, Phase, Round } from '../domain/edition/edition.ts';
import type { Language } from '../domain/person.ts';
import { dayText, momentText } from '../texts/dates.ts';
import { text } from '../texts/texts.ts';

interface When {
  edition: Edition;
  round: Round;
  roundPhase: Phase;
}

/** When a judge can score: from, until, or no more. */
export function scoringText(language: Language, { edition, round, roundPhase }: When): string {
  switch (roundPhase) {
    case 'before':
      return text(language, 'jury.not-open', { moment: momentText(language, round.opensAt, edition.zone) });
    case 'open':
      return text(language, 'jury.open-until', until(language, round, edition));
    case 'closed':
      return text(language, 'jury.closed');
    default:
      return roundPhase satisfies never;
  }
}

/** Until when a judge can change what they handed in. */
export function changingText(language: Language, { edition, round, roundPhase }: When): string {
  if (roundPhase !== 'open') return text(language, 'sheet.change-closed');
  return text(language, 'sheet.change-until', until(language, round, edition));
}

/** What closes at midnight is open "tot en met" the day before; else "tot" that moment. */
function until(language: Language, { closesAt }: Round, { zone }: Edition) {
  const lastDay = dayInZone(new Date(Date.parse(closesAt) - 1).toISOString(), zone);
  const includes = lastDay === dayInZone(closesAt, zone) ? 'moment' : 'day';
  return {
    includes,
    moment: includes === 'day' ? dayText(language, lastDay) : momentText(language, closesAt, zone),
  };
}
