import { z } from 'zod';
import { submissionLine } from './parts.ts';

/** Why a line stands above the next, and by how much. */
const reason = z.discriminatedUnion('by', [
  z.strictObject({ by: z.enum(['calibrated', 'fair-mean', 'median']), difference: z.number() }),
  z.strictObject({ by: z.literal('criterion'), name: z.string(), difference: z.number() }),
  z.strictObject({ by: z.literal('equal') }),
  z.strictObject({ by: z.literal('not-scored') }),
]);

const standing = z.strictObject({
  submission: submissionLine,
  /** 1 is first; absent without a score, and where nothing puts them in order. */
  rank: z.int().optional(),
  /** Whether the rank is shared. */
  shared: z.boolean(),
  /** On the round's scale, not rounded. */
  fairMean: z.number().optional(),
  /** Adjusted for how strict judges are; on the round's scale. This and what follows is of the ranking. */
  calibrated: z.strictObject({ score: z.number(), standardError: z.number() }).optional(),
  /** Where the rank really is, with 95 % certainty. */
  rankInterval: z.strictObject({ from: z.int(), to: z.int() }).optional(),
  /** The chance to be the best. */
  first: z.number().optional(),
  /** The chance to be within the cut. */
  within: z.number().optional(),
  /** Handed-in sheets of judges who count. */
  handedIn: z.int(),
  judges: z.int(),
  abstained: z.int(),
  /** Absent on the last line, while newer sheets are being ranked, and where nothing puts them in order. */
  aboveNext: reason.optional(),
});

const outcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ranked') }),
  z.strictObject({ kind: z.literal('nothing-scored') }),
  z.strictObject({ kind: z.literal('one-judge') }),
  z.strictObject({ kind: z.literal('all-equal') }),
  z.strictObject({ kind: z.literal('disconnected'), groups: z.int() }),
  z.strictObject({ kind: z.literal('too-few-sheets'), sheets: z.int(), needed: z.int() }),
  z.strictObject({ kind: z.literal('not-distinguished') }),
]);

const cut = z.strictObject({
  size: z.int(),
  /** Ids, in order. */
  within: z.array(z.string()),
  /** Equal in everything on the line itself; the jury decides which of them fill `placesLeft`. */
  tied: z.array(z.string()),
  placesLeft: z.int(),
  /** Those that one judge less or more could take to the other side, in order. */
  onTheLine: z.array(
    z.strictObject({
      submissionId: z.string(),
      /** How many of the judges it hangs on: without one of them it would stand on the other side. */
      judgesLess: z.int(),
      /** The chance that one more judge takes it to the other side. */
      oneMoreJudge: z.number().optional(),
    }),
  ),
  /** Whether was looked at what happens without one of the judges. */
  leftOut: z.boolean(),
});

const decidedBy = z.enum(['calibrated', 'fair-mean', 'nothing']);

const ranking = z.strictObject({
  /** Whether it is of the sheets that the standings are of; otherwise those are being ranked. */
  isCurrent: z.boolean(),
  asOf: z.iso.datetime().optional(),
  sheets: z.int(),
  judges: z.int(),
  outcome,
  decidedBy,
  /** `supported`: as the scores bear it. */
  wanted: z.enum(['supported', 'fair-mean', 'calibrated']),
  method: z.enum(['mixed', 'additive']).optional(),
  /** The chance of differences this large between judges who are equally strict. */
  judgesAlike: z.number().optional(),
  /** Kendall's W over those who scored everything. */
  agreement: z
    .strictObject({ w: z.number(), p: z.number(), judges: z.int(), submissions: z.int() })
    .optional(),
  cut: cut.optional(),
});

export const leaderboard = z.strictObject({
  categoryId: z.string(),
  roundId: z.string(),
  /** When the newest sheet in it was written; absent while there is none. */
  asOf: z.iso.datetime().optional(),
  sheets: z.int(),
  standings: z.array(standing),
  /** Absent before the first time. */
  ranking: ranking.optional(),
});

/** To talk with judges about, and no part of any outcome. */
export const judges = z.strictObject({
  categoryId: z.string(),
  roundId: z.string(),
  /** As with the leaderboard. */
  isCurrent: z.boolean(),
  /** By name. */
  judges: z.array(
    z.strictObject({
      name: z.string(),
      sheets: z.int(),
      /** Above 0 is milder than the others, below 0 stricter; on the round's scale. */
      offset: z.number().optional(),
      /** How sure the offset is; on the round's scale. */
      standardError: z.number().optional(),
      /** Spearman's correlation with the average order of the others. */
      agreesWithOthers: z.number().optional(),
      /** What would come within the cut, and fall out of it, without this judge. */
      comeIn: z.array(submissionLine),
      fallOut: z.array(submissionLine),
    }),
  ),
  /** Scores far from what submission and judge let expect, in standard deviations; the furthest first. */
  remarkable: z.array(
    z.strictObject({ submission: submissionLine, judge: z.string(), deviation: z.number() }),
  ),
});

export type Leaderboard = z.infer<typeof leaderboard>;
export type Judges = z.infer<typeof judges>;
export type Ranking = z.infer<typeof ranking>;
export type StandingLine = z.infer<typeof standing>;
