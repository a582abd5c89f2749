import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Edition } from '../../../../bot/domain/edition/edition.ts';
import {
  editionDocumentId,
  editionPartition,
  editions,
} from '../../../../bot/store/documents/edition-documents.ts';
import {
  auditEntries,
  auditPrefix,
  submissionPartition,
} from '../../../../bot/store/documents/submission-documents.ts';
import { abstain } from '../../../../bot/use-cases/judging/abstain.ts';
import { applyAssignment, finishAssignments } from '../../../../bot/use-cases/rounds/assign-judges-apply.ts';
import type { AssignmentPreview } from '../../../../bot/use-cases/rounds/assign-judges.ts';
import { previewAssignment } from '../../../../bot/use-cases/rounds/assign-judges.ts';
import { writeSheet } from '../../../../bot/use-cases/judging/score-submission.ts';
import { viewJuryPost } from '../../../../bot/use-cases/judging/view-jury-post.ts';
import { viewProgress } from '../../../../bot/use-cases/overview/view-progress.ts';
import { people, tenantId } from '../../../teams/people.ts';
import { full, now } from '../../domain/examples.ts';
import { submitOf } from '../two-submissions.ts';
import type { OpenWorld } from '../world.ts';
import { openWorld } from '../world.ts';

const entered = ['luisterpaal', 'grip', 'brug', 'loket'];
let world: OpenWorld;
beforeEach(async () => {
  world = await openWorld();
  for (const submissionId of entered) {
    await submitOf(world, submissionId, submissionId === 'grip' ? 'GM0193' : 'GM0344');
  }
  await assignPer(2);
});
afterEach(() => world.close());

async function assignPer(perSubmission: number): Promise<void> {
  const partition = editionPartition(world.edition.id);
  const before = await editions.read(world.store, partition, editionDocumentId);
  const rounds = world.edition.rounds.map((round) => ({ ...round, assignment: { perSubmission } }));
  const edition: Edition = { ...world.edition, rounds };
  await world.store.commit(partition, [editions.write(editionDocumentId, edition, before)]);
}

const key = (name: keyof typeof people) => ({ tenantId, objectId: people[name].id });
const wish = () => ({ editionId: world.edition.id, roundId: 'preselection' as const, seed: 3 });
const preview = async (): Promise<AssignmentPreview> => {
  const shown = await previewAssignment(world, key('organiser'), wish());
  if (shown === undefined) throw new Error('there is nothing to assign');
  return shown;
};
const apply = (fingerprint: string) => applyAssignment(world, key('organiser'), { ...wish(), fingerprint });
const handIn = (judge: { tenantId: string; objectId: string }, submissionId: string) =>
  writeSheet(world, judge, {
    ...{ submissionId, roundId: 'preselection', content: full, wish: 'hand-in', basedOn: 0 },
  });
const acts = async () => {
  const entries = await Promise.all(
    entered.map((id) => auditEntries.list(world.store, submissionPartition(id), { prefix: auditPrefix })),
  );
  return entries.flat().filter(({ value }) => value.act === 'assign-judges').length;
};
const judges = ['juror1', 'juror2', 'juror3', 'juror4', 'juror5'] as const;

describe('assigning judges', () => {
  test('is shown before it is so, and is for the organiser', async () => {
    const shown = await preview();
    expect(shown.cases.map((each) => each.judges.length)).toEqual([2, 2, 2, 2]);
    expect(shown.cases.every(({ added, removed }) => added.length === 2 && removed.length === 0)).toBe(true);
    expect(shown.short).toEqual([]);
    expect(await acts()).toBe(0);
    expect(await viewJuryPost(world, 'grip', 'preselection')).toMatchObject({ judges: 0 });
    for (const name of ['chair', 'juror1', 'sanne'] as const) {
      await expect(previewAssignment(world, key(name), wish())).rejects.toMatchObject({
        code: 'not-organiser',
      });
    }
  });

  test('keeps away everybody else: from scoring, from the count, from the list', async () => {
    const { fingerprint, cases } = await preview();
    expect(await apply(fingerprint)).toEqual({ kind: 'applied' });
    const chosen = cases.find(({ submission }) => submission.id === 'brug')?.judges ?? [];
    await world.catchUp();
    for (const name of judges) {
      const isChosen = chosen.includes(`${tenantId}:${people[name].id}`.toLowerCase());
      const tried = handIn(key(name), 'brug');
      if (isChosen) expect(await tried).toMatchObject({ event: 'handed-in' });
      else await expect(tried).rejects.toMatchObject({ code: 'not-assigned' });
      const { lines } = await viewProgress(world, key(name));
      const own = lines.find(({ submission }) => submission.id === 'brug')?.own;
      expect(own === 'not-assigned').toBe(!isChosen);
    }
    expect(await viewJuryPost(world, 'brug', 'preselection')).toMatchObject({ handedIn: 2, judges: 2 });
  });

  test('twice has one effect; on what has changed since it has none', async () => {
    const { fingerprint } = await preview();
    await apply(fingerprint);
    expect(await acts()).toBe(4);
    expect(await apply(fingerprint)).toEqual({ kind: 'applied' });
    await finishAssignments(world);
    expect(await acts()).toBe(4);
    expect(await apply('iets anders')).toMatchObject({ kind: 'changed' });
    expect(await acts()).toBe(4);
  });

  test('again changes nothing that need not: who abstains is replaced, who has begun stays', async () => {
    const first = await preview();
    await apply(first.fingerprint);
    const [one] = first.cases;
    const [gone = '', stays = ''] = one?.judges ?? [];
    const person = (id: string) => ({ tenantId, objectId: id.slice(tenantId.length + 1) });
    const submissionId = one?.submission.id ?? '';
    await handIn(person(stays), submissionId);
    await abstain(world, person(gone), {
      submissionId,
      roundId: 'preselection',
      basedOn: 0,
      reason: 'Ken ik',
    });
    const second = await preview();
    const changed = second.cases.filter(({ added, removed }) => added.length + removed.length > 0);
    const here = second.cases.find(({ submission }) => submission.id === submissionId);
    expect(here?.removed).toEqual([gone]);
    expect(here?.judges).toContain(stays);
    expect(changed.length).toBeLessThanOrEqual(2);
  });

  test('does not exist where everybody judges everything, nor when the round is over', async () => {
    world.setNow('2030-01-01T00:00:00.000Z');
    await expect(preview()).rejects.toMatchObject({ code: 'round-closed' });
    world.setNow(now);
    const partition = editionPartition(world.edition.id);
    const before = await editions.read(world.store, partition, editionDocumentId);
    await world.store.commit(partition, [editions.write(editionDocumentId, world.edition, before)]);
    expect(await previewAssignment(world, key('organiser'), wish())).toBeUndefined();
    expect(await apply('x')).toEqual({ kind: 'everybody' });
  });
});
