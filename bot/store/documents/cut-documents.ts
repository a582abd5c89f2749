import { z } from 'zod';
import type { CutDecision, RoundCut } from '../../domain/judging/round-cut.ts';
import type { CutRule, RankingSettings } from '../../domain/ranking/ranking-input.ts';
import { collection } from '../collection.ts';

const roundId = z.enum(['preselection', 'assessment', 'pitch']);
const instant = z.iso.datetime();
const side = z.enum(['within', 'outside']);

const cutRule: z.ZodType<CutRule> = z.object({
  size: z.int().positive().optional(),
  threshold: z.number().optional(),
});

const made = { reason: z.string(), by: z.string(), at: instant };
const decision: z.ZodType<CutDecision> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('wildcard'), submissionId: z.string(), ...made }),
  z.object({ kind: z.literal('move'), submissionId: z.string(), to: side, ...made }),
  z.object({ kind: z.literal('overrule'), within: z.array(z.string()), ...made }),
]);

const tieStep = z.enum(['calibrated', 'fair-mean', 'criteria', 'median']);

export const rankingSettings: z.ZodType<RankingSettings> = z.object({
  decideBy: z.enum(['supported', 'calibrated', 'fair-mean']),
  method: z.enum(['auto', 'mixed', 'additive']),
  supportLevel: z.number(),
  trust: z.enum(['uncertain', 'estimated']),
  interval: z.enum(['nearest', 'equal-tailed']),
  tieChain: z.array(tieStep),
  cut: cutRule.optional(),
  draws: z.int().optional(),
});

const fixed = z.object({
  by: z.string(),
  at: instant,
  closesAt: instant,
  closingHash: z.string(),
  decidedBy: z.enum(['calibrated', 'fair-mean', 'nothing']),
  settings: rankingSettings,
  seed: z.int(),
  inputHash: z.string(),
  resultHash: z.string(),
  within: z.array(
    z.object({
      submissionId: z.string(),
      because: z.enum(['scores', 'tie', 'wildcard', 'move', 'overrule']),
    }),
  ),
});

export const roundCut: z.ZodType<RoundCut> = z.object({
  roundId,
  categoryId: z.string(),
  status: z.enum(['draft', 'proposed', 'fixed']),
  rule: cutRule,
  decisions: z.array(decision),
  proposed: z
    .object({ by: z.string(), at: instant, inputHash: z.string(), within: z.array(z.string()) })
    .optional(),
  fixed: fixed.optional(),
  revision: z.int().positive(),
  updatedAt: instant,
  keys: z.array(z.string()),
});

/** In an edition's partition, by `cut:<round>:<category>`. */
export const roundCuts = collection('round-cut', roundCut);

export function cutId(round: string, categoryId: string): string {
  return `${cutPrefix(round)}${categoryId}`;
}

export function cutPrefix(round: string): string {
  return `cut:${round}:`;
}

/** In an edition's partition, by `carried:<round>:<category>`: which revision of a cut the next round's posts are of. */
export const carriedCuts = collection('carried-cut', z.object({ revision: z.int().positive() }));

export function carriedId(round: string, categoryId: string): string {
  return `carried:${round}:${categoryId}`;
}
