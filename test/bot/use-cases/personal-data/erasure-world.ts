import type { PersonId } from '../../../../bot/domain/person.ts';
import { personId } from '../../../../bot/domain/person.ts';
import type { ErasedWords } from '../../../../bot/domain/erasure/marks.ts';
import { conversationId, conversations } from '../../../../bot/store/documents/conversation-documents.ts';
import { juryThreadId, juryThreads } from '../../../../bot/store/documents/discussion-documents.ts';
import { draftPrefix, drafts } from '../../../../bot/store/documents/draft-documents.ts';
import {
  people as persons,
  personDocumentId,
  personPartition,
} from '../../../../bot/store/documents/person-documents.ts';
import {
  deliveries,
  messagePrefix,
  outgoingMessages,
} from '../../../../bot/store/documents/message-documents.ts';
import { submissionPartition } from '../../../../bot/store/documents/submission-documents.ts';
import type { DocumentStore, StoredDocument } from '../../../../bot/store/port.ts';
import { abstain } from '../../../../bot/use-cases/judging/abstain.ts';
import { askQuestion } from '../../../../bot/use-cases/questions/ask-question.ts';
import { claimInvitation } from '../../../../bot/use-cases/people/claim-invitation.ts';
import type { EraseWorld } from '../../../../bot/use-cases/personal-data/erase-person.ts';
import { erasePerson, erasureUnderWay } from '../../../../bot/use-cases/personal-data/erase-person.ts';
import { findPerson } from '../../../../bot/use-cases/personal-data/find-person.ts';
import { invitePeople } from '../../../../bot/use-cases/people/invite-people.ts';
import { keepTalk } from '../../../../bot/use-cases/submitting/keep-talk.ts';
import { everyDocument } from '../../../../bot/store/whole-feed.ts';
import type { Person } from '../../../teams/people.ts';
import { people, tenantId } from '../../../teams/people.ts';
import { fields, now } from '../../domain/examples.ts';
import { rank } from '../cut/cut-world.ts';
import type { OpenWorld } from '../world.ts';

/** A world in which somebody is everywhere where somebody can be, and the way to take them out. */

const words: ErasedWords = {
  name: 'verwijderde gebruiker',
  contact: 'contactgegevens verwijderd',
  detail: '(weg)',
  said: '(niets)',
};

const phone = '+31 6 1234 5678';

const keyOf = ({ id: objectId }: Pick<Person, 'id'>) => ({ tenantId, objectId });
export const idOf = (person: Pick<Person, 'id'>): PersonId => personId(keyOf(person));

/** All that must be found nowhere any more: as it was written, and as others write it. */
export function tracesOf(person: Person): string[] {
  return [
    ...[person.id, person.teamsId, person.mail, person.name, chatOf(person)],
    ...[phone, '0612345678', '06 12 34 56 78'],
  ];
}

const chatOf = ({ id }: Person) => `a:1chat-${id.slice(-4)}`;

/** Somebody who has spoken to the bot, with a draft. */
export async function makeKnown(store: DocumentStore, person: Person): Promise<void> {
  const partition = personPartition(idOf(person));
  const draft = {
    ...{
      id: `concept-${person.id.slice(-2)}`,
      editionId: 'e',
      submitter: idOf(person),
      status: 'open' as const,
    },
    ...{ answers: { contact: { name: person.name, mail: person.mail, phone } }, step: 'title' },
    ...{ revision: 0, updatedAt: now },
  };
  await store.commit(partition, [
    persons.create(personDocumentId, {
      ...{ ...keyOf(person), name: person.name, mail: person.mail, language: 'nl' },
      ...{
        teamsUserId: person.teamsId,
        chat: { serviceUrl: 'https://teams.example/', conversationId: chatOf(person) },
      },
    }),
    conversations.create(conversationId, { nextMessage: 1, recentKeys: [] }),
    drafts.create(draftPrefix + draft.id, draft),
  ]);
}

/** What somebody says in the jury's talk below a submission. */
export async function sayInTalk(world: OpenWorld, submissionId: string, person: Person, text: string) {
  const partition = submissionPartition(submissionId);
  const conversationId = `19:jury;messageid=${submissionId}`;
  const id = juryThreadId(conversationId);
  const before = await juryThreads.read(world.store, partition, id);
  if (before === undefined) {
    const thread = { submissionId, roundId: 'preselection' as const, conversationId };
    await world.store.commit(partition, [juryThreads.create(id, thread)]);
  }
  await keepTalk(
    world.store,
    { submissionId, conversationId },
    {
      ...{ kind: 'new', messageId: `17${person.id.slice(-3)}${String(text.length)}`, author: idOf(person) },
      ...{ authorName: person.name, text, isCut: false, hasAttachment: false, at: now },
    },
  );
}

export async function ask(world: OpenWorld, person: Person, text: string): Promise<void> {
  const { name, mail } = person;
  const asker = { ...keyOf(person), name, mail, language: 'nl' as const };
  await askQuestion(world.store, { key: `vraag-${person.id}`, at: now, person: asker, text });
}

/** A message that was sent to them, in the partition of a submission. */
export async function send(store: DocumentStore, submissionId: string, person: Person): Promise<void> {
  const at = {
    serviceUrl: 'https://teams.example/',
    tenantId,
    conversationId: chatOf(person),
    activityId: '1',
  };
  await store.commit(submissionPartition(submissionId), [
    outgoingMessages.create(`${messagePrefix}feedback:${person.id.slice(-2)}`, {
      destination: { kind: 'person', person: idOf(person) },
      content: { kind: 'feedback', submissionId, roundId: 'preselection' },
      wanted: 1,
    }),
    deliveries.create(`delivery:feedback:${person.id.slice(-2)}`, { state: 'posted', at, shown: 1 }),
  ]);
}

/** Invited by address, and come. */
export async function inviteAndClaim(world: OpenWorld, person: Person): Promise<void> {
  await invitePeople(world, keyOf(people.organiser), {
    ...{ editionId: world.edition.id, listId: `lijst-${person.id}` },
    ...{ addressees: [{ mail: person.mail, name: person.name }], wish: { role: 'scorer' } },
  });
  const { name, mail, teamsId: teamsUserId } = person;
  await claimInvitation(world, world.edition.id, { ...keyOf(person), name, mail, teamsUserId });
}

export async function abstainFrom(world: OpenWorld, submissionId: string, person: Person): Promise<void> {
  const reason = `Ik, ${person.name}, ken de indiener (bel ${phone})`;
  await abstain(world, keyOf(person), { submissionId, roundId: 'preselection', basedOn: 0, reason });
}

export const contactOf = (person: Person) => ({
  ...fields,
  contact: { name: person.name, mail: person.mail, role: 'Adviseur', phone },
  description: `Vraag het aan ${person.name.toUpperCase()}, ${person.mail} of 06-12345678.`,
});

/** As the command does it, on the store of a world or another over it. */
export async function erase(
  world: Pick<OpenWorld, 'store' | 'now'>,
  wanted: string,
  changes: Partial<EraseWorld> = {},
): Promise<PersonId> {
  const { store, now: moment } = { ...world, ...changes };
  const begun = await erasureUnderWay(store, wanted);
  const found = begun === undefined ? await findPerson(store, wanted) : { kind: 'found' as const, ...begun };
  if (found.kind !== 'found') throw new Error(`${wanted} is ${found.kind}`);
  const newId = () => crypto.randomUUID();
  return erasePerson({ store, now: moment, newId, isRead: false, rank, ...changes }, found.marks, words);
}

/** Where any of these stands still; however it is written. */
export async function whereStill(store: DocumentStore, traces: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const document of everyDocument(store)) {
    const text = JSON.stringify(document).toLowerCase();
    const seen = traces.filter((trace) => text.includes(trace.toLowerCase()));
    if (seen.length > 0) found.push(`${document.partition}/${document.id}: ${seen.join(', ')}`);
  }
  return found;
}

export async function everything(store: DocumentStore): Promise<StoredDocument[]> {
  const all: StoredDocument[] = [];
  for await (const document of everyDocument(store)) all.push(document);
  return all;
}
