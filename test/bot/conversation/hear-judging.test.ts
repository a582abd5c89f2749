import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { drawPersonal } from '../../../bot/cards/personal-message.ts';
import { askOrganiser } from '../../../bot/conversation/ask-organiser.ts';
import { createConversation } from '../../../bot/conversation/converse.ts';
import { hearJudging } from '../../../bot/conversation/hear-judging.ts';
import { switchReminders } from '../../../bot/conversation/switch-reminders.ts';
import type { MessageContent } from '../../../bot/domain/outgoing-message.ts';
import { messagePrefix, outgoingMessages } from '../../../bot/store/documents/message-documents.ts';
import { personPartition } from '../../../bot/store/documents/person-documents.ts';
import type { Person } from '../../teams/people.ts';
import { people } from '../../teams/people.ts';
import type { JudgeWorld } from '../use-cases/judging/judge-at-work.ts';
import {
  cases,
  handInSheet,
  idOf,
  keyOf,
  openJudgeWorld,
  roundId,
} from '../use-cases/judging/judge-at-work.ts';

const { juror1, juror5, sanne, organiser, chair } = people;
let world: JudgeWorld;
let said = 0;
beforeEach(async () => {
  world = await openJudgeWorld();
});
afterEach(() => world.close());

/** Says it in the personal chat. @returns the newest message to them */
async function say(
  person: Person,
  text: string,
  key = `said ${String((said += 1))}`,
): Promise<MessageContent> {
  const asking = askOrganiser(world);
  const judging = hearJudging(world);
  const conversation = createConversation(world, {
    requests: { ...asking.requests, ...switchReminders, ...judging.requests },
    hearFirst: [...judging.hearFirst, ...asking.hearFirst],
    draw: drawPersonal,
    profileOf: async () => undefined,
    log: { warn: () => undefined },
  });
  const chat = { serviceUrl: 'http://127.0.0.1:9/', conversationId: `a:${person.id}` };
  await conversation.said({
    ...{ kind: 'said', key, at: world.now(), text, hasAttachment: false },
    person: { ...keyOf(person), name: person.name, mail: person.mail, language: 'nl', chat },
  });
  const newest = (await messagesTo(person)).at(-1);
  if (newest === undefined) throw new Error('nothing was said');
  return newest;
}

async function messagesTo(person: Person): Promise<MessageContent[]> {
  const stored = await outgoingMessages.list(world.store, personPartition(idOf(person)), {
    prefix: messagePrefix,
  });
  return stored.map(({ value }) => value.content);
}

describe('what is left to judge', () => {
  test.each(['wat moet ik nog?', 'Wat moet ik nog beoordelen', 'my tasks'])(
    'is a list for a judge: %s',
    async (text) => {
      expect(await say(juror1, text)).toEqual({ kind: 'judging-todo' });
    },
  );

  test.each([
    ['a civil servant', sanne],
    ['an organiser', organiser],
  ])('is nothing here for %s', async (_who, person) => {
    expect(await say(person, 'wat moet ik nog?')).toMatchObject({
      kind: 'notice',
      text: 'request.unavailable.todo',
    });
  });

  test('comes one by one for who types “volgende”, once each time', async () => {
    const sheet = await say(juror1, 'volgende', 'the message');
    expect(sheet).toMatchObject({ kind: 'judging-sheet', roundId, submissionId: expect.stringMatching(/./) });
    await say(juror1, 'volgende', 'the message');
    expect(await messagesTo(juror1)).toHaveLength(1);
    for (const each of cases) await handInSheet(world, juror1, each);
    expect(await say(juror1, 'Volgende.')).toEqual({ kind: 'judging-todo' });
  });

  test('is the list for a judge who may judge none of it', async () => {
    expect(await say(juror5, 'volgende')).toEqual({ kind: 'judging-todo' });
  });

  test('does not keep a judge from handing in: the card of their draft stays what it is', async () => {
    expect(await say(juror1, 'inzenden')).toMatchObject({ kind: 'intake-card' });
    expect(await say(juror1, 'wat moet ik nog?')).toEqual({ kind: 'judging-todo' });
    expect(await say(juror1, 'eigen gemeente')).toMatchObject({ kind: 'intake-card' });
    expect((await say(juror1, 'volgende')).kind).toBe('intake-card');
  });

  test('is asked in the middle of a question to the organisation, which is not put then', async () => {
    await say(juror1, 'ik heb een vraag');
    expect(await say(juror1, 'volgende')).toMatchObject({ kind: 'judging-sheet' });
    expect((await say(juror1, 'wat moet ik nog?')).kind).toBe('judging-todo');
  });
});

describe('who is late', () => {
  test.each(['Wie is er laat?', 'wie is nog niet klaar', 'achterblijvers', 'who is late'])(
    'is told to an organiser: %s',
    async (text) => {
      expect(await say(organiser, text)).toEqual({ kind: 'judging-late' });
    },
  );

  test.each([
    ['a judge', juror1],
    ['a chair', chair],
    ['a civil servant', sanne],
  ])('is not told to %s', async (_who, person) => {
    expect((await say(person, 'wie is er laat?')).kind).not.toBe('judging-late');
  });
});

test('who wants no reminders is told that this is about judging too', async () => {
  expect(await say(juror1, 'geen herinneringen')).toMatchObject({ text: 'reminder.off' });
});
