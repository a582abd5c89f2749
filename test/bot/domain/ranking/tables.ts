import { canonicalOrder } from '../../../../bot/domain/ranking/canonical-order.ts';
import type { Design, Scored } from '../../../../bot/domain/ranking/design.ts';
import { designOf } from '../../../../bot/domain/ranking/design.ts';
import type { RankingInput, RankingSettings } from '../../../../bot/domain/ranking/ranking-input.ts';
import { usualSettings } from '../../../../bot/domain/ranking/ranking-input.ts';

/** Ids that sort as their numbers do. */
export function nameOf(letter: string, index: number): string {
  return `${letter}${String(index).padStart(6, '0')}`;
}

/** Sheets of a table with a row per submission and a column per judge; `undefined` is no sheet. */
export function scoredTable(table: readonly (readonly (number | undefined)[])[]): Scored[] {
  return table.flatMap((row, submission) =>
    row.flatMap((score, judge) =>
      score === undefined
        ? []
        : [{ submissionId: nameOf('s', submission), judge: nameOf('j', judge), score }],
    ),
  );
}

/** In the order of the names, so that position i is row i. */
export function designByName(scored: readonly Scored[]): Design {
  const { submissions, judges } = canonicalOrder(scored);
  return designOf(scored, { submissions: submissions.sort(), judges: judges.sort() });
}

/** A round with one criterion, of which the scores are the sheets' numbers. */
export function roundOfScores(
  scored: readonly Scored[],
  settings: Partial<RankingSettings> = {},
  changes: Partial<RankingInput> = {},
): RankingInput {
  return {
    submissions: [...new Set(scored.map(({ submissionId }) => submissionId))],
    sheets: scored.map(({ submissionId, judge, score }) => ({
      submissionId,
      judge,
      scores: { only: score },
    })),
    criteria: [{ id: 'only', weight: 1 }],
    settings: { ...usualSettings, ...settings },
    seed: 20_261_122,
    ...changes,
  };
}
