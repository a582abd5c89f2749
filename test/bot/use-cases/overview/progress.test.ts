import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Edition } from '../../../../bot/domain/edition/edition.ts';
import { shapeEntries, shapeJudgesProgress } from '../../../../bot/http/tab/shape-progress.ts';
import { entries, judgesProgress } from '../../../../bot/http/contract/progress.ts';
import {
  editionDocumentId,
  editionPartition,
  editionRoles,
  editions,
  rolePrefix,
} from '../../../../bot/store/documents/edition-documents.ts';
import { nudgeJudges, reachesAfter } from '../../../../bot/use-cases/chasing/nudge-judges.ts';
import { submitInitiative } from '../../../../bot/use-cases/submitting/submit-initiative.ts';
import { viewEntries } from '../../../../bot/use-cases/overview/view-entries.ts';
import { viewJudgesProgress } from '../../../../bot/use-cases/chasing/view-judges-progress.ts';
import { withdrawSubmission } from '../../../../bot/use-cases/submitting/withdraw-submission.ts';
import { people } from '../../../teams/people.ts';
import { fields } from '../../domain/examples.ts';
import type { JudgeWorld } from '../judging/judge-at-work.ts';
import {
  abstainFrom,
  cases,
  chatWith,
  handInSheet,
  idOf,
  keyOf,
  openJudgeWorld,
  silence,
} from '../judging/judge-at-work.ts';

const { juror1, juror2, juror3, juror4, chair, organiser, sanne } = people;
const tuesday = '2027-01-19T10:00:00.000Z';

let world: JudgeWorld;
beforeEach(async () => {
  world = await openJudgeWorld();
});
afterEach(() => world.close());

async function submit(edition: Edition, submissionId: string, receivedAt: string, code = 'GM0344') {
  await submitInitiative(world.store, {
    ...{ submissionId, editionId: edition.id, submitter: idOf(sanne), receivedAt },
    fields: { ...fields, participant: { kind: 'municipality', code } },
  });
}

describe('how far judges are', () => {
  beforeEach(async () => {
    world.setNow(tuesday);
    await chatWith(world, juror1);
    await chatWith(world, juror2);
    await silence(world, juror2);
    await handInSheet(world, juror1, cases[0]);
    await abstainFrom(world, juror1, cases[1]);
    for (const each of cases) await handInSheet(world, juror3, each);
    await world.catchUp();
  });

  test('is told to an organiser with who is late first, and whether they can be reminded', async () => {
    const view = await viewJudgesProgress(world, world.contacts, keyOf(organiser));
    const shaped = judgesProgress.parse(shapeJudgesProgress(view));
    expect(shaped.categories).toEqual([
      { categoryId: 'direct', all: 11, done: 4, left: 7, judges: 4, judgesDone: 1 },
    ]);
    expect(shaped.judges.map(({ categories: _, ...judge }) => judge)).toEqual([
      { name: 'Jurylid 2', all: 3, done: 0, left: 3, late: { judge: idOf(juror2), reach: 'off' } },
      { name: 'Jurylid 4', all: 3, done: 0, left: 3, late: { judge: idOf(juror4), reach: 'unreachable' } },
      {
        ...{ name: 'Jurylid 1', all: 2, done: 1, left: 1 },
        late: { judge: idOf(juror1), reach: 'ready', lastJudgedAt: tuesday },
      },
      { name: 'Jurylid 3', all: 3, done: 3, left: 0 },
    ]);
    expect(JSON.stringify(shaped)).not.toMatch(/kanarie|"score|luisterpaal|grip|brieven/);
  });

  test('is told to a chair without who can be reached or when they were busy', async () => {
    const view = await viewJudgesProgress(world, world.contacts, keyOf(chair));
    expect(view.mayNudge).toBe(false);
    expect(view.judges.map(({ name, left }) => [name, left])).toEqual([
      ['Jurylid 2', 3],
      ['Jurylid 4', 3],
      ['Jurylid 1', 1],
      ['Jurylid 3', 0],
    ]);
    const shaped = JSON.stringify(shapeJudgesProgress(view));
    expect(shaped).not.toContain(idOf(juror1));
    expect(shaped).not.toContain('lastJudgedAt');
  });

  test('is told to the chair of another category of that one only', async () => {
    const place = await editionRoles.read(
      world.store,
      editionPartition(world.edition.id),
      rolePrefix + idOf(chair),
    );
    if (place === undefined) throw new Error('there is no chair');
    const limited = { ...place.value, limits: { chair: { categories: ['indirect'] } } };
    await world.store.commit(editionPartition(world.edition.id), [
      editionRoles.write(rolePrefix + idOf(chair), limited, place),
    ]);
    await world.catchUp();
    const view = await viewJudgesProgress(world, world.contacts, keyOf(chair));
    expect([view.categories, view.judges]).toEqual([[], []]);
  });

  test.each([
    ['a judge', juror1],
    ['a civil servant', sanne],
  ])('is not for %s', async (_who, person) => {
    await expect(viewJudgesProgress(world, world.contacts, keyOf(person))).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('says that somebody was reminded, also before the feed has brought it', async () => {
    const command = { judge: idOf(juror1), key: 'een druk', at: tuesday };
    const nudged = await nudgeJudges(world, keyOf(organiser), command);
    const reachOf = async (changed = reachesAfter([])) => {
      const view = await viewJudgesProgress(world, world.contacts, keyOf(organiser), changed);
      return view.judges.find(({ judge }) => judge === idOf(juror1))?.contact?.reach;
    };
    expect(await reachOf(reachesAfter(nudged))).toEqual({ kind: 'reminded-today' });
    await world.catchUp();
    expect(await reachOf()).toEqual({ kind: 'reminded-today' });
  });

  test.each([
    ['before', '2026-01-01T10:00:00.000Z'],
    ['closed', '2028-01-01T10:00:00.000Z'],
  ])('offers no reminder when the round is %s', async (phase, at) => {
    world.setNow(at);
    const view = await viewJudgesProgress(world, world.contacts, keyOf(organiser));
    expect([view.roundPhase, view.mayNudge]).toEqual([phase, false]);
    expect(view.judges.filter(({ contact }) => contact !== undefined)).toEqual([]);
  });
});

/** An edition of five days in an earlier year, or a later one. */
async function makeEdition(year: number, changes: Partial<Edition> = {}): Promise<Edition> {
  const made: Edition = {
    ...world.edition,
    ...{ id: `ed-${year}`, name: `Editie ${year}` },
    ...{ opensAt: `${year}-10-01T08:00:00.000Z`, closesAt: `${year}-10-05T10:00:00.000Z` },
    ...changes,
  };
  await world.store.commit(editionPartition(made.id), [editions.create(editionDocumentId, made)]);
  return made;
}

async function entriesNow() {
  await world.catchUp();
  return entries.parse(shapeEntries(await viewEntries(world, keyOf(organiser))));
}

describe('who takes part', () => {
  let opened: number;
  const dayOf = (day: number, hours = 12) =>
    new Date(opened + day * 86_400_000 + hours * 3_600_000).toISOString();
  beforeEach(() => {
    opened = Date.parse(`${world.edition.opensAt.slice(0, 10)}T00:00:00Z`);
  });

  test('is counted per day and added up beside earlier editions on the same day of them', async () => {
    const already = (await entriesNow()).total;
    await submit(world.edition, 'een', dayOf(1));
    await submit(world.edition, 'twee', dayOf(1, 15));
    await submit(world.edition, 'drie', dayOf(2));
    const before = await makeEdition(2021);
    await submit(before, 'toen-1', '2021-10-01T12:00:00.000Z');
    await submit(before, 'toen-2', '2021-10-02T21:59:00.000Z', 'GM0193');
    await submit(before, 'toen-3', '2021-10-03T22:30:00.000Z');
    const longBefore = await makeEdition(2019);
    await submit(longBefore, 'lang-geleden', '2019-10-03T12:00:00.000Z');
    world.setNow(dayOf(2, 16));
    const found = await entriesNow();
    expect(found.total).toBe(already + 3);
    expect(found.perDay).toHaveLength(3);
    expect(found.perDay.slice(1)).toEqual([2, 1]);
    expect(found.earlier).toEqual([
      { name: 'Editie 2021', perDay: [1, 1, 0, 1, 0], atThisDay: 2, total: 3 },
      { name: 'Editie 2019', perDay: [0, 0, 1, 0, 0], atThisDay: 1, total: 1 },
    ]);
    const overijssel = found.provinces.find(({ province }) => province === 'Overijssel');
    expect(overijssel?.earlier).toBe(1);
    expect(found.provinces.find(({ province }) => province === 'Utrecht')?.earlier).toBe(1);
  });

  test('leaves out what was withdrawn', async () => {
    await submit(world.edition, 'weg', dayOf(1));
    world.setNow(dayOf(2));
    const { total } = await entriesNow();
    const command = { submissionId: 'weg', submitter: idOf(sanne), basedOn: 1, receivedAt: dayOf(2) };
    await withdrawSubmission(world.store, command);
    expect((await entriesNow()).total).toBe(total - 1);
  });

  test('leaves out editions without anybody, later ones, and real ones beside a made-up one', async () => {
    await makeEdition(2020);
    const later = await makeEdition(2035);
    await submit(later, 'later', '2035-10-02T12:00:00.000Z');
    const real = await makeEdition(2018, { example: !world.edition.example });
    await submit(real, 'echt', '2018-10-02T12:00:00.000Z');
    world.setNow(dayOf(2));
    expect((await entriesNow()).earlier).toEqual([]);
  });

  test.each([
    ['before', -30, 0],
    ['open', 1, 2],
  ])('has a number for each day so far when handing in is: %s', async (phase, day, expected) => {
    world.setNow(dayOf(day));
    const found = await entriesNow();
    expect([found.phase, found.perDay.length]).toEqual([phase, expected]);
  });

  test.each([
    ['a chair', chair],
    ['a judge', juror1],
    ['a civil servant', sanne],
  ])('is not for %s', async (_who, person) => {
    await expect(viewEntries(world, keyOf(person))).rejects.toMatchObject({ code: 'not-found' });
  });
});
