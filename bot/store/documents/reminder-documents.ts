import { z } from 'zod';
import type { JudgeReminders } from '../../domain/judging/judge-reminder.ts';
import type { Nudge } from '../../domain/judging/nudge.ts';
import { collection } from '../collection.ts';

const roundId = z.enum(['preselection', 'assessment', 'pitch']);
const instant = z.iso.datetime();

const judgeReminders: z.ZodType<JudgeReminders> = z.object({
  count: z.int().min(0),
  lastAt: instant.optional(),
  taken: z.array(z.object({ roundId, closesAt: instant, days: z.int() })),
  snoozed: z.object({ roundId, until: instant }).optional(),
});

/** In a judge's own partition, by `judge-reminders:<edition>`: what they were reminded of, with those messages. */
export const reminders = collection('judge-reminders', judgeReminders);

export function remindersId(editionId: string): string {
  return `judge-reminders:${editionId}`;
}

const nudge: z.ZodType<Nudge> = z.object({
  judge: z.string(),
  roundId,
  by: z.string(),
  at: instant,
  notBefore: instant,
  key: z.string(),
  revision: z.int().positive(),
});

/** In an edition's partition, by `nudge:<judge>`. */
export const nudges = collection('nudge', nudge);
export const nudgePrefix = 'nudge:';
