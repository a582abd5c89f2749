import { z } from 'zod';
import type { Abstention } from '../../domain/judging/abstention.ts';
import type { AssignedJudges, AssignmentPlan } from '../../domain/judging/assignment.ts';
import type {
  FrozenSheets,
  RoundClosing,
  RoundPassing,
  RoundTurns,
} from '../../domain/judging/round-turn.ts';
import { collection } from '../collection.ts';

/** What is kept of judging besides the sheets: some of it with the submission, some with the edition. */

const roundId = z.enum(['preselection', 'assessment', 'pitch']);
const instant = z.iso.datetime();

const abstention: z.ZodType<Abstention> = z.object({
  submissionId: z.string(),
  roundId,
  judge: z.string(),
  status: z.enum(['abstained', 'undone']),
  reason: z.string(),
  revision: z.int().positive(),
  updatedAt: instant,
});

/** In a submission's partition, by `abstention:<round>:<judge>`; never deleted. */
export const abstentions = collection('abstention', abstention);

export function abstentionId(round: string, judge: string): string {
  return `${abstentionPrefix(round)}${judge}`;
}

export function abstentionPrefix(round: string): string {
  return `abstention:${round}:`;
}

const assignedJudges: z.ZodType<AssignedJudges> = z.object({
  roundId,
  judges: z.array(z.string()),
  /** The plan it is of. */
  plan: z.int().positive(),
});

/** In a submission's partition, by `assigned:<round>`. */
export const assignments = collection('assigned-judges', assignedJudges);

export function assignmentId(round: string): string {
  return `assigned:${round}`;
}

const frozenSheets: z.ZodType<FrozenSheets> = z.object({
  roundId,
  closesAt: instant,
  judges: z.array(z.string()),
  hash: z.string(),
  salt: z.string().optional(),
  frozenAt: instant,
});

/** In a submission's partition, by `frozen:<round>`: from then on no sheet of that round is written. */
export const frozenRounds = collection('frozen-sheets', frozenSheets);

export function frozenId(round: string): string {
  return `frozen:${round}`;
}

const divergencesSaid = z.object({ criterionIds: z.array(z.string()) });

/** In a submission's partition, by `divergence:<round>`: on which criteria the jury was asked to talk. */
export const saidDivergences = collection('said-divergence', divergencesSaid);

export function divergenceId(round: string): string {
  return `divergence:${round}`;
}

const turn = z.object({
  opensAt: instant.optional(),
  closesAt: instant.optional(),
  closedBy: z.string().optional(),
});

const roundTurns: z.ZodType<RoundTurns> = z.object({ turns: z.partialRecord(roundId, turn) });

/** In an edition's partition: what the organiser opened and closed by hand. */
export const roundTurnDocuments = collection('round-turns', roundTurns);
export const roundTurnsId = 'round-turns';

const roundClosing: z.ZodType<RoundClosing> = z.object({
  roundId,
  closesAt: instant,
  method: z.enum(['clock', 'organiser']),
  by: z.string(),
  frozenAt: instant,
  submissions: z.int(),
  sheets: z.int(),
  hash: z.string(),
});

/** In an edition's partition, by `closing:<round>:<closesAt>`: one for each time that a round closed. */
export const roundClosings = collection('round-closing', roundClosing);
export const closingPrefix = 'closing:';

export function closingId(round: string, closesAt: string): string {
  return `${closingPrefix}${round}:${closesAt}`;
}

const roundPassing: z.ZodType<RoundPassing> = z.object({
  phase: z.enum(['before', 'open', 'closed']),
  opensAt: instant,
  closesAt: instant,
  panel: z.string().optional(),
});

/** In an edition's partition, by `passing:<round>`: what the posts in the jury channel were last drawn for. */
export const roundPassings = collection('round-passing', roundPassing);

export function passingId(round: string): string {
  return `passing:${round}`;
}

const assignmentPlan: z.ZodType<AssignmentPlan> = z.object({
  roundId,
  plan: z.int().positive(),
  seed: z.int(),
  by: z.string(),
  at: instant,
  judges: z.array(z.string()),
  cases: z.record(z.string(), z.array(z.int())),
  fingerprint: z.string(),
  isApplied: z.boolean(),
});

/** In an edition's partition, by `plan:<round>`: the last one that was applied, or is being. */
export const assignmentPlans = collection('assignment-plan', assignmentPlan);

export function planId(round: string): string {
  return `plan:${round}`;
}
