import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { remindDrafts } from '../../../bot/conversation/remind-drafts.ts';
import type { Draft } from '../../../bot/domain/draft/draft.ts';
import { newConversation } from '../../../bot/domain/draft/conversation.ts';
import { personId } from '../../../bot/domain/person.ts';
import { conversationId, conversations } from '../../../bot/store/documents/conversation-documents.ts';
import { draftPrefix, drafts } from '../../../bot/store/documents/draft-documents.ts';
import { messagePrefix, outgoingMessages } from '../../../bot/store/documents/message-documents.ts';
import { personPartition } from '../../../bot/store/documents/person-documents.ts';
import { createOpenDrafts } from '../../../bot/views/open-drafts.ts';
import type { OpenWorld } from '../use-cases/world.ts';
import { openWorld } from '../use-cases/world.ts';
import { people, tenantId } from '../../teams/people.ts';

const owner = personId({ tenantId, objectId: people.sanne.id });
const partition = personPartition(owner);
const openDrafts = createOpenDrafts();
let world: OpenWorld;

beforeEach(async () => {
  world = await openWorld();
  const draft: Draft = {
    id: 'luisterpaal',
    editionId: world.edition.id,
    submitter: owner,
    status: 'open',
    answers: { title: 'Luisterpaal' },
    step: 'description',
    revision: 2,
    updatedAt: world.now(),
  };
  await world.store.commit(partition, [drafts.create(`${draftPrefix}luisterpaal`, draft)]);
  openDrafts.apply(await world.catchUp());
});
afterEach(() => world.close());

const reminders = async () =>
  (await outgoingMessages.list(world.store, partition, { prefix: `${messagePrefix}reminder-` })).map(
    ({ value }) => value.content,
  );
/** The example edition closes on Thursday 21 January 2027, 17.00. */
const weekBefore = '2027-01-14T09:30:00.000Z';
const dayBefore = '2027-01-20T09:30:00.000Z';

test('each reminder comes once, also from two servers at once', async () => {
  await remindDrafts(world, openDrafts.all());
  expect(await reminders()).toEqual([]);
  for (const now of [weekBefore, dayBefore]) {
    world.setNow(now);
    await Promise.all([remindDrafts(world, openDrafts.all()), remindDrafts(world, openDrafts.all())]);
    await remindDrafts(world, openDrafts.all());
  }
  const closing = 'tot 21 januari 2027, 17.00 uur';
  const reminder = { kind: 'notice', text: 'reminder.draft', values: { title: 'Luisterpaal', closing } };
  expect(await reminders()).toEqual([reminder, reminder]);
});

test('whoever wants none gets none', async () => {
  await world.store.commit(partition, [
    conversations.create(conversationId, { ...newConversation, remindersOff: true }),
  ]);
  world.setNow(weekBefore);
  await remindDrafts(world, openDrafts.all());
  expect(await reminders()).toEqual([]);
});

test('what was handed in since is not reminded of', async () => {
  const draft = await drafts.read(world.store, partition, `${draftPrefix}luisterpaal`);
  if (draft === undefined) throw new Error('there is no draft');
  await world.store.commit(partition, [
    drafts.replace(draft.id, { ...draft.value, status: 'handing-in' }, draft.etag),
  ]);
  world.setNow(weekBefore);
  await remindDrafts(world, openDrafts.all());
  expect(await reminders()).toEqual([]);
  openDrafts.apply(await world.catchUp());
  expect(openDrafts.all()).toEqual([]);
});
