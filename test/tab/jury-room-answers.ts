import type { JuryRoom, Sheets } from '../../bot/http/contract/jury-room.ts';
import { juryRoom, sheets } from '../../bot/http/contract/jury-room.ts';
import { criterionSpreads, disagreements } from '../../bot/domain/judging/criterion-spread.ts';
import type { FakeRoute } from './fake-routes.ts';
import type { Entry, Stage } from './stage.ts';
import { judgesOf, lineOf, meanOf, meOf } from './stage.ts';

const names = ['Succesvol', 'Waardevol', 'Herbruikbaar', 'Inclusief'];
const round = {
  criteria: names.map((name) => ({ id: name, weight: 1, name: { nl: name }, explanation: { nl: name } })),
  scale: { lowest: 1, highest: 5 },
};

/** Whole scores around a judge's mean, apart for who is nearly at the middle of the scale. */
function scoresOf(mean: number, judge: number): Record<string, number | 'not-assessable'> {
  const around = [0, 1, -1, judge % 2 === 0 ? 2 : -2];
  return Object.fromEntries(
    names.map((name, index) => [
      name,
      judge === 2 && index === 3
        ? 'not-assessable'
        : Math.min(5, Math.max(1, Math.round(mean + (around[index] ?? 0)))),
    ]),
  );
}

function sheetsOf(entry: Entry) {
  return entry.means.map((mean, judge) => ({ scores: scoresOf(mean, judge), mean }));
}

function roomOf(stage: Stage, categoryId: string): JuryRoom {
  const entries = stage.entries.filter((each) => each.categoryId === categoryId);
  const all = entries.map((entry) => ({ submissionId: entry.id, sheets: sheetsOf(entry) }));
  const count = all.reduce((sum, { sheets: own }) => sum + own.length, 0);
  return juryRoom.parse({
    ...{ categoryId, roundId: 'preselection', sheets: count },
    asOf: count > 0 ? stage.asOf : undefined,
    criteria: criterionSpreads(round, all).map(({ criterionId, ...rest }) => ({
      ...{ id: criterionId, name: criterionId, ...rest },
    })),
    disagreements: disagreements(round, all, 30).flatMap(({ submissionId, criterionId, ...rest }) => {
      const entry = entries.find(({ id }) => id === submissionId);
      return entry === undefined
        ? []
        : [{ submission: lineOf(stage, entry), criterion: criterionId, ...rest }];
    }),
  });
}

function allSheetsOf(stage: Stage, id: string, withNames: boolean): Sheets | undefined {
  const entry = stage.entries.find((each) => each.id === id);
  if (entry === undefined) return undefined;
  return sheets.parse({
    submission: lineOf(stage, entry),
    roundId: 'preselection',
    criteria: names.map((name) => ({ id: name, name, share: 1 / names.length })),
    sheets: sheetsOf(entry).map(({ scores, mean }, judge) => ({
      judge: withNames ? `Jurylid ${String(judge + 1)}` : undefined,
      mean: meanOf([mean]),
      scores: Object.entries(scores).map(([criterionId, score], index) => ({
        criterionId,
        score,
        remark: judge === 0 && index === 1 ? 'Sterk onderbouwd, met cijfers van voor en na.' : undefined,
      })),
      overallRemark: judge === 1 ? 'Wie dit wil overnemen, heeft vooral de <b>aanpak</b> nodig.' : undefined,
    })),
    judges: judgesOf(entry),
    abstained: 0,
  });
}

export const juryRoomRoutes: readonly FakeRoute[] = [
  {
    method: 'GET',
    path: /^\/jury-room$/,
    answer: (stage, { query, actor, language }) =>
      meOf(stage, actor, language).may.juryRoom ? roomOf(stage, query.get('category') ?? '') : undefined,
  },
  {
    method: 'GET',
    path: /^\/submissions\/([\w-]+)\/sheets$/,
    answer: (stage, { actor, language }, found) =>
      meOf(stage, actor, language).may.juryRoom ? allSheetsOf(stage, found[1] ?? '', true) : undefined,
  },
];
