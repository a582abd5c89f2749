import { z } from 'zod';
import { submissionLine } from './parts.ts';

const score = z.union([z.int(), z.literal('not-assessable')]);

/** Per criterion id; what has not been answered is not there. */
const content = z.strictObject({
  scores: z.record(z.string(), score),
  remarks: z.record(z.string(), z.string()),
  overallRemark: z.string(),
});

const phase = z.enum(['before', 'open', 'closed']);

/** What a judge has to do in the round that runs now, in their own order. */
export const judgeList = z.strictObject({
  roundId: z.string(),
  phase,
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime(),
  tasks: z.array(
    z.strictObject({
      submission: submissionLine,
      state: z.enum(['none', 'draft', 'handed-in', 'abstained']),
    }),
  ),
  /** Kept away from them, because they or their municipality had a part in it. */
  conflicts: z.array(submissionLine),
  nextRound: z.strictObject({ name: z.string(), opensAt: z.iso.datetime() }).optional(),
});

const criterion = z.strictObject({
  id: z.string(),
  name: z.string(),
  explanation: z.string(),
  /** Its share in a sheet's mean, from 0 to 1. */
  share: z.number(),
});

/** All of the text that is judged. */
const judged = z.strictObject({
  line: submissionLine,
  categoryName: z.string(),
  whose: z.enum(['own', 'nominated']),
  finished: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
  partners: z.array(z.string()),
  description: z.string(),
  /** Empty when it was not asked. */
  proof: z.string(),
  /** What its submitter says where the jury judges. */
  judgements: z.array(z.strictObject({ question: z.string(), answer: z.enum(['yes', 'no', 'unsure']) })),
  /** Answers to the edition's own questions. */
  answers: z.array(z.strictObject({ label: z.string(), answer: z.string() })),
});

/** One judge's own part in one submission. */
export const judging = z.strictObject({
  /** Who this is, so that what somebody else left unsent on the same device stays apart. */
  judge: z.string(),
  submission: judged,
  round: z.strictObject({
    id: z.enum(['preselection', 'assessment', 'pitch']),
    name: z.string(),
    phase,
    closesAt: z.iso.datetime(),
    criteria: z.array(criterion),
    scale: z.strictObject({
      lowest: z.int(),
      highest: z.int(),
      anchors: z.array(z.strictObject({ value: z.int(), text: z.string() })),
    }),
  }),
  /** Absent while nothing was written, and while they abstain. */
  sheet: content
    .extend({
      status: z.enum(['draft', 'handed-in']),
      revision: z.int(),
      updatedAt: z.iso.datetime(),
      handedInAt: z.iso.datetime().optional(),
      /** Their own, once handed in. */
      mean: z.number().optional(),
    })
    .optional(),
  abstention: z
    .strictObject({
      status: z.enum(['abstained', 'undone']),
      reason: z.string(),
      revision: z.int(),
      updatedAt: z.iso.datetime(),
    })
    .optional(),
  /** Criteria without a score, after trying to hand in. */
  missing: z.array(z.string()),
  /** What became of an act. */
  event: z.enum(['saved', 'handed-in', 'changed-elsewhere']).optional(),
  /** How many handed in, of how many; once their own is in. */
  jury: z.strictObject({ handedIn: z.int(), judges: z.int() }).optional(),
});

const roundId = z.enum(['preselection', 'assessment', 'pitch']);
const counted = z.int().min(0);
const id = z.string().max(100);
/** More than fits is refused with a sentence; this only keeps out what nobody types. */
const typed = z.string().max(10_000);

export const sheetBody = z.strictObject({
  roundId,
  content: z.strictObject({
    scores: z.record(id, score),
    remarks: z.record(id, typed),
    overallRemark: typed,
  }),
  wish: z.enum(['save', 'hand-in']),
  /** The revision that this was made on; 0 when there was none. */
  basedOn: counted,
});

export const abstentionBody = z.strictObject({
  roundId,
  /** Absent to judge after all. */
  reason: typed.optional(),
  basedOn: counted,
});

export type JudgeList = z.infer<typeof judgeList>;
export type Judging = z.infer<typeof judging>;
export type SheetBody = z.infer<typeof sheetBody>;
export type AbstentionBody = z.infer<typeof abstentionBody>;
