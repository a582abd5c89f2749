import type { Leaderboard, StandingLine } from '../../../../bot/http/contract/ranking.ts';

/** As many as a hall can read. */
const most = 12;

/** What goes on the stage: all within the cut and what is equal on its line, or else those with a rank; in order. */
export function stageLines({ standings, ranking }: Leaderboard): StandingLine[] {
  const ranked = standings.filter(({ rank }) => rank !== undefined);
  const cut = ranking?.isCurrent === true ? ranking.cut : undefined;
  const chosen = new Set([...(cut?.within ?? []), ...(cut?.tied ?? [])]);
  const within = ranked.filter(({ submission }) => chosen.has(submission.id));
  return (within.length > 0 ? within : ranked).slice(0, most);
}
