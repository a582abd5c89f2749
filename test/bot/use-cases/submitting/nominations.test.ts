import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Person } from '../../../../bot/domain/person.ts';
import { personId } from '../../../../bot/domain/person.ts';
import {
  editionDocumentId,
  editionPartition,
  editions,
} from '../../../../bot/store/documents/edition-documents.ts';
import { messagePrefix, outgoingMessages } from '../../../../bot/store/documents/message-documents.ts';
import {
  people,
  personDocumentId,
  personPartition,
} from '../../../../bot/store/documents/person-documents.ts';
import {
  auditEntries,
  auditPrefix,
  submissionPartition,
} from '../../../../bot/store/documents/submission-documents.ts';
import type { FeedReader } from '../../../../bot/store/feed-reader.ts';
import { answerNomination } from '../../../../bot/use-cases/submitting/answer-nomination.ts';
import { startFollowingNominations } from '../../../../bot/use-cases/submitting/follow-nominations.ts';
import { submitInitiative } from '../../../../bot/use-cases/submitting/submit-initiative.ts';
import { waitFor } from '../../../wait-for.ts';
import { fields, now } from '../../domain/examples.ts';
import type { OpenWorld } from '../world.ts';
import { openWorld } from '../world.ts';

const tenantId = 'tenant';
const sanne: Person = { tenantId, objectId: 'sanne', name: 'Sanne', language: 'nl' };
const mehmet: Person = {
  tenantId,
  objectId: 'mehmet',
  name: 'Mehmet',
  mail: 'M.Yilmaz@zwolle.example',
  language: 'nl',
};
const partition = submissionPartition('luisterpaal');

let world: OpenWorld;
let following: FeedReader;

beforeEach(async () => {
  world = await openWorld();
  await setInviting(true);
});
afterEach(async () => {
  await following.stop();
  await world.close();
});

async function setInviting(invitesNominated: boolean): Promise<void> {
  const at = editionPartition(world.edition.id);
  const stored = await editions.read(world.store, at, editionDocumentId);
  if (stored === undefined) throw new Error('there is no edition');
  const changed = { ...stored.value, invitesNominated };
  await world.store.commit(at, [editions.replace(editionDocumentId, changed, stored.etag)]);
}

async function follow(): Promise<void> {
  following = startFollowingNominations({ store: world.store });
  await following.caughtUp();
}

const meet = (person: Person) =>
  world.store.commit(personPartition(personId(person)), [people.create(personDocumentId, person)]);

const nominate = (changes: Partial<typeof fields> = {}) =>
  submitInitiative(world.store, {
    submissionId: 'luisterpaal',
    editionId: world.edition.id,
    submitter: personId(sanne),
    fields: {
      ...fields,
      whose: 'nominated',
      contactThere: { name: 'Mehmet', mail: 'm.yilmaz@ZWOLLE.example' },
      ...changes,
    },
    receivedAt: now,
  });

async function messages(): Promise<Record<string, string>> {
  const all = await outgoingMessages.list(world.store, partition, { prefix: messagePrefix });
  return Object.fromEntries(
    all.map(({ id, value }) => [id.slice(messagePrefix.length), `${value.content.kind} ${value.wanted}`]),
  );
}

const post = { nomination: 'nomination-post 1' };
const invitation = { 'invitation:tenant:mehmet': 'nomination-invitation 1' };

describe('a nomination', () => {
  test('is told to the organisation, and to the contact there when they are known', async () => {
    await meet(mehmet);
    await nominate();
    await follow();
    expect(await messages()).toMatchObject({ ...post, ...invitation });
  });

  test('waits for a contact who comes later, and tells nothing twice when all is read again', async () => {
    await nominate();
    await follow();
    expect(await messages()).toMatchObject(post);
    expect(await messages()).not.toHaveProperty(['invitation:tenant:mehmet']);
    await meet(mehmet);
    await waitFor('the invitation', async () => 'invitation:tenant:mehmet' in (await messages()));
    await following.stop();
    await follow();
    expect(await messages()).toMatchObject({ ...post, ...invitation });
  });

  test('invites nobody where the edition does not want that', async () => {
    await setInviting(false);
    await meet(mehmet);
    await nominate();
    await follow();
    expect(Object.keys(await messages()).filter((name) => name.startsWith('invitation'))).toEqual([]);
  });

  test('of one’s own is none', async () => {
    await meet(mehmet);
    await nominate({ whose: 'own' });
    await follow();
    expect(Object.keys(await messages())).toEqual(['post:preselection']);
  });
});

describe('the contact over there', () => {
  const answer = (person: Person, said: 'confirmed' | 'declined') =>
    answerNomination(world, { person, submissionId: 'luisterpaal', answer: said, at: now });
  const log = async () =>
    (await auditEntries.list(world.store, partition, { prefix: auditPrefix })).map(({ value }) => value.act);

  beforeEach(async () => {
    await meet(mehmet);
    await meet(sanne);
    await nominate();
    await follow();
  });

  test('confirms once, however often the tap comes, and the post shows it', async () => {
    await Promise.all([answer(mehmet, 'confirmed'), answer(mehmet, 'confirmed')]);
    expect(await messages()).toMatchObject({ nomination: 'nomination-post 2' });
    expect(await log()).toEqual(['submit', 'answer-nomination']);
  });

  test('may change their mind', async () => {
    await answer(mehmet, 'confirmed');
    expect((await answer(mehmet, 'declined')).answer?.answer).toBe('declined');
    expect(await messages()).toMatchObject({ nomination: 'nomination-post 3' });
  });

  test('is nobody else: not who nominated it, whatever address they say is theirs', async () => {
    const refused = { code: 'not-found' };
    await expect(answer(sanne, 'confirmed')).rejects.toMatchObject(refused);
    const liar = { ...sanne, mail: 'm.yilmaz@zwolle.example' };
    await expect(answer(liar, 'confirmed')).rejects.toMatchObject(refused);
    expect(await log()).toEqual(['submit']);
  });
});
