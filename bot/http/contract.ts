import { z } from 'zod';

/**
 * What the tab asks and what it is told, under `/api/tab`. Every answer is parsed by these before it leaves, so that
 * nothing leaves that is not listed here.
 *
 * GET /me                              → Me
 * GET /leaderboard?category=ID         → Leaderboard         (chair, organiser)
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

const standing = z.strictObject({
  submission: submissionLine,
  /** 1 is first; absent without a mean. */
  rank: z.int().optional(),
  /** Whether the rank is shared. */
  shared: z.boolean(),
  /** On the round's scale, not rounded. */
  fairMean: z.number().optional(),
  /** Handed-in sheets of judges who count. */
  handedIn: z.int(),
  judges: z.int(),
});

export const leaderboard = z.strictObject({
  categoryId: z.string(),
  roundId: z.string(),
  /** When the newest sheet in it was written; absent while there is none. */
  asOf: z.iso.datetime().optional(),
  sheets: z.int(),
  standings: z.array(standing),
});

export const shortlist = z.strictObject({
  roundId: z.string(),
  size: z.int(),
  categories: z.array(z.strictObject({ categoryId: z.string(), standings: z.array(standing) })),
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
export type Shortlist = z.infer<typeof shortlist>;
export type Progress = z.infer<typeof progress>;
export type OwnSubmissions = z.infer<typeof ownSubmissions>;
export type SubmissionDetail = z.infer<typeof submissionDetail>;
export type Discussion = z.infer<typeof discussion>;
export type TalkLine = z.infer<typeof talkLine>;
export type SubmissionLine = z.infer<typeof submissionLine>;
export type StandingLine = z.infer<typeof standing>;
export type TabEvent = z.infer<typeof tabEvent>;
