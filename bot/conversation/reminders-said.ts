import { Temporal } from 'temporal-polyfill';
import { dayInZone } from '../domain/day-in-zone.ts';
import type { Draft } from '../domain/draft/draft.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { Instant } from '../domain/instant.ts';
import { text } from '../texts/texts.ts';
import type { ChatTurn } from './chat-turn.ts';
import { remarked } from './heard.ts';
import { namesText } from './names-text.ts';

/** A draft that is to wait, with a word on the reminders that will come; any other as it is. */
export function withRemindersSaid(draft: Draft, edition: Edition, turn: ChatTurn, at: Instant): Draft {
  if (!draft.paused || draft.status !== 'open' || Object.keys(draft.answers).length === 0) return draft;
  if (draft.remark?.tone === 'mend') return draft;
  const days = daysAhead(edition, at);
  if (days.length === 0) return draft;
  if (turn.conversation.remindersOff) return remarked(draft, 'info', 'intake.paused.no-reminders');
  const { language } = turn.person;
  const named = days.map((each) => text(language, 'intake.paused.days', { days: each }));
  return remarked(draft, 'info', 'intake.paused.reminders', { days: namesText(language, named) });
}

/** Reminders still to come, in days before the closing, the first one first. */
function daysAhead({ remindDaysBefore, closesAt, zone }: Edition, at: Instant): number[] {
  const today = dayInZone(at, zone);
  const closing = Temporal.PlainDate.from(dayInZone(closesAt, zone));
  return remindDaysBefore
    .filter((days) => closing.subtract({ days }).toString() > today)
    .toSorted((a, b) => b - a);
}
