import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { judges, leaderboard } from '../../../../bot/http/contract/ranking.ts';
import { shapeJudges, shapeLeaderboard } from '../../../../bot/http/tab/shape-ranking.ts';
import { rankRound } from '../../../../bot/domain/ranking/rank-round.ts';
import { personId } from '../../../../bot/domain/person.ts';
import type { RankedCategory } from '../../../../bot/use-cases/read-model.ts';
import { rankedNews } from '../../../../bot/use-cases/overview/tab-news.ts';
import { viewJudges } from '../../../../bot/use-cases/chasing/view-judges.ts';
import { viewLeaderboard } from '../../../../bot/use-cases/standings/view-leaderboard.ts';
import { writeSheet } from '../../../../bot/use-cases/judging/score-submission.ts';
import type { KeptReadModel } from '../../../../bot/views/kept-read-model.ts';
import { createReadModel } from '../../../../bot/views/kept-read-model.ts';
import type { RankingTurns } from '../../../../bot/views/ranking-turns.ts';
import { createRankingTurns } from '../../../../bot/views/ranking-turns.ts';
import { people, tenantId } from '../../../teams/people.ts';
import { waitFor } from '../../../wait-for.ts';
import { full } from '../../domain/examples.ts';
import type { OpenWorld } from '../world.ts';
import { openWorld } from '../world.ts';

let world: OpenWorld;
let turns: RankingTurns;
let readModel: KeptReadModel;

beforeEach(async () => {
  const opened = await openWorld({ withSubmissions: true });
  turns = createRankingTurns({
    run: async (input) => rankRound(input),
    log: { error: (details) => expect(details).toBeUndefined() },
    timings: { settle: 0, restsFor: 0 },
  });
  readModel = createReadModel(turns);
  readModel.apply(await opened.catchUp());
  world = { ...opened, readModel };
});
afterEach(async () => {
  await turns.stop();
  await world.close();
});

const key = (person: { id: string }) => ({ tenantId, objectId: person.id });
/** Waits until all that was scored is ranked. */
const isRanked = () =>
  waitFor('the ranking', () =>
    world.edition.categories.every(
      ({ id }) => readModel.standings(world.edition.id, id, 'preselection').ranking?.isCurrent === true,
    ),
  );

/** As the tab gets it, from the contract alone. */
async function boardOf(person: { id: string }) {
  const view = await viewLeaderboard(world, key(person), 'direct');
  return leaderboard.parse(JSON.parse(JSON.stringify(shapeLeaderboard(view, 'nl'))));
}

describe('the leaderboard', () => {
  test('is by fair mean before it was ranked, and says so by having no ranking', async () => {
    const { ranking, standings } = await boardOf(people.chair);
    expect(ranking).toBeUndefined();
    expect(standings[0]?.rank).toBe(1);
    expect(standings.every(({ calibrated, aboveNext }) => calibrated === aboveNext)).toBe(true);
  });

  test('then has both scores, intervals, chances, reasons, agreement and the cut', async () => {
    turns.begin();
    await isRanked();
    const { ranking, standings, sheets, asOf } = await boardOf(people.organiser);
    expect(ranking).toMatchObject({ isCurrent: true, sheets, asOf, wanted: 'supported', method: 'mixed' });
    expect(ranking?.outcome).toEqual({ kind: 'ranked' });
    expect(ranking?.cut?.size).toBe(world.edition.rounds[0]?.shortlistSize);
    const scored = standings.filter(({ handedIn }) => handedIn > 0);
    expect(scored.length).toBeGreaterThan(3);
    for (const { calibrated, rankInterval, first, within, fairMean } of scored) {
      expect([calibrated?.score, rankInterval?.from, first, within, fairMean]).toEqual(
        Array.from({ length: 5 }, () => expect.any(Number)),
      );
    }
    expect(scored.slice(0, -1).every(({ aboveNext }) => aboveNext !== undefined)).toBe(true);
    expect(JSON.stringify(standings)).not.toContain('Jurylid');
  });

  test('says that newer scores are being ranked, and when they are', async () => {
    turns.begin();
    await isRanked();
    const before = await boardOf(people.chair);
    const open = before.standings.find(({ handedIn, judges: all }) => handedIn < all)?.submission.id ?? '';
    const judge = [people.juror1, people.juror2, people.juror3, people.juror4, people.juror5].find(
      (each) => readModel.sheet(open, 'preselection', personId(key(each))) === undefined,
    );
    if (judge === undefined) throw new Error('everybody has scored');
    await writeSheet(world, key(judge), {
      ...{ submissionId: open, roundId: 'preselection', content: full, wish: 'hand-in', basedOn: 0 },
    });
    readModel.apply((await world.store.readFeed('all', null, 1_000_000)).changes);
    const during = await boardOf(people.chair);
    expect([during.sheets, during.ranking?.isCurrent, during.ranking?.sheets]).toEqual([
      before.sheets + 1,
      false,
      before.sheets,
    ]);
    expect(during.standings.every(({ aboveNext }) => aboveNext === undefined)).toBe(true);
    await isRanked();
    const after = await boardOf(people.chair);
    expect([after.ranking?.isCurrent, after.ranking?.sheets]).toEqual([true, before.sheets + 1]);
  });

  test('two servers have the same numbers', async () => {
    turns.begin();
    await isRanked();
    const other = createReadModel(turns);
    const told: RankedCategory[] = [];
    other.onRanked((category) => told.push(category));
    const { changes } = await world.store.readFeed('all', null, 1_000_000);
    other.apply(changes.toReversed());
    const at = [world.edition.id, 'direct', 'preselection'] as const;
    const same = await waitFor('the other ranking', () => other.standings(...at).ranking);
    expect(same).toEqual(readModel.standings(...at).ranking);
    expect(told).toContainEqual({
      editionId: world.edition.id,
      categoryId: 'direct',
      roundId: 'preselection',
    });
  });

  test('an open tab of who may see it is told when it is ranked', () => {
    const role = (person: { id: string }) => readModel.roleOf(world.edition.id, personId(key(person)));
    const category = { editionId: world.edition.id, categoryId: 'direct', roundId: 'preselection' } as const;
    expect(rankedNews(role(people.chair), category)).toEqual([{ kind: 'leaderboard', categoryId: 'direct' }]);
    for (const person of [people.juror1, people.sanne])
      expect(rankedNews(role(person), category)).toEqual([]);
  });
});

describe('how strict judges are', () => {
  test('is for chair and organiser, by name, with what to talk about', async () => {
    turns.begin();
    await isRanked();
    for (const person of [people.chair, people.organiser]) {
      const view = judges.parse(
        JSON.parse(JSON.stringify(shapeJudges(await viewJudges(world, key(person), 'direct')))),
      );
      expect(view.isCurrent).toBe(true);
      expect(view.judges.map(({ name }) => name)).toEqual(
        [people.juror1, people.juror2, people.juror3, people.juror4, people.juror5]
          .map(({ name }) => name)
          .sort(),
      );
      expect(view.judges.every(({ offset }) => typeof offset === 'number')).toBe(true);
    }
  });

  test.each([people.juror1, people.juror5, people.sanne])('is nothing for $name', async (person) => {
    const asked = viewJudges(world, key(person), 'direct');
    await expect(asked).rejects.toMatchObject({ code: 'not-found' });
  });

  test('of a category that is none is nothing either', async () => {
    await expect(viewJudges(world, key(people.chair), 'x')).rejects.toMatchObject({ code: 'not-found' });
  });
});
