import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Thread } from '../../../../bot/domain/outgoing-message.ts';
import { personId, type Person } from '../../../../bot/domain/person.ts';
import {
  currentEditionId,
  currentEditions,
  programmePartition,
} from '../../../../bot/store/documents/edition-documents.ts';
import { messagePrefix, outgoingMessages } from '../../../../bot/store/documents/message-documents.ts';
import { personPartition } from '../../../../bot/store/documents/person-documents.ts';
import { answerMention } from '../../../../bot/use-cases/questions/answer-mention.ts';
import { findAddress } from '../../../../bot/use-cases/people/find-address.ts';
import { delegatingStore } from '../../store/delegating-store.ts';
import { openWorld } from '../world.ts';
import type { OpenWorld } from '../world.ts';

let world: OpenWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const person: Person = { tenantId: 't', objectId: 'juror', name: 'Jurylid 1', language: 'en' };
const thread: Thread = {
  serviceUrl: 'http://127.0.0.1:9/',
  conversationId: '19:jury;messageid=17',
  tenantId: 't',
  teamId: 'team',
};

async function answers() {
  const partition = personPartition(personId(person));
  const stored = await outgoingMessages.list(world.store, partition, { prefix: messagePrefix });
  return stored.map(({ value }) => value);
}

test('a mention is answered in its thread, in the language of the person', async () => {
  await answerMention(world, { key: 'k1', person, thread });
  expect(await answers()).toEqual([
    {
      destination: { kind: 'thread', language: 'en', ...thread },
      content: { kind: 'notice', text: 'mention.jury-channel', values: {} },
      wanted: 1,
    },
  ]);
});

test('the same mention is answered once, also at once; another is answered too', async () => {
  await Promise.all(['k1', 'k1', 'k1', 'k2'].map((key) => answerMention(world, { key, person, thread })));
  await answerMention(world, { key: 'k1', person: { ...person, language: 'nl' }, thread });
  expect(await answers()).toHaveLength(2);
});

test.each([
  ['19:jury', 'mention.jury-channel'],
  ['19:jury-2;messageid=17', 'mention.elsewhere'],
  ['19:general;messageid=17', 'mention.elsewhere'],
])('in %s it hears %s', async (conversationId, text) => {
  await answerMention(world, { key: 'k1', person, thread: { ...thread, conversationId } });
  expect(await answers()).toMatchObject([{ content: { text } }]);
});

test('without an edition there is no jury channel', async () => {
  const { etag } = (await currentEditions.read(world.store, programmePartition, currentEditionId)) ?? {
    etag: '',
  };
  await world.store.commit(programmePartition, [{ kind: 'delete', id: currentEditionId, etag }]);
  await answerMention(world, { key: 'k1', person, thread });
  expect(await answers()).toMatchObject([{ content: { text: 'mention.elsewhere' } }]);
});

test('what the store can not take is no answer', async () => {
  const store = delegatingStore(world.store, {
    commit: async () => {
      throw new Error('the disk is full');
    },
  });
  await expect(answerMention({ store }, { key: 'k1', person, thread })).rejects.toThrow('the disk is full');
});

test('the answer goes to the thread it was asked in', async () => {
  await answerMention(world, { key: 'k1', person, thread });
  const [answer] = await answers();
  if (answer === undefined) throw new Error('no answer');
  expect(await findAddress(world.store, answer.destination)).toMatchObject({ kind: 'thread', thread });
});
