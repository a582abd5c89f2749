import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { start } from '../../../../bot/http/contract/start.ts';
import type { Start } from '../../../../bot/http/contract/start.ts';
import { shapeStart } from '../../../../bot/http/tab/shape-start.ts';
import { personId } from '../../../../bot/domain/person.ts';
import { draftPrefix, drafts } from '../../../../bot/store/documents/draft-documents.ts';
import { personPartition } from '../../../../bot/store/documents/person-documents.ts';
import { fixCut, proposeCut } from '../../../../bot/use-cases/cut/cut-propose.ts';
import { viewCut } from '../../../../bot/use-cases/cut/cut-view.ts';
import { submitInitiative } from '../../../../bot/use-cases/submitting/submit-initiative.ts';
import { viewStart } from '../../../../bot/use-cases/overview/view-start.ts';
import type { people } from '../../../teams/people.ts';
import { fields } from '../../domain/examples.ts';
import { freeze, key, openScored, placeIn, rank, scoreIt } from '../cut/cut-world.ts';
import type { OpenWorld } from '../world.ts';

const chat = 'https://teams.example/chat';

let world: OpenWorld;

beforeEach(async () => {
  world = await openScored({ aap: [5, 4], noot: [3] });
  await world.catchUp();
});
afterEach(async () => world.close());

/** As the tab gets it, by the contract. */
async function startOf(name: keyof typeof people): Promise<Start> {
  return start.parse(shapeStart(await viewStart(world, key(name)), 'nl', chat));
}

const kindsOf = ({ tasks }: Start) => tasks.map(({ kind }) => kind);

describe('the start', () => {
  test('says to everybody where the edition stands, in order of time', async () => {
    const { steps, now } = await startOf('sanne');
    expect(now).toBe(world.now());
    expect(steps?.map(({ round, phase }) => [round?.id, phase])).toEqual([
      [undefined, 'open'],
      ...world.edition.rounds.map(({ id }, index) => [id, index === 0 ? 'open' : 'before']),
    ]);
    expect((await startOf('organiser')).steps).toEqual(steps);
  });

  test('tells a judge how many are left, which is next, and nothing of others', async () => {
    const { tasks } = await startOf('juror2');
    expect(tasks).toEqual([
      {
        ...{ kind: 'judge', all: 2, done: 1, left: 1 },
        round: { id: 'preselection', name: 'Voorselectie' },
        closesAt: world.edition.rounds[0]?.closesAt,
        next: expect.objectContaining({ id: 'noot' }),
      },
    ]);
    await scoreIt(world, 'noot', 0, 1);
    await world.catchUp();
    expect((await startOf('juror2')).tasks).toEqual(tasks);
  });

  test('tells a judge who is done so, without a next one', async () => {
    await scoreIt(world, 'noot', 1, 4);
    await world.catchUp();
    const [task] = (await startOf('juror2')).tasks;
    expect(task).toMatchObject({ kind: 'judge', all: 2, done: 2, left: 0 });
    expect(task).not.toHaveProperty('next.id');
  });

  test('tells an organiser how many are late, and that there is no channel', async () => {
    const { tasks } = await startOf('organiser');
    expect(tasks.find(({ kind }) => kind === 'unbound-channels')).toEqual({
      ...{ kind: 'unbound-channels', jury: [], organisers: true },
    });
    expect(tasks.find(({ kind }) => kind === 'late-judges')).toMatchObject({ late: 4, sheets: 7 });
    expect(kindsOf(await startOf('chair'))).toEqual([]);
  });

  test('says what opens and closes within a week to the organiser alone', async () => {
    const round = world.edition.rounds[0];
    world.setNow(new Date(Date.parse(round?.closesAt ?? '') - 2 * 24 * 3_600_000).toISOString());
    const soon = (await startOf('organiser')).tasks.filter(({ kind }) => kind === 'soon');
    expect(soon).toContainEqual({
      ...{ kind: 'soon', what: 'closes', at: round?.closesAt },
      round: { id: 'preselection', name: 'Voorselectie' },
    });
    expect(kindsOf(await startOf('chair'))).not.toContain('soon');
    expect(kindsOf(await startOf('juror1'))).not.toContain('soon');
  });
});

describe('who hands in', () => {
  test('is asked to begin, and nothing more once it is in', async () => {
    expect(kindsOf(await startOf('sanne'))).toEqual(['hand-in']);
    await handIn();
    const { tasks, own } = await startOf('sanne');
    expect(tasks).toEqual([]);
    expect(own).toEqual([
      expect.objectContaining({ stage: 'received', status: 'submitted', until: world.edition.closesAt }),
    ]);
    expect((await startOf('mehmet')).own).toEqual([]);
  });

  test('is told of an unfinished draft', async () => {
    const submitter = personId(key('sanne'));
    await world.store.commit(personPartition(submitter), [
      drafts.create(`${draftPrefix}d1`, {
        ...{ id: 'd1', editionId: world.edition.id, submitter, status: 'open', step: 'description' },
        ...{ answers: { title: 'Luisterpaal' }, revision: 3, updatedAt: world.now() },
      }),
    ]);
    expect((await startOf('sanne')).tasks).toEqual([
      { kind: 'finish-draft', title: 'Luisterpaal', changes: false, closesAt: world.edition.closesAt },
    ]);
  });

  test('learns nothing of what the jury does with it but that it is being judged', async () => {
    await handIn();
    world.setNow(world.edition.closesAt);
    const before = await startOf('sanne');
    await scoreIt(world, 'mijn', 0, 5);
    await world.catchUp();
    expect(await startOf('sanne')).toEqual(before);
    expect(before.tasks).toEqual([]);
  });
});

describe('a cut', () => {
  const cutsOf = async (name: keyof typeof people) =>
    (await startOf(name)).tasks.flatMap((task) =>
      task.kind === 'cut' && task.category.id === 'direct' ? [task.what] : [],
    );

  test('is for the organiser to propose and for the chair to fix, once the sheets are frozen', async () => {
    expect(await cutsOf('organiser')).toEqual([]);
    await freeze(world);
    expect(await cutsOf('organiser')).toEqual(['propose']);
    await propose();
    expect(await cutsOf('organiser')).toEqual([]);
    expect(await cutsOf('chair')).toEqual(['fix']);
    expect(kindsOf(await startOf('juror1'))).not.toContain('cut');
    const { seen, cut } = await viewCut(world, key('chair'), placeIn(world), rank);
    await fixCut(world, key('chair'), { ...placeIn(world), basedOn: cut.revision, key: 'k2', seen }, rank);
    expect(await cutsOf('chair')).toEqual([]);
  });
});

async function handIn(): Promise<void> {
  await submitInitiative(world.store, {
    ...{ submissionId: 'mijn', editionId: world.edition.id, submitter: personId(key('sanne')) },
    ...{ receivedAt: world.now(), fields: { ...fields, title: 'Mijn initiatief' } },
  });
  await world.catchUp();
}

async function propose(): Promise<void> {
  const { seen, cut } = await viewCut(world, key('organiser'), placeIn(world), rank);
  const wish = { ...placeIn(world), basedOn: cut.revision, key: 'k1', seen };
  await proposeCut(world, key('organiser'), wish, rank);
}
