import { closingText } from '../conversation/closing-text.ts';
import { localText } from '../domain/edition/edition.ts';
import type { Instant } from '../domain/instant.ts';
import type { Language } from '../domain/person.ts';
import { momentText } from '../texts/dates.ts';
import { speak } from '../texts/texts.ts';
import type { TodoView } from '../use-cases/judging/view-todo.ts';
import type { Drawing } from './drawing.ts';
import { bareLine, plainLine } from './escape.ts';

const roundShown = 60;

/** Tells a judge how much is left and until when, with the way to it; `undefined` when nothing is. */
export function judgingReminderDrawing(
  view: TodoView,
  language: Language,
  snoozedUntil?: Instant,
): Drawing | undefined {
  const { counts, edition, round, roundPhase } = view;
  if (roundPhase !== 'open' || counts.left === 0) return undefined;
  const say = speak(language);
  const closing = closingText(language, { closesAt: round.closesAt, zone: edition.zone });
  const title = say('judging-reminder.title', { left: counts.left, closing });
  const name = localText(round.name, language);
  const values = {
    lang: language,
    fallbackText: title,
    title,
    text: say('judging-reminder.text', {
      round: plainLine(name, roundShown),
      all: counts.all,
      done: counts.done,
    }),
    snoozed:
      snoozedUntil === undefined
        ? ''
        : say('judging-reminder.snoozed', { moment: momentText(language, snoozedUntil, edition.zone) }),
    off: say('judging-reminder.off'),
    nextLabel: say('todo.next'),
    tomorrowLabel: snoozedUntil === undefined ? say('judging-reminder.tomorrow') : '',
    laterLabel: snoozedUntil === undefined ? say('judging-reminder.three-days') : '',
  };
  return { template: 'judging-reminder', values, summary: bareLine(title, 200) };
}
