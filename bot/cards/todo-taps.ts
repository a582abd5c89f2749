import { z } from 'zod';
import type { Tapped, TapReply } from '../conversation/inbound-event.ts';
import { text } from '../texts/texts.ts';
import { RefusedError } from '../use-cases/refusal.ts';
import { snoozeReminders } from '../use-cases/submitting/snooze-reminders.ts';
import { viewTodo } from '../use-cases/judging/view-todo.ts';
import { expandCard } from './expand-card.ts';
import { judgingReminderDrawing } from './judging-reminder-drawing.ts';
import type { JudgeTap, JuryTapsContext } from './jury-tap.ts';
import { listReply, nextReply } from './jury-tap.ts';

const submission = z.string().min(1).max(100).optional();
const page = z.coerce.number().int().min(0).max(1_000).optional();

const listing = z.object({ submission, page });
const goingOn = z.object({ submission });
const snoozing = z.object({ days: z.coerce.number().int().min(1).max(3) });

const verbs: Partial<Record<string, (tap: JudgeTap) => Promise<TapReply>>> = {
  'todo.list': async (tap) => {
    const { submission: changed, page: wanted } = read(listing, tap.event);
    return listReply(tap, { changed, page: wanted });
  },
  'todo.next': async (tap) => nextReply(tap, read(goingOn, tap.event).submission),
  'todo.snooze': snooze,
};

/** On a judge's list and reminders. */
export const todoVerbs = Object.keys(verbs);

/** Answers taps on a judge's list and reminders: with the list, or with the sheet of the next one. */
export function createTodoTaps(context: JuryTapsContext): (event: Tapped) => Promise<TapReply> {
  return async (event) => {
    try {
      return await (verbs[event.verb]?.({ context, event }) ?? Promise.reject(new RefusedError('malformed')));
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      const sentence = text(event.person.language, `refusal.${error.code}`);
      return { kind: 'error', code: error.code, text: sentence };
    }
  };
}

async function snooze(tap: JudgeTap): Promise<TapReply> {
  const { context, event } = tap;
  const { days } = read(snoozing, event);
  const until = await snoozeReminders(context.world, event.person, days, event.at);
  const view = await viewTodo(context.world, event.person);
  const drawing = judgingReminderDrawing(view, event.person.language, until);
  if (drawing === undefined) return listReply(tap);
  return { kind: 'card', card: expandCard(drawing.template, drawing.values) };
}

/** @throws RefusedError `malformed` when it is not what a card of ours sends */
function read<T>(schema: z.ZodType<T>, { data }: Tapped): T {
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw new RefusedError('malformed');
  return parsed.data;
}
