import type { Draft } from '../domain/draft/draft.ts';
import { text } from '../texts/texts.ts';
import type { Heard } from './heard.ts';
import { asAsked, remarked } from './heard.ts';
import { readCommand } from './reading/read-command.ts';
import { isNo, isYes } from './reading/read-yes-no.ts';
import { bareWords } from './reading/words.ts';

/** What is typed to a card that asks whether it may: throw away, delete, go on. `undefined`: it is something else. */
export function hearConfirmation(draft: Draft, typed: string): Heard | undefined {
  const here = asAsked(draft);
  if (draft.startingOver) {
    if (isYes(typed) || readCommand(typed) === 'start-over') return { draft: here, wish: 'start-over' };
    if (isNo(typed)) return kept(here);
  }
  if (draft.deleting) {
    // "verwijder" once more only asks once more: it may be the same message, sent twice.
    if (isYes(typed) || isLabel(typed, 'intake.deleting.yes')) return { draft: here, wish: 'discard' };
    if (isNo(typed) || isLabel(typed, 'intake.deleting.no')) return kept(here);
  }
  return draft.paused && isYes(typed) ? { draft: here } : undefined;
}

function kept(draft: Draft): Heard {
  return { draft: remarked(draft, 'info', 'intake.kept') };
}

/** What stands on a button may be typed too. */
function isLabel(typed: string, label: 'intake.deleting.yes' | 'intake.deleting.no'): boolean {
  const words = bareWords(typed);
  return words === bareWords(text('nl', label)) || words === bareWords(text('en', label));
}
