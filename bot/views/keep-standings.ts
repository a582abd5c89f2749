import type { Round } from '../domain/edition/edition.ts';
import type { ScoreSheet } from '../domain/judging/score-sheet.ts';
import { fairMean } from '../domain/ranking/fair-mean.ts';
import { rankByFairMean } from '../domain/ranking/standing.ts';
import type { CategoryStandings } from '../use-cases/read-model.ts';

/** A category's leaderboard from the sheets that count. */
export function keepStandings(
  round: Pick<Round, 'criteria'>,
  entered: readonly { submissionId: string; sheets: readonly ScoreSheet[] }[],
): CategoryStandings {
  const all = entered.flatMap(({ sheets }) => sheets);
  const standings = rankByFairMean(
    entered.map(({ submissionId, sheets }) => ({
      submissionId,
      sheets: sheets.length,
      fairMean: fairMean(
        sheets.map((sheet) => sheet.scores),
        round.criteria,
      ),
    })),
  );
  return {
    asOf: all
      .map((sheet) => sheet.updatedAt)
      .sort()
      .at(-1),
    sheets: all.length,
    standings,
  };
}
