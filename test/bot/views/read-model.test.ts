import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { personId } from '../../../bot/domain/person.ts';
import { municipalitiesIn } from '../../../bot/domain/submission/participant.ts';
import type { ReadModelChange } from '../../../bot/use-cases/read-model.ts';
import { writeSheet } from '../../../bot/use-cases/judging/score-submission.ts';
import { tabNews } from '../../../bot/use-cases/overview/tab-news.ts';
import { viewLeaderboard } from '../../../bot/use-cases/standings/view-leaderboard.ts';
import { viewProgress } from '../../../bot/use-cases/overview/view-progress.ts';
import { viewSubmission } from '../../../bot/use-cases/overview/view-submission.ts';
import { createReadModel } from '../../../bot/views/kept-read-model.ts';
import { people, tenantId } from '../../teams/people.ts';
import { full } from '../domain/examples.ts';
import type { OpenWorld } from '../use-cases/world.ts';
import { openWorld } from '../use-cases/world.ts';

let world: OpenWorld;
beforeEach(async () => {
  world = await openWorld({ withSubmissions: true });
});
afterEach(() => world.close());

const key = (person: { id: string }) => ({ tenantId, objectId: person.id });

test('the leaderboard ranks by fair mean what the sheets in the store say', async () => {
  const view = await viewLeaderboard(world, key(people.chair), 'direct');
  const means = view.lines.map((line) => line.standing.fairMean ?? 0);
  expect(means).toEqual([...means].sort((a, b) => b - a));
  expect(view.sheets).toBe(view.lines.reduce((sum, line) => sum + line.standing.sheets, 0));
  expect(view.lines).toHaveLength(7);
});

test('a sheet moves the board, and the feed told twice does not', async () => {
  const changes = await world.catchUp();
  const before = await viewLeaderboard(world, key(people.chair), 'direct');
  world.readModel.onChange(() => {
    throw new Error('nothing has changed');
  });
  const again = createReadModel();
  again.apply(changes);
  again.apply(changes);
  expect(again.standings(world.edition.id, 'direct', 'preselection')).toEqual(
    world.readModel.standings(world.edition.id, 'direct', 'preselection'),
  );
  expect(before.lines[0]?.standing.rank).toBe(1);
});

test.each([people.sanne, people.juror1])('$name does not see the leaderboard', async (person) => {
  await expect(viewLeaderboard(world, key(person), 'direct')).rejects.toMatchObject({ code: 'not-found' });
});

test('a judge sees counts, own state and own mean, and no score of what they have not scored', async () => {
  const { lines } = await viewProgress(world, key(people.juror5));
  const states = new Set(lines.map((line) => line.own));
  expect(states).toEqual(new Set(['none', 'handed-in', 'conflict']));
  for (const line of lines) expect(line.ownMean !== undefined).toBe(line.own === 'handed-in');
  const conflict = lines.find((line) => line.own === 'conflict');
  expect(conflict?.submission.participant).toEqual({ kind: 'municipality', code: 'GM0193' });
  expect(conflict?.judges).toBe(4);
});

test('a submission is there for who may see it, and nowhere for who may not', async () => {
  const grip = world.readModel
    .submissionsOf(world.edition.id)
    .find((each) => municipalitiesIn(each).includes('GM0193'));
  const id = grip?.id ?? '';
  expect((await viewSubmission(world, key(people.juror1), id)).contact).toBeUndefined();
  expect((await viewSubmission(world, key(people.organiser), id)).contact).toBeDefined();
  for (const person of [people.sanne, people.juror5]) {
    await expect(viewSubmission(world, key(person), id)).rejects.toMatchObject({ code: 'not-found' });
  }
});

test('a change is told to those whose screen it touches, and a draft to its writer alone', async () => {
  const changes: ReadModelChange[] = [];
  world.readModel.onChange((change) => changes.push(change));
  const { lines } = await viewProgress(world, key(people.juror1));
  const open = lines.find((line) => line.own === 'none')?.submission;
  const command = {
    submissionId: open?.id ?? '',
    roundId: 'preselection',
    content: full,
    basedOn: 0,
  } as const;
  await writeSheet(world, key(people.juror1), { ...command, wish: 'save' });
  await world.catchUp();
  await writeSheet(world, key(people.juror1), { ...command, wish: 'hand-in', basedOn: 1 });
  await world.catchUp();
  const news = (person: { id: string }) =>
    changes.map((change) =>
      tabNews(
        world.readModel,
        personId(key(person)),
        world.readModel.roleOf(world.edition.id, personId(key(person))),
        change,
      ).map(({ kind }) => kind),
    );
  expect(news(people.juror1)).toEqual([
    ['progress', 'sheet', 'submissions'],
    ['progress', 'sheet', 'submissions'],
  ]);
  expect(news(people.juror2)).toEqual([[], ['progress']]);
  expect(news(people.chair)).toEqual([[], ['leaderboard', 'progress']]);
  expect(news(people.sanne)).toEqual([[], []]);
});
