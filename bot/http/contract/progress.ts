import { z } from 'zod';
import { submissionLine } from './parts.ts';

export const progress = z.strictObject({
  roundId: z.string(),
  lines: z.array(
    z.strictObject({
      submission: submissionLine,
      handedIn: z.int(),
      judges: z.int(),
      /**
       * For a judge: how far their own sheet is; `conflict` and `not-assigned` are theirs to leave alone. Absent for who
       * does not judge.
       */
      own: z.enum(['none', 'draft', 'handed-in', 'conflict', 'not-assigned', 'abstained']).optional(),
      /** The judge's own mean, once handed in. */
      ownMean: z.number().optional(),
    }),
  ),
});

const counts = { all: z.int(), done: z.int(), left: z.int() };

/** How far each judge is: how many of how many, and never a score. */
export const judgesProgress = z.strictObject({
  roundId: z.string(),
  roundPhase: z.enum(['before', 'open', 'closed']),
  /** Whether this person may have judges reminded now. */
  mayNudge: z.boolean(),
  categories: z.array(
    z.strictObject({ categoryId: z.string(), ...counts, judges: z.int(), judgesDone: z.int() }),
  ),
  /** Who has most left first. */
  judges: z.array(
    z.strictObject({
      name: z.string(),
      ...counts,
      categories: z.array(z.strictObject({ categoryId: z.string(), ...counts })),
      /** For who may have them reminded, while they have something left. */
      late: z
        .strictObject({
          /** What a reminder names them by. */
          judge: z.string(),
          lastJudgedAt: z.iso.datetime().optional(),
          reach: z.enum(['ready', 'reminded-today', 'planned', 'off', 'unreachable']),
          /** Of what is planned. */
          plannedAt: z.iso.datetime().optional(),
        })
        .optional(),
    }),
  ),
});

export const nudge = z.strictObject({
  /** One of them; absent for all who are late. */
  judge: z.string().min(1).max(100).optional(),
  /** The same for the same press of a button, however often it arrives. */
  key: z.string().min(8).max(64),
});

/** What became of it, and how things are since. */
export const nudged = z.strictObject({
  outcomes: z.array(
    z.strictObject({
      name: z.string(),
      outcome: z.enum(['sent', 'done', 'reminded-today', 'planned', 'off', 'unreachable']),
      plannedAt: z.iso.datetime().optional(),
    }),
  ),
  progress: judgesProgress,
});

/** Who takes part so far. What was withdrawn does not count. */
export const entries = z.strictObject({
  phase: z.enum(['before', 'open', 'closed']),
  /** The first and the last day on which one can hand in. */
  from: z.iso.date(),
  to: z.iso.date(),
  /** How many days that is. */
  days: z.int(),
  /** One number for each day up to and with today. */
  perDay: z.array(z.int()),
  total: z.int(),
  /** The latest first. */
  earlier: z.array(
    z.strictObject({
      name: z.string(),
      /** One number for each of its days. */
      perDay: z.array(z.int()),
      /** Up to the same day of it as today is. */
      atThisDay: z.int(),
      total: z.int(),
    }),
  ),
  /** By name. */
  provinces: z.array(
    z.strictObject({
      province: z.string(),
      /** What is of municipalities in two provinces counts in both. */
      entries: z.int(),
      /** In the latest of the earlier editions, up to the same day of it. */
      earlier: z.int().optional(),
      /** How many municipalities there are. */
      municipalities: z.int(),
      /** Those that take part, by name. */
      entered: z.array(z.string()),
    }),
  ),
  /** Of organisations that are no municipality: in no province. */
  elsewhere: z.int(),
});

export type Progress = z.infer<typeof progress>;
export type JudgesProgress = z.infer<typeof judgesProgress>;
export type NudgeBody = z.infer<typeof nudge>;
export type NudgedAnswer = z.infer<typeof nudged>;
export type Entries = z.infer<typeof entries>;
