import { z } from 'zod';
import { submissionLine } from './parts.ts';

const phase = z.enum(['before', 'open', 'closed']);
const roundName = z.strictObject({ id: z.string(), name: z.string() });

const step = z.strictObject({
  /** Absent for handing in. */
  round: roundName.optional(),
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime(),
  phase,
});

/** What somebody has to do, the most pressing first: counts and names of what may be seen, never scores. */
const task = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('judge'),
    round: roundName,
    closesAt: z.iso.datetime(),
    all: z.int(),
    done: z.int(),
    left: z.int(),
    /** The next in the judge's own order; absent when nothing is left. */
    next: submissionLine.optional(),
  }),
  z.strictObject({ kind: z.literal('judge-later'), round: roundName, opensAt: z.iso.datetime() }),
  z.strictObject({
    kind: z.literal('late-judges'),
    round: roundName,
    closesAt: z.iso.datetime(),
    late: z.int(),
    sheets: z.int(),
  }),
  z.strictObject({
    kind: z.literal('soon'),
    what: z.enum(['opens', 'closes']),
    /** Absent for handing in. */
    round: roundName.optional(),
    at: z.iso.datetime(),
  }),
  z.strictObject({
    kind: z.literal('unbound-channels'),
    /** Names of the categories whose jury has no channel. */
    jury: z.array(z.string()),
    /** Whether the organisation has none. */
    organisers: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('cut'),
    what: z.enum(['propose', 'fix']),
    round: roundName,
    category: z.strictObject({ id: z.string(), name: z.string() }),
  }),
  z.strictObject({ kind: z.literal('hand-in'), closesAt: z.iso.datetime() }),
  z.strictObject({
    kind: z.literal('finish-draft'),
    title: z.string().optional(),
    /** What was handed in is being changed. */
    changes: z.boolean(),
    closesAt: z.iso.datetime(),
  }),
]);

const ownLine = z.strictObject({
  submission: submissionLine,
  categoryName: z.string(),
  status: z.enum(['submitted', 'withdrawn']),
  submittedAt: z.iso.datetime(),
  /** How far it is, as far as its submitter may know. */
  stage: z.enum(['received', 'withdrawn', 'waiting', 'judging', 'judged']),
  /** Until when it can be changed or is judged. */
  until: z.iso.datetime().optional(),
  /** When the newest feedback on it was sent. */
  feedbackAt: z.iso.datetime().optional(),
});

export const start = z.strictObject({
  /** The moment of this answer, which "today" is. */
  now: z.iso.datetime(),
  /** Handing in and the rounds, as the edition has them; absent without an edition. */
  steps: z.array(step).optional(),
  tasks: z.array(task),
  own: z.array(ownLine),
  /** Teams' link to the person's chat with the bot. */
  chat: z.url(),
});

export type Start = z.infer<typeof start>;
export type StartTask = Start['tasks'][number];
