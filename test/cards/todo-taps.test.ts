import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { renderJudgingMessage } from '../../bot/cards/judging-message.ts';
import { createJuryTaps, isJuryVerb } from '../../bot/cards/jury-taps.ts';
import { createLateTaps, lateVerbs } from '../../bot/cards/late-taps.ts';
import { createTodoTaps, todoVerbs } from '../../bot/cards/todo-taps.ts';
import type { Tapped, TapReply } from '../../bot/conversation/inbound-event.ts';
import { inOwnOrder } from '../../bot/domain/judging/own-order.ts';
import { scoreSheets, sheetId, submissionPartition } from '../../bot/store/documents/submission-documents.ts';
import type { DocumentStore } from '../../bot/store/port.ts';
import type { Person } from '../teams/people.ts';
import { people, tenantId } from '../teams/people.ts';
import {
  abstainFrom,
  cases,
  chatWith,
  handInSheet,
  idOf,
  openJudgeWorld,
  remindersTo,
  roundId,
} from '../bot/use-cases/judging/judge-at-work.ts';
import type { JudgeWorld } from '../bot/use-cases/judging/judge-at-work.ts';
import { ofType, objectsIn } from './card-files.ts';
import { tabLink } from './jury-samples.ts';

let world: JudgeWorld;
beforeEach(async () => {
  world = await openJudgeWorld();
  await chatWith(world, juror1);
});
afterEach(() => world.close());

const { juror1, juror5, sanne, organiser, chair } = people;
const order = inOwnOrder(
  cases.map((id) => ({ id })),
  idOf(juror1),
  roundId,
).map(({ id }) => id);
const [first = '', second = '', third = ''] = order;
const scores = {
  'score.success': '4',
  'score.value': '5',
  'score.reuse': '3',
  'score.inclusion': 'not-assessable',
};

interface How {
  where?: 'chat' | 'channel';
  key?: string;
  store?: DocumentStore;
}

function tap(
  person: Person,
  verb: string,
  data: Record<string, unknown> = {},
  how: How = {},
): Promise<TapReply> {
  const { id: objectId, name, teamsId: teamsUserId } = person;
  const event: Tapped = {
    kind: 'tapped',
    key: how.key ?? JSON.stringify([verb, objectId, data]),
    at: world.now(),
    person: { tenantId, objectId, name, teamsUserId, language: 'nl' },
    verb,
    data,
    where: how.where ?? 'chat',
    automatic: verb === 'sheet.refresh',
  };
  const context = { world: { ...world, store: how.store ?? world.store }, deepLink: tabLink };
  if (todoVerbs.includes(verb)) return createTodoTaps(context)(event);
  if (lateVerbs.includes(verb)) return createLateTaps({ ...context, contacts: world.contacts })(event);
  if (isJuryVerb(verb)) return createJuryTaps(context)(event);
  throw new Error(`nobody answers ${verb}`);
}

/** All that can be read on it. */
function seen(reply: TapReply): string {
  if (reply.kind !== 'card') return reply.text;
  return objectsIn(reply.card.body)
    .flatMap(({ text }) => (typeof text === 'string' ? [text] : []))
    .join('\n');
}

function actionsOf(reply: TapReply): unknown[] {
  if (reply.kind !== 'card') return [reply.kind === 'error' ? reply.code : reply.text];
  return ofType(reply.card.actions, 'Action.Execute').map(({ verb }) => verb);
}

/** The data of the first action with that verb. */
function dataOf(reply: TapReply, verb: string): Record<string, unknown> {
  const actions = reply.kind === 'card' ? ofType(reply.card, 'Action.Execute') : [];
  const found = actions.find((action) => action.verb === verb);
  if (found === undefined) throw new Error(`no ${verb} on ${seen(reply)}`);
  return objectsIn(found.data)[0] ?? {};
}

/** Taps what stands on the card. */
function tapOn(reply: TapReply, person: Person, verb: string, inputs = {}, how: How = {}): Promise<TapReply> {
  return tap(person, verb, { ...dataOf(reply, verb), ...inputs }, how);
}

const sheetActions = ['sheet.hand-in', 'sheet.save', 'sheet.save-next', 'sheet.close'];
const sheetOf = async (submissionId: string, person = juror1) =>
  (await scoreSheets.read(world.store, submissionPartition(submissionId), sheetId(roundId, idOf(person))))
    ?.value;

describe('a judge in their own chat', () => {
  test('walks from their list through all of it, and each time it is the next one', async () => {
    const list = await tap(juror1, 'todo.list');
    expect(seen(list)).toContain('U hebt er 3, 0 klaar');
    expect(actionsOf(list)).toEqual(['todo.next']);
    let sheet = await tapOn(list, juror1, 'todo.next');
    const said = ['U hebt er nog 2.', 'U hebt er nog één.', 'U bent klaar. Dank u wel.'];
    for (const [index, submission] of order.entries()) {
      expect(actionsOf(sheet)).toEqual(sheetActions);
      expect(dataOf(sheet, 'sheet.hand-in')).toMatchObject({ submission });
      const result = await tapOn(sheet, juror1, 'sheet.hand-in', scores);
      const isLast = index === 2;
      expect(actionsOf(result)).toEqual([...(isLast ? [] : ['todo.next']), 'sheet.edit', 'todo.list']);
      expect(seen(result)).toContain(said[index]);
      sheet = await tapOn(result, juror1, isLast ? 'todo.list' : 'todo.next');
      await world.catchUp();
    }
    expect(seen(sheet)).toContain('U hebt alle 3 inzendingen beoordeeld.');
    expect((await sheetOf(first))?.status).toBe('handed-in');
  });

  test('does not get the same one again when the feed is behind', async () => {
    await handInSheet(world, juror1, first);
    expect(dataOf(await tap(juror1, 'todo.next', { submission: third }), 'sheet.save')).toMatchObject({
      submission: second,
    });
    expect(seen(await tap(juror1, 'todo.list', { submission: first }))).toContain('U hebt er 3, 1 klaar');
  });

  test('reads enough of the case to judge it', async () => {
    const sheet = seen(await tap(juror1, 'todo.next'));
    expect(sheet).toContain('afgerond');
    expect(sheet).toContain('**Bewijs:**');
  });

  test('goes on without handing in, and finds it as a draft', async () => {
    const sheet = await tap(juror1, 'todo.next');
    const next = await tapOn(sheet, juror1, 'sheet.save-next', {
      'score.success': '2',
      'remark.overall': 'Later',
    });
    expect(dataOf(next, 'sheet.save')).toMatchObject({ submission: second });
    expect(await sheetOf(first)).toMatchObject({
      status: 'draft',
      scores: { success: 2 },
      overallRemark: 'Later',
    });
    const list = await tap(juror1, 'todo.list', { submission: first });
    expect(seen(list)).toContain('Concept: nog niet ingediend');
    expect(seen(await tapOn(next, juror1, 'sheet.close'))).toContain('U hebt er 3');
  });

  test('who goes on from an empty sheet leaves none behind', async () => {
    await tapOn(await tap(juror1, 'todo.next'), juror1, 'sheet.save-next');
    expect(await sheetOf(first)).toBeUndefined();
  });

  test('has one sheet there and in the channel', async () => {
    const inChat = await tap(juror1, 'todo.next');
    const saved = await tapOn(inChat, juror1, 'sheet.save', scores);
    const at = { submission: first, round: roundId };
    const inChannel = await tap(juror1, 'sheet.open', at, { where: 'channel' });
    expect(actionsOf(inChannel)).toEqual(['sheet.hand-in', 'sheet.save', 'sheet.close']);
    await tapOn(
      inChannel,
      juror1,
      'sheet.hand-in',
      { ...scores, 'score.success': '1' },
      { where: 'channel' },
    );
    const stale = await tapOn(saved, juror1, 'sheet.save-next', scores);
    expect(seen(stale)).toContain('op een ander apparaat gewijzigd');
    expect(await sheetOf(first)).toMatchObject({ status: 'handed-in', scores: { success: 1 } });
    expect(actionsOf(await tap(juror1, 'sheet.open', at))).toContain('todo.next');
  });

  test('abstains there, and goes on', async () => {
    const sheet = await tap(juror1, 'todo.next');
    const abstained = await tapOn(sheet, juror1, 'sheet.abstain', { 'abstain.reason': 'Ik ken ze.' });
    expect(actionsOf(abstained)).toEqual(['todo.next', 'sheet.abstain-undo', 'todo.list']);
    expect(seen(abstained)).toContain('U hebt er nog 2.');
    expect(dataOf(await tapOn(abstained, juror1, 'todo.next'), 'sheet.save')).toMatchObject({
      submission: second,
    });
    const back = await tapOn(abstained, juror1, 'sheet.abstain-undo');
    expect(actionsOf(back)).toEqual(sheetActions);
  });

  test('sees only what is theirs to judge', async () => {
    // Juror 5 works for Zwolle, as all three submissions do.
    expect(seen(await tap(juror5, 'todo.list'))).toContain('In deze ronde is er niets voor u te beoordelen.');
    await abstainFrom(world, juror1, first);
    await world.catchUp();
    expect(seen(await tap(juror1, 'todo.list'))).toContain('U hebt er 2, 0 klaar');
  });

  test('is told when it opens, and that it has closed', async () => {
    await handInSheet(world, juror1, first);
    await world.catchUp();
    world.setNow('2026-10-01T08:00:00.000Z');
    expect(seen(await tap(juror1, 'todo.list'))).toContain(
      'U kunt beoordelen vanaf 23 oktober 2026, 09.00 uur.',
    );
    world.setNow('2027-02-12T08:00:00.000Z');
    const closed = await tap(juror1, 'todo.next');
    expect(seen(closed)).toContain('U hebt er 1 van de 3 beoordeeld.');
    expect(actionsOf(await tapOn(closed, juror1, 'sheet.open'))).toEqual(['todo.list']);
  });

  test.each([
    ['a civil servant', sanne],
    ['a chair', chair],
    ['an organiser', organiser],
  ])('is not %s', async (_who, person) => {
    for (const verb of ['todo.list', 'todo.next'])
      expect(actionsOf(await tap(person, verb))).toEqual(['not-a-judge']);
    expect(actionsOf(await tap(person, 'todo.snooze', { days: 1 }))).toEqual(['not-a-judge']);
  });

  test.each<[string, Record<string, unknown>]>([
    ['todo.list', { page: 'x' }],
    ['todo.next', { submission: 7 }],
    ['todo.snooze', { days: 30 }],
    ['todo.snooze', {}],
    ['late.nudge', {}],
  ])('a forged tap on %s with %j changes nothing', async (verb, data) => {
    expect(actionsOf(await tap(verb.startsWith('late') ? organiser : juror1, verb, data))).toEqual([
      'malformed',
    ]);
  });

  test('costs the store a few reads a tap, however many there are', async () => {
    let reads = 0;
    const store: DocumentStore = {
      ...world.store,
      read: (...at) => {
        reads += 1;
        return world.store.read(...at);
      },
      list: (...at) => {
        reads += 1;
        return world.store.list(...at);
      },
    };
    const many = Array.from({ length: 500 }, (_, index) => ({
      ...(world.readModel.submission(first) ?? fail()),
      id: `nummer-${String(index)}`,
    }));
    const readModel = { ...world.readModel, submissionsOf: () => many };
    const kept = world;
    world = { ...kept, readModel };
    expect(seen(await tap(juror1, 'todo.list', {}, { store }))).toContain('U hebt er 500, 0 klaar');
    expect(reads).toBeLessThan(10);
    world = kept;
  });
});

describe('who abstains from the post', () => {
  const at = { submission: first, round: roundId };
  const inChannel: How = { where: 'channel' };

  test('says why on a form of its own, confirms, and has the way back', async () => {
    const form = await tap(juror1, 'sheet.abstain-open', at, inChannel);
    expect(actionsOf(form)).toEqual(['sheet.abstain-confirm', 'sheet.close']);
    const missing = await tapOn(form, juror1, 'sheet.abstain-confirm', { 'abstain.reason': ' ' }, inChannel);
    expect(seen(missing)).toContain('Schrijf in een paar woorden waarom u zich onthoudt.');
    const reason = { 'abstain.reason': 'Ik ken de indiener.' };
    const once = await tapOn(form, juror1, 'sheet.abstain-confirm', reason, inChannel);
    expect(seen(once)).toContain('Uw reden: Ik ken de indiener.');
    expect(await tapOn(form, juror1, 'sheet.abstain-confirm', reason, inChannel)).toEqual(once);
    expect(actionsOf(once)).toEqual(['sheet.abstain-undo']);
    expect(await tap(juror1, 'sheet.abstain-open', at, inChannel)).toEqual(once);
  });

  test('keeps the draft there was', async () => {
    await tap(juror1, 'sheet.save', { ...at, ...scores, basedOn: 0 });
    const form = await tap(juror1, 'sheet.abstain-open', at, inChannel);
    const done = await tapOn(
      form,
      juror1,
      'sheet.abstain-confirm',
      { 'abstain.reason': 'Toch niet.' },
      inChannel,
    );
    expect(seen(done)).toContain('Wat u had ingevuld, is bewaard.');
    expect(await sheetOf(first)).toMatchObject({ revision: 1, scores: { success: 4 } });
  });

  test('finds the form again when the post was edited meanwhile, also over a draft, until it is closed', async () => {
    await tap(juror1, 'sheet.save', { ...at, ...scores, basedOn: 0 });
    const form = await tap(juror1, 'sheet.abstain-open', at, inChannel);
    const again = () => tap(juror1, 'sheet.refresh', at, inChannel);
    expect(await again()).toEqual(form);
    await tapOn(form, juror1, 'sheet.close', {}, inChannel);
    expect(actionsOf(await again())).toContain('sheet.hand-in');
  });

  test('may think better of it', async () => {
    const form = await tap(juror1, 'sheet.abstain-open', at, inChannel);
    const post = await tapOn(form, juror1, 'sheet.close', {}, inChannel);
    expect(actionsOf(post)).toEqual(['sheet.open', 'sheet.abstain-open']);
  });

  test('is refused with a conflict, as no judge, and when the round has closed', async () => {
    const refusalOf = async (person: Person) =>
      actionsOf(await tap(person, 'sheet.abstain-open', at, inChannel));
    expect([await refusalOf(juror5), await refusalOf(sanne)]).toEqual([['conflict'], ['not-a-judge']]);
    const form = await tap(juror1, 'sheet.abstain-open', at, inChannel);
    await handInSheet(world, juror1, first);
    world.setNow('2027-02-12T08:00:00.000Z');
    expect(await refusalOf(juror1)).toEqual(['round-closed']);
    const late = await tapOn(
      form,
      juror1,
      'sheet.abstain-confirm',
      { 'abstain.reason': 'Te laat.' },
      inChannel,
    );
    expect(actionsOf(late)).toEqual(['round-closed']);
  });
});

describe('messages about judging', () => {
  const render = (person: Person, content: Parameters<typeof renderJudgingMessage>[2]) =>
    renderJudgingMessage({ world, contacts: world.contacts, deepLink: tabLink }, idOf(person), content);

  test('are drawn from what is true when they are sent', async () => {
    const reminder = { kind: 'judging-reminder', roundId } as const;
    expect((await render(juror1, reminder))?.summary).toMatch(/^U hebt er nog 3 te beoordelen\./);
    await handInSheet(world, juror1, first);
    await world.catchUp();
    expect((await render(juror1, reminder))?.summary).toMatch(/^U hebt er nog 2 te beoordelen\./);
    for (const each of [second, third]) await handInSheet(world, juror1, each);
    await world.catchUp();
    expect(await render(juror1, reminder)).toBeUndefined();
    expect(await render(juror1, { kind: 'judging-reminder', roundId: 'pitch' })).toBeUndefined();
  });

  test('are nothing for whom they are not', async () => {
    expect(await render(sanne, { kind: 'judging-todo' })).toBeUndefined();
    expect(await render(chair, { kind: 'judging-late' })).toBeUndefined();
    expect(await render(juror5, { kind: 'judging-sheet', submissionId: first, roundId })).toBeUndefined();
    expect((await render(organiser, { kind: 'judging-late' }))?.summary).toBe(
      '4 van de 4 beoordelaars zijn nog niet klaar',
    );
    expect((await render(juror1, { kind: 'judging-sheet', submissionId: first, roundId }))?.summary).toBe(
      'Reizende luisterpaal',
    );
  });

  test('a reminder can be put off, and says until when', async () => {
    const snoozed = await tap(juror1, 'todo.snooze', { days: '1' });
    expect(seen(snoozed)).toContain('Ik herinner u weer op 23 november 2026, 09.00 uur');
    expect(actionsOf(snoozed)).toEqual(['todo.next']);
    expect(await tap(juror1, 'todo.snooze', { days: '1' })).toEqual(snoozed);
  });
});

describe('an organiser', () => {
  test('reminds one, hears that it is sent, and the second time that it was', async () => {
    world.setNow('2026-11-24T10:00:00.000Z');
    const list = await tap(organiser, 'late.list');
    expect(seen(list)).toContain('4 van de 4 beoordelaars zijn nog niet klaar');
    const nudged = await tapOn(list, organiser, 'late.nudge');
    expect(seen(nudged)).toContain('Herinnerd: Jurylid 1.');
    expect(await tapOn(list, organiser, 'late.nudge')).toEqual(nudged);
    expect(() => dataOf(nudged, 'late.nudge')).toThrow();
    const again = await tap(organiser, 'late.nudge', { judge: idOf(juror1), asked: 1 });
    expect(seen(again)).toContain('Vandaag al herinnerd, dus niet nog eens: Jurylid 1.');
    expect(await remindersTo(world, juror1)).toHaveLength(1);
  });

  test('is alone in it', async () => {
    for (const person of [juror1, chair, sanne]) {
      expect(actionsOf(await tap(person, 'late.list'))).toEqual(['not-organiser']);
      expect(actionsOf(await tap(person, 'late.nudge-all', { asked: 0 }))).toEqual(['not-organiser']);
    }
  });
});

function fail(): never {
  throw new Error('there is no such submission');
}
