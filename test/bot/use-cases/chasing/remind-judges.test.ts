import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { personPartition } from '../../../../bot/store/documents/person-documents.ts';
import { reminders, remindersId } from '../../../../bot/store/documents/reminder-documents.ts';
import type { DocumentStore } from '../../../../bot/store/port.ts';
import { remindJudges } from '../../../../bot/use-cases/chasing/remind-judges.ts';
import { snoozeReminders } from '../../../../bot/use-cases/submitting/snooze-reminders.ts';
import { people } from '../../../teams/people.ts';
import type { JudgeWorld } from '../judging/judge-at-work.ts';
import {
  abstainFrom,
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

const { juror1, juror2, juror5, chair } = people;
/** The round of the example edition closes on Thursday 11 February 2027, 17.00. */
const weekBefore = '2027-02-04T08:30:00.000Z';
const dayBefore = '2027-02-10T08:30:00.000Z';
const reminder = { kind: 'judging-reminder', roundId };

let world: JudgeWorld;
beforeEach(async () => {
  world = await openJudgeWorld();
  await chatWith(world, juror1);
});
afterEach(() => world.close());

async function remindAt(at: string): Promise<void> {
  world.setNow(at);
  await Promise.all([remindJudges(world, world.contacts), remindJudges(world, world.contacts)]);
  await world.catchUp();
  await remindJudges(world, world.contacts);
}

describe('judges with something left', () => {
  test('are reminded a week and a day before the closing, once each, also by two servers', async () => {
    await remindAt('2027-02-03T09:00:00.000Z');
    expect(await remindersTo(world, juror1)).toEqual([]);
    await remindAt(weekBefore);
    await remindAt('2027-02-05T09:00:00.000Z');
    expect(await remindersTo(world, juror1)).toEqual([reminder]);
    await remindAt(dayBefore);
    await remindAt('2027-02-11T09:00:00.000Z');
    expect(await remindersTo(world, juror1)).toEqual([reminder, reminder]);
  });

  test('are reminded once by a server that has not heard of the first time', async () => {
    world.setNow(weekBefore);
    await remindJudges(world, world.contacts);
    await remindJudges(world, world.contacts);
    expect(await remindersTo(world, juror1)).toEqual([reminder]);
  });

  test('are left alone when they never spoke to the bot, and nothing waits for them', async () => {
    await remindAt(weekBefore);
    expect(await remindersTo(world, juror2)).toEqual([]);
    await chatWith(world, juror2);
    expect(await remindersTo(world, juror2)).toEqual([]);
  });

  test('are left alone when they want no reminders, also when only the store knows', async () => {
    world.setNow(weekBefore);
    const before = world.contacts;
    await silence(world, juror1);
    await remindJudges(world, { of: (...at) => ({ ...before.of(...at), remindersOff: false }) });
    expect(await remindersTo(world, juror1)).toEqual([]);
  });

  test('who put it off hear of it then, and not on the day of the edition', async () => {
    world.setNow('2027-02-03T10:00:00.000Z');
    expect(await snoozeReminders(world, keyOf(juror1), 3, world.now())).toBe('2027-02-08T08:00:00.000Z');
    await world.catchUp();
    await remindAt(weekBefore);
    expect(await remindersTo(world, juror1)).toEqual([]);
    await remindAt('2027-02-08T08:00:00.000Z');
    expect(await remindersTo(world, juror1)).toEqual([reminder]);
  });
});

describe('nobody is reminded', () => {
  test('who is done, or has nothing', async () => {
    for (const each of [juror5, chair]) await chatWith(world, each);
    await handInSheet(world, juror1, cases[0]);
    await handInSheet(world, juror1, cases[1]);
    await abstainFrom(world, juror1, cases[2]);
    await world.catchUp();
    await remindAt(weekBefore);
    // Juror 5 works for Zwolle, as all three submissions do; the chair does not judge.
    for (const each of [juror1, juror5, chair]) expect(await remindersTo(world, each)).toEqual([]);
  });

  test('who was done a moment ago, before the feed told', async () => {
    world.setNow(weekBefore);
    for (const each of cases) await handInSheet(world, juror1, each);
    await remindJudges(world, world.contacts);
    expect(await remindersTo(world, juror1)).toEqual([]);
  });

  test.each([
    ['at night', '2027-02-04T20:00:00.000Z'],
    ['in the weekend', '2027-02-06T10:00:00.000Z'],
    ['when the round has closed', '2027-02-11T16:00:00.000Z'],
  ])('%s', async (_when, at) => {
    await remindAt(at);
    expect(await remindersTo(world, juror1)).toEqual([]);
  });
});

test('what is kept of it is written with the message, or neither is', async () => {
  world.setNow(weekBefore);
  const broken: DocumentStore = {
    ...world.store,
    read: (...at) => world.store.read(...at),
    list: (...at) => world.store.list(...at),
    commit: () => Promise.reject(new Error('cut off')),
  };
  await expect(remindJudges({ ...world, store: broken }, world.contacts)).rejects.toThrow('cut off');
  expect(await remindersTo(world, juror1)).toEqual([]);
  await remindJudges(world, world.contacts);
  expect(await remindersTo(world, juror1)).toEqual([reminder]);
  const kept = await reminders.read(
    world.store,
    personPartition(idOf(juror1)),
    remindersId(world.edition.id),
  );
  expect(kept?.value).toMatchObject({ count: 1, lastAt: weekBefore, taken: [{ roundId, days: 7 }] });
});

test('a judge whose document can not be read keeps no other from being reminded', async () => {
  await chatWith(world, juror2);
  await world.store.commit(personPartition(idOf(juror1)), [
    { kind: 'create', id: remindersId(world.edition.id), type: 'judge-reminders', body: { count: 'x' } },
  ]);
  world.setNow(weekBefore);
  await expect(remindJudges(world, world.contacts)).rejects.toThrow();
  expect(await remindersTo(world, juror2)).toEqual([reminder]);
});

test.each([
  ['are not due', '2027-01-20T09:00:00.000Z', []],
  ['are done', weekBefore, cases],
])('of judges who %s, nothing is read', async (_which, at, done) => {
  for (const each of done) await handInSheet(world, juror1, each);
  await world.catchUp();
  world.setNow(at);
  let reads = 0;
  const counted: DocumentStore = {
    ...world.store,
    read: (partition, id) => {
      reads += partition.startsWith('person:') || partition.startsWith('submission:') ? 1 : 0;
      return world.store.read(partition, id);
    },
    list: (...at) => world.store.list(...at),
  };
  await remindJudges({ ...world, store: counted }, world.contacts);
  expect(reads).toBe(0);
});
