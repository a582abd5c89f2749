import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  auditEntries,
  auditPrefix,
  scoreSheets,
  sheetPrefix,
  submissionPartition,
} from '../../../../bot/store/documents/submission-documents.ts';
import { abstain, undoAbstention, viewOwnAbstention } from '../../../../bot/use-cases/judging/abstain.ts';
import { viewOwnSheet, writeSheet } from '../../../../bot/use-cases/judging/score-submission.ts';
import { tabNews } from '../../../../bot/use-cases/overview/tab-news.ts';
import { viewJuryPost } from '../../../../bot/use-cases/judging/view-jury-post.ts';
import { viewLeaderboard } from '../../../../bot/use-cases/standings/view-leaderboard.ts';
import { viewProgress } from '../../../../bot/use-cases/overview/view-progress.ts';
import { people, tenantId } from '../../../teams/people.ts';
import { full } from '../../domain/examples.ts';
import type { OpenWorld } from '../world.ts';
import { openWorldOfTwo } from '../two-submissions.ts';

let world: OpenWorld;
beforeEach(async () => {
  world = await openWorldOfTwo();
});
afterEach(() => world.close());

const key = (name: keyof typeof people) => ({ tenantId, objectId: people[name].id });
const at = { submissionId: 'luisterpaal', roundId: 'preselection' } as const;
const why = { ...at, basedOn: 0, reason: '  Ik adviseerde de indiener.  ' };
const handIn = (basedOn = 0) =>
  writeSheet(world, key('juror1'), { ...at, content: full, wish: 'hand-in', basedOn });
const post = () => viewJuryPost(world, at.submissionId, at.roundId);
const acts = async () =>
  (await auditEntries.list(world.store, submissionPartition(at.submissionId), { prefix: auditPrefix })).map(
    ({ value }) => value.act,
  );

describe('abstaining', () => {
  test('leaves the denominator, and every count and mean with it', async () => {
    await handIn();
    await writeSheet(world, key('juror2'), { ...at, content: full, wish: 'hand-in', basedOn: 0 });
    expect(await post()).toMatchObject({ handedIn: 2, judges: 5 });
    const view = await abstain(world, key('juror1'), why);
    expect(view).toMatchObject({
      abstention: { status: 'abstained', reason: 'Ik adviseerde de indiener.', revision: 1 },
      sheet: { status: 'handed-in' },
    });
    expect(await post()).toMatchObject({ handedIn: 1, judges: 4 });
    await world.catchUp();
    const { lines } = await viewProgress(world, key('juror1'));
    expect(lines[0]).toMatchObject({ handedIn: 1, judges: 4, own: 'abstained' });
    expect(lines[0]).not.toHaveProperty('ownMean');
    const board = await viewLeaderboard(world, key('chair'), 'direct');
    expect(board).toMatchObject({ sheets: 1, lines: [{ standing: { judges: 4, sheets: 1 } }, {}] });
    await undoAbstention(world, key('juror1'), { ...at, basedOn: 1 });
    await world.catchUp();
    expect(await post()).toMatchObject({ handedIn: 2, judges: 5 });
    expect((await viewLeaderboard(world, key('chair'), 'direct')).sheets).toBe(2);
  });

  test('keeps the sheet, and stays in view of who abstains', async () => {
    const before = (await post())?.refreshFor;
    expect(before).toHaveLength(5);
    await writeSheet(world, key('juror1'), { ...at, content: full, wish: 'save', basedOn: 0 });
    await abstain(world, key('juror1'), why);
    await expect(viewOwnSheet(world, key('juror1'), at.submissionId, at.roundId)).rejects.toMatchObject({
      code: 'abstained',
    });
    await expect(handIn(1)).rejects.toMatchObject({ code: 'abstained' });
    const sheets = await scoreSheets.list(world.store, submissionPartition(at.submissionId), {
      prefix: sheetPrefix(at.roundId),
    });
    expect(sheets.map(({ value }) => [value.status, value.scores])).toEqual([['draft', full.scores]]);
    expect((await post())?.refreshFor).toEqual(before);
    expect(await viewOwnAbstention(world, key('juror1'), at.submissionId, at.roundId)).toMatchObject({
      abstention: { status: 'abstained' },
      sheet: { status: 'draft' },
    });
  });

  test('many times at once, or again after it was undone, has one effect', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => abstain(world, key('juror1'), why)));
    expect(new Set(all.map(({ abstention }) => JSON.stringify(abstention))).size).toBe(1);
    await Promise.all([1, 2, 3].map(() => undoAbstention(world, key('juror1'), { ...at, basedOn: 1 })));
    expect((await abstain(world, key('juror1'), why)).abstention?.status).toBe('undone');
    expect(await post()).toMatchObject({ judges: 5 });
    expect(await acts()).toEqual(['submit', 'abstain', 'undo-abstention']);
  });

  test('with another reason says so in the log; undoing what was never done does nothing', async () => {
    await undoAbstention(world, key('juror1'), { ...at, basedOn: 0 });
    await abstain(world, key('juror1'), why);
    await abstain(world, key('juror1'), { ...why, basedOn: 1, reason: 'Familie van de indiener' });
    expect(await acts()).toEqual(['submit', 'abstain', 'abstain']);
  });

  test.each<[string, keyof typeof people, string, string]>([
    ['a civil servant', 'sanne', 'luisterpaal', 'not-a-judge'],
    ['the chair', 'chair', 'luisterpaal', 'not-a-judge'],
    ['a judge who is out already', 'juror5', 'grip', 'conflict'],
    ['a judge, of what is not there', 'juror1', 'weg', 'not-found'],
  ])('by %s is refused', async (_who, name, submissionId, code) => {
    const command = { ...why, submissionId };
    await expect(abstain(world, key(name), command)).rejects.toMatchObject({ code });
    await expect(undoAbstention(world, key(name), command)).rejects.toMatchObject({ code });
    await expect(viewOwnAbstention(world, key(name), submissionId, at.roundId)).rejects.toMatchObject({
      code,
    });
  });

  test('without a reason, or after the close, is refused', async () => {
    await expect(async () => abstain(world, key('juror1'), { ...why, reason: ' x ' })).rejects.toMatchObject({
      code: 'malformed',
    });
    await abstain(world, key('juror1'), why);
    world.setNow('2030-01-01T00:00:00.000Z');
    for (const act of [
      undoAbstention(world, key('juror1'), { ...at, basedOn: 1 }),
      abstain(world, key('juror2'), why),
    ]) {
      await expect(act).rejects.toMatchObject({ code: 'round-closed' });
    }
    expect((await viewOwnAbstention(world, key('juror1'), at.submissionId, at.roundId)).roundPhase).toBe(
      'closed',
    );
  });

  test('is news to who sees how far judging is', async () => {
    const told: unknown[] = [];
    const judge = world.readModel
      .roles(world.edition.id)
      .find(({ objectId }) => objectId === people.juror2.id);
    const stop = world.readModel.onChange((change) =>
      told.push(tabNews(world.readModel, 't:x', judge, change)),
    );
    await abstain(world, key('juror1'), why);
    await world.catchUp();
    stop();
    expect(told).toContainEqual([{ kind: 'progress' }]);
  });
});
