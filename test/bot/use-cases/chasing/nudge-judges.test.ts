import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { editionPartition } from '../../../../bot/store/documents/edition-documents.ts';
import { roundTurnDocuments, roundTurnsId } from '../../../../bot/store/documents/judging-documents.ts';
import { auditEntries, auditPrefix } from '../../../../bot/store/documents/submission-documents.ts';
import type { DocumentStore } from '../../../../bot/store/port.ts';
import type { NudgeCommand } from '../../../../bot/use-cases/chasing/nudge-judges.ts';
import { nudgeJudges } from '../../../../bot/use-cases/chasing/nudge-judges.ts';
import { remindJudges } from '../../../../bot/use-cases/chasing/remind-judges.ts';
import { snoozeReminders } from '../../../../bot/use-cases/submitting/snooze-reminders.ts';
import { viewLate } from '../../../../bot/use-cases/chasing/view-late.ts';
import type { Person } from '../../../teams/people.ts';
import { people } from '../../../teams/people.ts';
import type { JudgeWorld } from '../judging/judge-at-work.ts';
import {
  cases,
  chatWith,
  handInSheet,
  idOf,
  keyOf,
  openJudgeWorld,
  remindersTo,
  roundId,
  silence,
} from '../judging/judge-at-work.ts';

const { juror1, juror2, juror3, juror4, juror5, chair, organiser, sanne } = people;
const tuesday = '2027-01-19T10:00:00.000Z';
const saturday = '2027-01-23T10:00:00.000Z';
const monday = '2027-01-25T08:00:00.000Z';

let world: JudgeWorld;
beforeEach(async () => {
  world = await openJudgeWorld();
  world.setNow(tuesday);
});
afterEach(() => world.close());

async function nudge(changes: Partial<NudgeCommand> = {}, by: Person = organiser) {
  const command = { key: `tap at ${world.now()}`, at: world.now(), ...changes };
  const nudged = await nudgeJudges(world, keyOf(by), command);
  await world.catchUp();
  return Object.fromEntries(nudged.map(({ name, outcome }) => [name, outcome.kind]));
}

const log = async () =>
  (await auditEntries.list(world.store, editionPartition(world.edition.id), { prefix: auditPrefix }))
    .map(({ value }) => value)
    .filter(({ act }) => act === 'nudge-judge');

describe('late judges', () => {
  test('are told of with how many are left, when they last did something and whether they can be reached', async () => {
    await chatWith(world, juror1);
    await chatWith(world, juror2);
    await silence(world, juror2);
    await handInSheet(world, juror1, cases[0]);
    for (const each of cases) await handInSheet(world, juror3, each);
    await world.catchUp();
    const view = await viewLate(world, world.contacts, keyOf(organiser));
    expect(view.late).toEqual([
      { judge: idOf(juror2), name: 'Jurylid 2', all: 3, left: 3, reach: { kind: 'off' } },
      { judge: idOf(juror4), name: 'Jurylid 4', all: 3, left: 3, reach: { kind: 'unreachable' } },
      {
        ...{ judge: idOf(juror1), name: 'Jurylid 1', all: 3, left: 2 },
        ...{ lastJudgedAt: tuesday, reach: { kind: 'ready' } },
      },
    ]);
    // Juror 5 may judge none of the three.
    expect(view.judges).toBe(4);
    expect(JSON.stringify(view.late)).not.toMatch(/kanarie|score|luisterpaal|grip|brieven/);
  });

  test.each([
    ['a chair', chair],
    ['a judge', juror1],
    ['a civil servant', sanne],
  ])('are not for %s', async (_who, person) => {
    await expect(viewLate(world, world.contacts, keyOf(person))).rejects.toMatchObject({
      code: 'not-organiser',
    });
    await expect(nudge({}, person)).rejects.toMatchObject({ code: 'not-organiser' });
  });
});

describe('an organiser who reminds all', () => {
  test('reminds who can be, once a day, and hears who can not', async () => {
    for (const each of [juror1, juror2, juror3]) await chatWith(world, each);
    await silence(world, juror2);
    const expected = { 'Jurylid 2': 'off', 'Jurylid 4': 'unreachable' };
    expect(await nudge()).toEqual({ ...expected, 'Jurylid 1': 'sent', 'Jurylid 3': 'sent' });
    world.setNow('2027-01-19T13:00:00.000Z');
    const again = { ...expected, 'Jurylid 1': 'reminded-today', 'Jurylid 3': 'reminded-today' };
    expect(await nudge()).toEqual(again);
    await remindJudges(world, world.contacts);
    expect([await remindersTo(world, juror1), await remindersTo(world, juror2)]).toEqual([
      [{ kind: 'judging-reminder', roundId }],
      [],
    ]);
    world.setNow('2027-01-20T10:00:00.000Z');
    expect(await nudge({ judge: idOf(juror1) })).toEqual({ 'Jurylid 1': 'sent' });
    expect(await remindersTo(world, juror1)).toHaveLength(2);
  });

  test('has it in the log, who asked and whom it was about', async () => {
    for (const each of [juror1, juror3]) await chatWith(world, each);
    await nudge();
    await nudge();
    expect(await log()).toMatchObject([
      {
        by: idOf(organiser),
        subject: roundId,
        after: { judges: [idOf(juror1), idOf(juror3)], notBefore: tuesday },
      },
    ]);
  });

  test('outside working hours plans it for the next working morning', async () => {
    await chatWith(world, juror1);
    world.setNow(saturday);
    expect(await nudge({ judge: idOf(juror1) })).toEqual({ 'Jurylid 1': 'planned' });
    expect(await nudge({ judge: idOf(juror1), key: 'another tap' })).toEqual({ 'Jurylid 1': 'planned' });
    await remindJudges(world, world.contacts);
    expect(await remindersTo(world, juror1)).toEqual([]);
    world.setNow(monday);
    await remindJudges(world, world.contacts);
    await world.catchUp();
    await remindJudges(world, world.contacts);
    expect(await remindersTo(world, juror1)).toHaveLength(1);
    expect(await log()).toHaveLength(1);
  });

  test('hears that it would be too late when no working hour is left', async () => {
    await chatWith(world, juror1);
    const sunday = '2027-01-24T16:00:00.000Z';
    await world.store.commit(editionPartition(world.edition.id), [
      roundTurnDocuments.create(roundTurnsId, { turns: { [roundId]: { closesAt: sunday } } }),
    ]);
    world.setNow(saturday);
    await expect(nudge()).rejects.toMatchObject({ code: 'no-hour-left' });
    world.setNow(sunday);
    await expect(nudge()).rejects.toMatchObject({ code: 'round-closed' });
    expect(await log()).toEqual([]);
  });

  test('has the same answer to the same tap, and one effect', async () => {
    await chatWith(world, juror1);
    const tap = { judge: idOf(juror1), key: 'the tap' };
    const both = await Promise.all([nudge(tap), nudge(tap)]);
    world.setNow('2027-01-19T10:00:30.000Z');
    expect([...both, await nudge(tap)]).toEqual(Array(3).fill({ 'Jurylid 1': 'sent' }));
    expect(await remindersTo(world, juror1)).toHaveLength(1);
    expect(await log()).toHaveLength(1);
    world.setNow('2027-01-20T10:00:00.000Z');
    expect(await nudge(tap)).toEqual({ 'Jurylid 1': 'sent' });
    expect(await remindersTo(world, juror1)).toHaveLength(2);
  });

  test('reaches who put it off, who then still hears of it at that moment', async () => {
    await chatWith(world, juror1);
    await snoozeReminders(world, keyOf(juror1), 3, world.now());
    expect(await nudge({ judge: idOf(juror1) })).toEqual({ 'Jurylid 1': 'sent' });
    world.setNow('2027-01-22T08:00:00.000Z');
    await remindJudges(world, world.contacts);
    expect(await remindersTo(world, juror1)).toHaveLength(2);
  });

  test('reminds nobody who was done meanwhile, or has nothing', async () => {
    for (const each of [juror1, juror5]) await chatWith(world, each);
    for (const each of cases) await handInSheet(world, juror1, each);
    expect(await nudge({ judge: idOf(juror1) })).toEqual({ 'Jurylid 1': 'done' });
    expect(await nudge({ judge: idOf(juror5) })).toEqual({ 'Jurylid 5': 'done' });
    await expect(nudge({ judge: idOf(chair) })).rejects.toMatchObject({ code: 'not-found' });
    expect([...(await remindersTo(world, juror1)), ...(await remindersTo(world, juror5))]).toEqual([]);
  });
});

test('a reminder that a crash kept from being written is written when the clock comes by', async () => {
  await chatWith(world, juror1);
  const cutOff: DocumentStore = {
    ...world.store,
    read: (...at) => world.store.read(...at),
    list: (...at) => world.store.list(...at),
    commit: (partition, operations) =>
      partition.startsWith('person:')
        ? Promise.reject(new Error('cut off'))
        : world.store.commit(partition, operations),
  };
  const command = { judge: idOf(juror1), key: 'tap', at: world.now() };
  await expect(nudgeJudges({ ...world, store: cutOff }, keyOf(organiser), command)).rejects.toThrow(
    'cut off',
  );
  expect([await remindersTo(world, juror1), await log()]).toMatchObject([[], [{}]]);
  await remindJudges(world, world.contacts);
  expect(await remindersTo(world, juror1)).toHaveLength(1);
});
