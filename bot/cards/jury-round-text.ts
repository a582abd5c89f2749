import { closingText } from '../conversation/closing-text.ts';
import type { Edition, Phase, Round } from '../domain/edition/edition.ts';
import type { Language } from '../domain/person.ts';
import { momentText } from '../texts/dates.ts';
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
      return text(language, 'jury.open-until', { closing: roundClosing(language, edition, round) });
    case 'closed':
      return text(language, 'jury.closed');
    default:
      return roundPhase satisfies never;
  }
}

/** Until when a judge can change what they handed in. */
export function changingText(language: Language, { edition, round, roundPhase }: When): string {
  if (roundPhase !== 'open') return text(language, 'sheet.change-closed');
  return text(language, 'sheet.change-until', { closing: roundClosing(language, edition, round) });
}

/** Until when a judge can undo that they abstain. */
export function undoingText(language: Language, { edition, round, roundPhase }: When): string {
  if (roundPhase !== 'open') return text(language, 'abstention.closed');
  return text(language, 'abstention.until', { closing: roundClosing(language, edition, round) });
}

function roundClosing(language: Language, { zone }: Edition, { closesAt }: Round): string {
  return closingText(language, { closesAt, zone });
}
