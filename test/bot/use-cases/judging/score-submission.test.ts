import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { SheetContent } from '../../../../bot/domain/judging/score-sheet.ts';
import {
  juryPostName,
  messagePrefix,
  outgoingMessages,
} from '../../../../bot/store/documents/message-documents.ts';
import {
  auditEntries,
  auditPrefix,
  submissionPartition,
} from '../../../../bot/store/documents/submission-documents.ts';
import { chain } from '../../../../bot/use-cases/log/audit-trail.ts';
import type { SheetCommand } from '../../../../bot/use-cases/judging/score-submission.ts';
import { viewOwnSheet, writeSheet } from '../../../../bot/use-cases/judging/score-submission.ts';
import { viewJuryPost } from '../../../../bot/use-cases/judging/view-jury-post.ts';
import { people, tenantId } from '../../../teams/people.ts';
import { content, full } from '../../domain/examples.ts';
import type { OpenWorld } from '../world.ts';
import { openWorldOfTwo } from '../two-submissions.ts';

let world: OpenWorld;
beforeEach(async () => {
  world = await openWorldOfTwo();
});
afterEach(() => world.close());

const juror1 = { tenantId, objectId: people.juror1.id };
const juror2 = { tenantId, objectId: people.juror2.id };
const juror5 = { tenantId, objectId: people.juror5.id };

const command = (changes: Partial<SheetCommand> = {}): SheetCommand => ({
  submissionId: 'luisterpaal',
  roundId: 'preselection',
  content: full,
  wish: 'hand-in',
  basedOn: 0,
  ...changes,
});
const post = () => viewJuryPost(world, 'luisterpaal', 'preselection');
const wanted = async () =>
  (
    await outgoingMessages.read(
      world.store,
      submissionPartition('luisterpaal'),
      messagePrefix + juryPostName('preselection'),
    )
  )?.value.wanted;
const log = async () =>
  (await auditEntries.list(world.store, submissionPartition('luisterpaal'), { prefix: auditPrefix })).map(
    (entry) => entry.value,
  );

describe('a score sheet', () => {
  test('handed in counts once, and the post asks to be edited', async () => {
    const view = await writeSheet(world, juror1, command());
    expect(view).toMatchObject({
      event: 'handed-in',
      faults: [],
      sheet: { status: 'handed-in', revision: 1 },
    });
    expect(await post()).toMatchObject({ handedIn: 1, judges: 5 });
    expect(await wanted()).toBe(2);
  });

  test('handed in again, or many times at once, has one effect and the same answer', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => writeSheet(world, juror1, command())));
    const later = await writeSheet(world, juror1, command());
    expect(new Set([...all, later].map((view) => JSON.stringify(view))).size).toBe(1);
    expect(await wanted()).toBe(2);
    expect((await log()).map((entry) => entry.act)).toEqual(['submit', 'hand-in-sheet']);
  });

  test('by two judges at the same moment both count', async () => {
    await Promise.all([juror1, juror2].map((judge) => writeSheet(world, judge, command())));
    expect(await post()).toMatchObject({ handedIn: 2 });
  });

  test('with something missing is kept as a draft, and says what is missing', async () => {
    const view = await writeSheet(world, juror1, command({ content: content({ success: 4 }, 'goed') }));
    expect(view.event).toBe('saved');
    expect(view.faults.map((fault) => fault.criterionId)).toEqual(['value', 'reuse', 'inclusion']);
    expect((await viewOwnSheet(world, juror1, 'luisterpaal', 'preselection')).sheet).toMatchObject({
      status: 'draft',
      overallRemark: 'goed',
    });
    expect(await post()).toMatchObject({ handedIn: 0 });
    expect(await wanted()).toBe(1);
  });

  test('revised stays handed in; a revision with something missing changes nothing that counts', async () => {
    await writeSheet(world, juror1, command());
    const better: SheetContent = { ...full, scores: { ...full.scores, success: 5 } };
    const revised = await writeSheet(world, juror1, command({ content: better, basedOn: 1, wish: 'save' }));
    expect(revised).toMatchObject({ event: 'handed-in', sheet: { revision: 2, scores: { success: 5 } } });
    const emptied = await writeSheet(world, juror1, command({ content: content({}), basedOn: 2 }));
    expect(emptied.faults).toHaveLength(4);
    expect(emptied.sheet).toEqual(revised.sheet);
    expect((await log()).map((entry) => entry.act)).toEqual(['submit', 'hand-in-sheet', 'revise-sheet']);
  });

  test('handed in again as it is writes nothing: there is nothing to revise', async () => {
    await writeSheet(world, juror1, command());
    const again = await writeSheet(world, juror1, command({ basedOn: 1 }));
    expect(again).toMatchObject({ event: 'handed-in', sheet: { revision: 1 } });
    const draft = { wish: 'save', content: content({ success: 4 }) } as const;
    await writeSheet(world, juror2, command(draft));
    const kept = await writeSheet(world, juror2, command({ ...draft, basedOn: 1 }));
    expect(kept).toMatchObject({ event: 'saved', sheet: { revision: 1, status: 'draft' } });
    await writeSheet(world, juror2, command({ wish: 'save', basedOn: 1 }));
    const handedIn = await writeSheet(world, juror2, command({ basedOn: 2 }));
    expect(handedIn).toMatchObject({ event: 'handed-in', sheet: { revision: 3, status: 'handed-in' } });
  });

  test('made on an older revision changes nothing and shows what is there', async () => {
    await writeSheet(world, juror1, command());
    const stale = await writeSheet(world, juror1, command({ content: content({ success: 1 }) }));
    expect(stale).toMatchObject({ event: 'changed-elsewhere', sheet: { revision: 1, scores: full.scores } });
  });

  test('off the scale is not kept', async () => {
    const view = await writeSheet(world, juror1, command({ content: content({ success: 9 }), wish: 'save' }));
    expect(view.faults).toEqual([{ criterionId: 'success', code: 'off-scale' }]);
    expect(view.sheet).toBeUndefined();
  });

  test.each([
    ['somebody who is no judge', { tenantId, objectId: people.sanne.id }, 'luisterpaal', 'not-a-judge'],
    ['a judge of the same municipality', juror5, 'grip', 'conflict'],
    ['a judge, of what is not there', juror1, 'verzonnen', 'not-found'],
  ])('by %s is refused', async (_who, judge, submissionId, code) => {
    await expect(writeSheet(world, judge, command({ submissionId }))).rejects.toMatchObject({ code });
    await expect(viewOwnSheet(world, judge, submissionId, 'preselection')).rejects.toMatchObject({ code });
  });

  test('can be read back, not written, when the round is over', async () => {
    await writeSheet(world, juror1, command());
    world.setNow('2030-01-01T00:00:00.000Z');
    const view = await viewOwnSheet(world, juror1, 'luisterpaal', 'preselection');
    expect(view).toMatchObject({ roundPhase: 'closed', sheet: { status: 'handed-in' } });
    await expect(writeSheet(world, juror1, command({ basedOn: 1 }))).rejects.toMatchObject({
      code: 'round-closed',
    });
  });

  test('leaves a log in which every entry is chained to the one before', async () => {
    await writeSheet(world, juror1, command());
    await writeSheet(world, juror2, command());
    const entries = await log();
    expect(entries.map((entry) => entry.sequence)).toEqual([1, 2, 3]);
    let head: { sequence: number; hash: string } | undefined;
    for (const entry of entries) {
      const { sequence: _sequence, previousHash: _previous, hash, ...deed } = entry;
      const expected = chain(deed, head);
      expect(expected.hash).toBe(hash);
      head = expected;
    }
  });
});
