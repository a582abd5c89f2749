import type { Round, RoundId } from '../edition/edition.ts';
import type { Instant } from '../instant.ts';
import type { PersonId } from '../person.ts';

/** One judge's scores and remarks for one submission in one round. There is one, wherever they fill it in. */
export interface ScoreSheet extends SheetContent {
  submissionId: string;
  roundId: RoundId;
  judge: PersonId;
  status: SheetStatus;
  /** Counts the times it was written: 1 is the first. A writer says which one they saw. */
  revision: number;
  updatedAt: Instant;
  /** When it was first handed in. */
  handedInAt?: Instant;
}

type SheetStatus = 'draft' | 'handed-in';

export interface SheetContent {
  /** Per criterion id; a criterion that isn't there has not been answered yet. */
  scores: Record<string, Score>;
  /** Remark per criterion id. */
  remarks: Record<string, string>;
  overallRemark: string;
}

/** A whole number on the round's scale, or "niet te beoordelen", which is never 0. */
export type Score = number | 'not-assessable';

export const remarkLength = { most: 2_000 } as const;

/** What is wrong with a sheet that somebody wants to hand in, per criterion. */
export interface SheetFault {
  criterionId: string;
  code: 'missing' | 'off-scale';
}

/** Every criterion answered, each on the scale. A sheet with faults can be kept as a draft, not handed in. */
export function faultsOf(content: SheetContent, round: Pick<Round, 'criteria' | 'scale'>): SheetFault[] {
  return round.criteria.flatMap(({ id }): SheetFault[] => {
    const score = content.scores[id];
    if (score === undefined) return [{ criterionId: id, code: 'missing' }];
    return isOnScale(score, round) ? [] : [{ criterionId: id, code: 'off-scale' }];
  });
}

export function isOnScale(score: Score, { scale }: Pick<Round, 'scale'>): boolean {
  if (score === 'not-assessable') return true;
  return Number.isInteger(score) && score >= scale.lowest && score <= scale.highest;
}

/** A remark as it is kept: as typed, without what no field can hold; JSON would write each of those in six bytes. */
export function tidyRemark(typed: string): string {
  return typed.toWellFormed().replace(/\r\n?/g, '\n').replace(controls, '').trim();
}

const controls = /[\u0000-\u0008\u000B-\u001F\u007F]/g;

export function sameContent(one: SheetContent, other: SheetContent): boolean {
  return canonical(one) === canonical(other);
}

function canonical({ scores, remarks, overallRemark }: SheetContent): string {
  const sorted = (record: Record<string, unknown>) =>
    Object.entries(record)
      .filter(([, value]) => value !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([sorted(scores), sorted(remarks), overallRemark]);
}
