import { discussion } from '../../bot/http/contract/discussion.ts';
import { me } from '../../bot/http/contract/me.ts';
import { progress } from '../../bot/http/contract/progress.ts';
import { judges, leaderboard } from '../../bot/http/contract/ranking.ts';
import { submissionDetail } from '../../bot/http/contract/submissions.ts';
import { answersOf } from './browse-answers.ts';
import { fakeRoutes } from './fake-routes.ts';
import type { Actor, Entry, Stage } from './stage.ts';
import { judgesOf, lineOf, meanOf, meOf } from './stage.ts';
import { judgesAnswerOf, rankingFactsOf, standingsOf } from './stage-ranking.ts';

export interface Asked {
  method: 'GET' | 'POST';
  path: string;
  /** Of an act. */
  body?: unknown;
  query: URLSearchParams;
  actor: Actor;
  language: 'nl' | 'en';
}

/** What the contract lets the server answer; `undefined` for what this person may not see. */
export function answerOf(stage: Stage, asked: Asked): unknown {
  const { path, actor, language } = asked;
  for (const { method, path: pattern, answer } of fakeRoutes) {
    const found = method === asked.method ? pattern.exec(path) : null;
    if (found !== null) return answer(stage, asked, found);
  }
  const { may } = meOf(stage, actor, language);
  switch (path) {
    case '/me':
      return me.parse(meOf(stage, actor, language));
    case '/leaderboard':
      return may.leaderboard ? leaderboardOf(stage, asked.query.get('category') ?? '') : undefined;
    case '/judges':
      return may.leaderboard
        ? judges.parse(judgesAnswerOf(stage, asked.query.get('category') ?? ''))
        : undefined;
    case '/progress':
      return may.progress ? progressOf(stage, actor) : undefined;
    default:
      return submissionOf(stage, actor, path.replace('/submissions/', ''));
  }
}

function leaderboardOf(stage: Stage, categoryId: string) {
  const standings = standingsOf(stage, categoryId);
  const sheets = standings.reduce((sum, { handedIn }) => sum + handedIn, 0);
  const asOf = sheets > 0 ? stage.asOf : undefined;
  const ranking = rankingFactsOf(stage, categoryId);
  return leaderboard.parse({ categoryId, roundId: 'preselection', asOf, sheets, standings, ranking });
}

function progressOf(stage: Stage, actor: Actor) {
  const lines = stage.entries.map((each) => ({
    submission: lineOf(stage, each),
    handedIn: each.means.length,
    judges: judgesOf(each),
    ...(actor === 'juror' && {
      own: each.own,
      ownMean: each.own === 'handed-in' ? meanOf(each.means) : undefined,
    }),
  }));
  return progress.parse({ roundId: 'preselection', lines });
}

function submissionOf(stage: Stage, actor: Actor, path: string): unknown {
  const [id = '', part] = path.split('/');
  return part === 'discussion' ? discussionOf(stage, actor, id) : detailOf(stage, actor, id);
}

function discussionOf(stage: Stage, actor: Actor, id: string) {
  const found = stage.entries.find((each) => each.id === id);
  const leads = actor === 'organiser' || actor === 'chair';
  if (found === undefined || !(leads || (actor === 'juror' && found.own === 'handed-in'))) return undefined;
  const link = `https://teams.microsoft.com/l/message/${encodeURIComponent('19:jury@thread.tacv2')}/17?groupId=g`;
  const round = { roundId: 'preselection', name: 'Voorselectie', link };
  const complete = found.talkIsIncomplete !== true;
  return discussion.parse({ rounds: [{ ...round, complete, lines: found.talk ?? [] }] });
}

function detailOf(stage: Stage, actor: Actor, id: string) {
  const found = stage.entries.find((each) => each.id === id);
  if (found === undefined || !maySee(actor, found)) return undefined;
  const contact = { name: 'Sanne de Wit', mail: 'sanne.dewit@utrecht.example' };
  return submissionDetail.parse({
    submission: lineOf(stage, found),
    categoryName: found.categoryId === 'direct' ? 'Direct' : 'Indirect',
    whose: found.nominated === true ? 'nominated' : 'own',
    ...answersOf(stage, actor, found),
    description: found.description,
    finished: { from: '2025-03-01', to: '2025-03-31' },
    submittedAt: '2026-11-24T15:30:00.000Z',
    status: found.mine ?? 'submitted',
    ...((actor === 'organiser' || actor === 'civilServant') && { contact }),
  });
}

function maySee(actor: Actor, { own, mine }: Entry): boolean {
  switch (actor) {
    case 'organiser':
    case 'chair':
      return true;
    case 'juror':
      return own !== 'conflict';
    case 'civilServant':
      return mine !== undefined;
    case 'newcomer':
    case 'stranger':
      return false;
    default:
      return actor satisfies never;
  }
}
