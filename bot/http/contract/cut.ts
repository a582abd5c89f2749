import { z } from 'zod';
import { submissionLine } from './parts.ts';

const roundId = z.enum(['preselection', 'assessment', 'pitch']);
const cutStatus = z.enum(['draft', 'proposed', 'fixed', 'stale']);
const side = z.enum(['within', 'outside']);
const instant = z.iso.datetime();

/** Which cuts there are for this person, and what of their rounds they may do. */
export const cuts = z.strictObject({
  /** Those that began, in order. */
  rounds: z.array(
    z.strictObject({
      id: roundId,
      name: z.string(),
      closesAt: instant,
      /** Its sheets can no longer change. */
      isFrozen: z.boolean(),
      categories: z.array(z.strictObject({ categoryId: z.string(), status: cutStatus })),
      may: z.strictObject({ feedback: z.boolean(), export: z.boolean(), exportNames: z.boolean() }),
    }),
  ),
});

/** Who goes on: at most so many, at least such a score, or both. */
const cutRule = z.strictObject({
  size: z.int().positive().optional(),
  /** On the round's scale, of the score that decides. */
  threshold: z.number().optional(),
});

const cutLine = z.strictObject({
  submission: submissionLine,
  /** Absent without a score, and where nothing puts them in order. */
  rank: z.int().optional(),
  fairMean: z.number().optional(),
  calibrated: z.number().optional(),
  side,
  because: z.enum(['scores', 'tie', 'wildcard', 'move', 'overrule']),
  /** Where the scores alone would have it. */
  byScores: side,
  /** Equal in everything with others on the line itself. */
  isTied: z.boolean(),
  /** Set for what another look could take to the other side. */
  onTheLine: z
    .strictObject({
      /** 95 % for its rank. */
      interval: z.strictObject({ from: z.int(), to: z.int() }).optional(),
      /** How many judges it hangs on: without one of them it would stand on the other side. */
      judgesLess: z.int(),
      /** The chance that one more judge takes it to the other side. */
      oneMoreJudge: z.number().optional(),
    })
    .optional(),
  /** Of this person's own municipality: others decide about it. */
  isOwn: z.boolean(),
});

const who = { by: z.string().optional(), at: instant };

const decision = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('wildcard'), submissionId: z.string(), reason: z.string(), ...who }),
  z.strictObject({ kind: z.literal('move'), submissionId: z.string(), to: side, reason: z.string(), ...who }),
  z.strictObject({ kind: z.literal('overrule'), within: z.array(z.string()), reason: z.string(), ...who }),
]);

/** Who of a category goes on after a round. */
export const cut = z.strictObject({
  roundId,
  categoryId: z.string(),
  status: cutStatus,
  /** The revision that was seen; 0 when nobody had changed it. */
  revision: z.int(),
  /** What is proposed or fixed is what was seen: those acts name it. */
  seen: z.string(),
  rule: cutRule,
  scale: z.strictObject({ lowest: z.int(), highest: z.int() }),
  /** In the order of the ranking. */
  lines: z.array(cutLine),
  /** Equal in everything on the line itself, for so many places; absent when nothing is. */
  tie: z.strictObject({ tied: z.int(), places: z.int() }).optional(),
  /** The scores put nobody above anybody: only people can say who goes on. */
  isUndecided: z.boolean(),
  /** In the order in which they were taken. */
  decisions: z.array(decision),
  proposed: z.strictObject(who).optional(),
  fixed: z.strictObject(who).optional(),
  /** What is otherwise than when it was proposed; absent while it is not proposed. */
  sinceProposed: z.strictObject({ scores: z.boolean(), outcome: z.boolean() }).optional(),
  /** When its sheets were frozen; absent while they can still change. */
  frozenAt: instant.optional(),
  closesAt: instant,
  /** The round that who goes on goes on to; absent after the last. */
  nextRound: z.string().optional(),
  how: z.strictObject({
    decidedBy: z.enum(['calibrated', 'fair-mean', 'nothing']),
    wanted: z.enum(['supported', 'fair-mean', 'calibrated']),
    method: z.enum(['mixed', 'additive']).optional(),
    sheets: z.int(),
    judges: z.int(),
    draws: z.int().optional(),
    seed: z.int(),
    inputHash: z.string(),
    resultHash: z.string().optional(),
    closingHash: z.string().optional(),
  }),
  may: z.strictObject({
    prepare: z.boolean(),
    propose: z.boolean(),
    fix: z.boolean(),
    /** Decide about all of the category. */
    overrule: z.boolean(),
  }),
});

/** What another line would make of it. */
export const cutPreview = z.strictObject({
  within: z.array(z.string()),
  tie: z.strictObject({ tied: z.int(), places: z.int() }).optional(),
});

export const cutHistory = z.strictObject({
  /** The first thing first. */
  lines: z.array(
    z.strictObject({
      act: z.enum([
        ...(['set-cut-rule', 'wildcard', 'move-cut', 'overrule', 'undo-wildcard'] as const),
        ...(['undo-move-cut', 'undo-overrule', 'propose-cut', 'fix-cut'] as const),
      ]),
      ...who,
      decision: decision.optional(),
      rule: cutRule.optional(),
    }),
  ),
});

const command = {
  roundId,
  categoryId: z.string(),
  /** The revision that was seen. */
  basedOn: z.int().nonnegative(),
  key: z.string().min(1).max(200),
};
const ids = z.array(z.string()).max(10_000);

export const cutChange = z.strictObject({
  ...command,
  change: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('set-rule'), rule: cutRule }),
    z.strictObject({
      kind: z.literal('decide'),
      wish: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('wildcard'), submissionId: z.string() }),
        z.strictObject({ kind: z.literal('move'), submissionId: z.string(), to: side }),
        z.strictObject({ kind: z.literal('overrule'), within: ids }),
      ]),
      reason: z.string().max(5_000),
    }),
    /** Which, counted from 0 in the order in which they were taken. */
    z.strictObject({ kind: z.literal('undo'), which: z.int().nonnegative() }),
  ]),
});

export const cutSignature = z.strictObject({ ...command, seen: z.string() });

/** `changed`: somebody was first, or what was seen is otherwise now; nothing was done. */
export const cutDone = z.strictObject({ kind: z.enum(['done', 'changed']), cut });

export type Cuts = z.infer<typeof cuts>;
export type Cut = z.infer<typeof cut>;
export type CutLine = z.infer<typeof cutLine>;
export type CutDecision = z.infer<typeof decision>;
export type CutRule = z.infer<typeof cutRule>;
export type CutPreview = z.infer<typeof cutPreview>;
export type CutHistory = z.infer<typeof cutHistory>;
export type CutChange = z.infer<typeof cutChange>;
export type CutDone = z.infer<typeof cutDone>;
