import { z } from 'zod';

/**
 * What the tab asks and what it is told, under `/api/tab`. Every answer is parsed by these before it leaves, so that
 * nothing leaves that is not listed here.
 *
 * GET /me                              → Me
 * GET /leaderboard?category=ID         → Leaderboard         (chair, organiser)
 * GET /judges?category=ID              → Judges              (chair, organiser who do not judge)
 * GET /shortlist                       → Shortlist           (chair, organiser)
 * GET /progress                        → Progress            (judges, chair, organiser)
 * GET /submissions/mine                → OwnSubmissions
 * GET /submissions/:id                 → SubmissionDetail    (who may see it)
 * GET /submissions/:id/discussion      → Discussion          (who may see its scores and did not hand it in)
 * GET /events                          → text/event-stream of TabEvent
 *
 * Every call bears `Authorization: Bearer <Teams token>`. A refusal is `{ code }` with 400, 401, 403, 404 or 429.
 */

const category = z.strictObject({ id: z.string(), name: z.string(), explanation: z.string() });

const editionSummary = z.strictObject({
  id: z.string(),
  name: z.string(),
  zone: z.string(),
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime(),
  phase: z.enum(['before', 'open', 'closed']),
  categories: z.array(category),
  example: z.boolean(),
});

const round = z.strictObject({
  id: z.string(),
  name: z.string(),
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime(),
  phase: z.enum(['before', 'open', 'closed']),
  shortlistSize: z.int(),
  scale: z.strictObject({ lowest: z.int(), highest: z.int() }),
});

export const me = z.strictObject({
  name: z.string(),
  language: z.enum(['nl', 'en']),
  roles: z.array(z.enum(['organiser', 'chair', 'juror', 'scorer', 'assessor'])),
  /** Which screens there are for this person. */
  may: z.strictObject({ leaderboard: z.boolean(), shortlist: z.boolean(), progress: z.boolean() }),
  edition: editionSummary.optional(),
  round: round.optional(),
});

const submissionLine = z.strictObject({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  /** The name of whose initiative it is. */
  participant: z.string(),
  categoryId: z.string(),
  example: z.boolean(),
});

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

export const shortlist = z.strictObject({
  roundId: z.string(),
  size: z.int(),
  categories: z.array(
    z.strictObject({
      categoryId: z.string(),
      standings: z.array(standing),
      /** There are scores, and they do not put the submissions in order. */
      isUndecided: z.boolean(),
    }),
  ),
});

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

export const ownSubmissions = z.strictObject({
  submissions: z.array(
    z.strictObject({
      submission: submissionLine,
      submittedAt: z.iso.datetime(),
      status: z.enum(['submitted', 'withdrawn']),
      categoryName: z.string(),
    }),
  ),
});

export const submissionDetail = z.strictObject({
  submission: submissionLine,
  categoryName: z.string(),
  whose: z.enum(['own', 'nominated']),
  description: z.string(),
  finished: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
  submittedAt: z.iso.datetime(),
  status: z.enum(['submitted', 'withdrawn']),
  /** Only to the submitter and the organiser. */
  contact: z.strictObject({ name: z.string(), mail: z.string() }).optional(),
});

const talkLine = z.strictObject({
  id: z.string(),
  /** The name of who said it. */
  author: z.string(),
  mine: z.boolean(),
  at: z.iso.datetime(),
  /** Empty when it was deleted, or was no text. */
  text: z.string(),
  /** There is more of it in Teams. */
  cut: z.boolean(),
  /** A picture or a file came with it, which is in Teams only. */
  attachment: z.boolean(),
  edited: z.boolean(),
  deleted: z.boolean(),
});

/** What the jury says below the posts, for each round in which this person may read along. */
export const discussion = z.strictObject({
  rounds: z.array(
    z.strictObject({
      roundId: z.string(),
      name: z.string(),
      /** Opens the thread in Teams; absent while there is no post. */
      link: z.url().optional(),
      /** Whether everything is here; otherwise there may be more in Teams. */
      complete: z.boolean(),
      /** Oldest first. */
      lines: z.array(talkLine),
    }),
  ),
});

/** What has changed for this person, to ask again; carries no data. */
export const tabEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('leaderboard'), categoryId: z.string() }),
  z.strictObject({ kind: z.literal('progress') }),
  z.strictObject({ kind: z.literal('own-submissions') }),
  z.strictObject({ kind: z.literal('discussion'), submissionId: z.string() }),
]);

export const refusal = z.strictObject({ code: z.string() });

export type Me = z.infer<typeof me>;
export type Leaderboard = z.infer<typeof leaderboard>;
export type Judges = z.infer<typeof judges>;
export type Ranking = z.infer<typeof ranking>;
export type Shortlist = z.infer<typeof shortlist>;
export type Progress = z.infer<typeof progress>;
export type OwnSubmissions = z.infer<typeof ownSubmissions>;
export type SubmissionDetail = z.infer<typeof submissionDetail>;
export type Discussion = z.infer<typeof discussion>;
export type TalkLine = z.infer<typeof talkLine>;
export type SubmissionLine = z.infer<typeof submissionLine>;
export type StandingLine = z.infer<typeof standing>;
export type TabEvent = z.infer<typeof tabEvent>;
