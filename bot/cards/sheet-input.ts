import { z } from 'zod';
import type { Round } from '../domain/edition/edition.ts';
import type { Score, SheetContent } from '../domain/judging/score-sheet.ts';
import { isOnScale, remarkLength, tidyRemark } from '../domain/judging/score-sheet.ts';

/** What came in from the fields of a sheet. */
export type SheetInput =
  | { kind: 'content'; content: SheetContent }
  /** `criterionId` is absent for the remark on the whole; `by` counts characters as Teams' own fields do (UTF-16). */
  | { kind: 'too-long'; criterionId?: string; by: number }
  /** Not what our own card sends. */
  | { kind: 'malformed' };

const scorePrefix = 'score.';
const remarkPrefix = 'remark.';
const overallRemarkInput = `${remarkPrefix}overall`;

export function scoreInput(criterionId: string): string {
  return scorePrefix + criterionId;
}

/** No criterion is called `overall`. */
export function remarkInput(criterionId: string): string {
  return remarkPrefix + criterionId;
}

/** A score as a field holds it; empty when it has not been answered. */
export function scoreValue(score: Score | undefined): string {
  return score === undefined ? '' : String(score);
}

/**
 * Reads the fields of a sheet for this round: each a string, as Teams sends them, and a field that is not there is
 * empty. A field of a criterion that the round does not have makes all of it malformed.
 */
export function readSheetInput(data: Record<string, unknown>, round: Round): SheetInput {
  const fields = fieldsSchema(round).safeParse(inputsOf(data));
  if (!fields.success) return { kind: 'malformed' };
  const content: SheetContent = { scores: {}, remarks: {}, overallRemark: '' };
  for (const { id } of round.criteria) {
    const score = readScore(fields.data[scoreInput(id)] ?? '');
    if (score !== undefined) content.scores[id] = score;
    const remark = tidyRemark(fields.data[remarkInput(id)] ?? '');
    if (remark !== '') content.remarks[id] = remark;
  }
  content.overallRemark = tidyRemark(fields.data[overallRemarkInput] ?? '');
  return tooLong(content) ?? { kind: 'content', content };
}

/** The first remark that is longer than it may be. */
export function tooLong(content: SheetContent): Extract<SheetInput, { kind: 'too-long' }> | undefined {
  const remarks: [criterionId: string | undefined, remark: string][] = [
    ...Object.entries(content.remarks),
    [undefined, content.overallRemark],
  ];
  const found = remarks.find(([, remark]) => remark.length > remarkLength.most);
  if (found === undefined) return undefined;
  const [criterionId, remark] = found;
  return { kind: 'too-long', criterionId, by: remark.length - remarkLength.most };
}

/** Teams puts the fields flat beside the card's own data. */
function inputsOf(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).filter(([key]) => key.startsWith(scorePrefix) || key.startsWith(remarkPrefix)),
  );
}

function fieldsSchema({ criteria, scale }: Round) {
  const score = z
    .string()
    .regex(/^(-?\d{1,4}|not-assessable|)$/)
    .refine((value) => value === '' || isOnScale(readScore(value) ?? NaN, { scale }));
  const fields: Record<string, z.ZodType<string | undefined>> = {
    [overallRemarkInput]: z.string().optional(),
  };
  for (const { id } of criteria) {
    fields[scoreInput(id)] = score.optional();
    fields[remarkInput(id)] = z.string().optional();
  }
  return z.strictObject(fields);
}

function readScore(value: string): Score | undefined {
  if (value === '') return undefined;
  return value === 'not-assessable' ? value : Number(value);
}
