import type { CanonicalOrder } from './canonical-order.ts';
import { canonicalOrder } from './canonical-order.ts';
import type { Design, Scored } from './design.ts';
import { designOf } from './design.ts';
import { sheetMean } from './fair-mean.ts';
import { meanOf, medianOf } from './numbers.ts';
import type { RankingInput } from './ranking-input.ts';
import type { Comparison } from './tie-chain.ts';
import type { TieStep } from './ranking-input.ts';

/** A round with everything that needs no model. */
export interface ScoredRound {
  /** Those with a number, by id. */
  scored: string[];
  /** Those without, by id. */
  unscored: string[];
  fairMeans: ReadonlyMap<string, number | undefined>;
  medians: ReadonlyMap<string, number | undefined>;
  /** Per criterion, the heaviest first; equal weights in the order of the round. */
  criterionMeans: { criterionId: string; means: ReadonlyMap<string, number | undefined> }[];
  sheetCounts: ReadonlyMap<string, number>;
  abstained: ReadonlyMap<string, number>;
  design: Design;
  order: CanonicalOrder;
}

export function scoreRound({ submissions, sheets, abstentions = [], criteria }: RankingInput): ScoredRound {
  const all = sheets.flatMap(({ submissionId, judge, scores }): Scored[] => {
    const score = sheetMean(scores, criteria);
    return score === undefined ? [] : [{ submissionId, judge, score }];
  });
  const perSubmission = grouped(all, ({ score }) => score);
  const ids = [...submissions].sort();
  const order = canonicalOrder(all);
  return {
    scored: ids.filter((id) => perSubmission.has(id)),
    unscored: ids.filter((id) => !perSubmission.has(id)),
    fairMeans: mapped(perSubmission, meanOf),
    medians: mapped(perSubmission, medianOf),
    criterionMeans: [...criteria]
      .sort((a, b) => b.weight - a.weight)
      .map(({ id }) => ({ criterionId: id, means: criterionMeans(sheets, id) })),
    sheetCounts: mapped(perSubmission, (scores) => scores.length),
    abstained: mapped(
      grouped(abstentions, () => 1),
      (ones) => ones.length,
    ),
    design: designOf(all, order),
    order,
  };
}

/** What a step of the tie chain compares; `calibrated` only where there is such a score. */
export function comparisonsOf(
  step: TieStep,
  round: ScoredRound,
  calibrated?: ReadonlyMap<string, number>,
): Comparison[] {
  switch (step) {
    case 'calibrated':
      return calibrated === undefined ? [] : [{ by: { by: 'calibrated' }, values: calibrated }];
    case 'fair-mean':
      return [{ by: { by: 'fair-mean' }, values: round.fairMeans }];
    case 'criteria':
      return round.criterionMeans.map(({ criterionId, means }) => ({
        by: { by: 'criterion', criterionId },
        values: means,
      }));
    case 'median':
      return [{ by: { by: 'median' }, values: round.medians }];
    default:
      return step satisfies never;
  }
}

function criterionMeans(sheets: RankingInput['sheets'], criterionId: string) {
  const numbers = grouped(sheets, ({ scores }) => {
    const score = scores[criterionId];
    return typeof score === 'number' ? score : undefined;
  });
  return mapped(numbers, meanOf);
}

/** Per submission the numbers of what is about it, in the order they come. */
function grouped<T extends { submissionId: string }>(
  items: readonly T[],
  numberOf: (item: T) => number | undefined,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const item of items) {
    const value = numberOf(item);
    if (value === undefined) continue;
    const group = groups.get(item.submissionId);
    if (group === undefined) groups.set(item.submissionId, [value]);
    else group.push(value);
  }
  return groups;
}

function mapped<T>(groups: ReadonlyMap<string, number[]>, make: (values: number[]) => T): Map<string, T> {
  return new Map([...groups].map(([id, values]) => [id, make(values)]));
}
