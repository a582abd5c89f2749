import { personId } from '../../../../bot/domain/person.ts';
import type { OutgoingMessage } from '../../../../bot/domain/outgoing-message.ts';
import { conversationId, conversations } from '../../../../bot/store/documents/conversation-documents.ts';
import { newConversation } from '../../../../bot/domain/draft/conversation.ts';
import { messagePrefix, outgoingMessages } from '../../../../bot/store/documents/message-documents.ts';
import {
  people as known,
  personDocumentId,
  personPartition,
} from '../../../../bot/store/documents/person-documents.ts';
import { abstain } from '../../../../bot/use-cases/judging/abstain.ts';
import { writeSheet } from '../../../../bot/use-cases/judging/score-submission.ts';
import { submitInitiative } from '../../../../bot/use-cases/submitting/submit-initiative.ts';
import { createJudgeContacts } from '../../../../bot/views/judge-contacts.ts';
import type { KeptJudgeContacts } from '../../../../bot/views/judge-contacts.ts';
import type { Person } from '../../../teams/people.ts';
import { tenantId } from '../../../teams/people.ts';
import { fields, now } from '../../domain/examples.ts';
import type { OpenWorld } from '../world.ts';
import { openWorld } from '../world.ts';

/** A world in which judges have three submissions to judge, and what they do in it. */
export interface JudgeWorld extends OpenWorld {
  contacts: KeptJudgeContacts;
}

export const roundId = 'preselection';
export const cases = ['luisterpaal', 'grip', 'brieven'] as const;

export async function openJudgeWorld(): Promise<JudgeWorld> {
  const opened = await openWorld();
  const contacts = createJudgeContacts();
  const world: JudgeWorld = {
    ...opened,
    contacts,
    catchUp: async () => {
      const changes = await opened.catchUp();
      contacts.apply(changes);
      return changes;
    },
  };
  for (const submissionId of cases) {
    await submitInitiative(world.store, {
      submissionId,
      editionId: world.edition.id,
      submitter: 't:s',
      fields: { ...fields, participant: { kind: 'municipality', code: 'GM0193' } },
      receivedAt: now,
    });
  }
  await world.catchUp();
  return world;
}

export function keyOf({ id: objectId }: Person) {
  return { tenantId, objectId };
}

export function idOf(person: Person): string {
  return personId(keyOf(person));
}

/** The bot has a personal chat with them. */
export async function chatWith(world: JudgeWorld, person: Person): Promise<void> {
  const chat = { serviceUrl: 'http://127.0.0.1:9/', conversationId: `a:${person.id}` };
  const value = { ...keyOf(person), name: person.name, language: 'nl' as const, chat };
  await world.store.commit(personPartition(idOf(person)), [known.create(personDocumentId, value)]);
  await world.catchUp();
}

export async function silence(world: JudgeWorld, person: Person): Promise<void> {
  const value = { ...newConversation, remindersOff: true };
  await world.store.commit(personPartition(idOf(person)), [conversations.create(conversationId, value)]);
  await world.catchUp();
}

export async function handInSheet(world: JudgeWorld, person: Person, submissionId: string): Promise<void> {
  const content = {
    scores: { success: 4, value: 4, reuse: 3, inclusion: 'not-assessable' as const },
    remarks: {},
    overallRemark: 'kanarie',
  };
  const command = { submissionId, roundId, content, wish: 'hand-in', basedOn: 0 } as const;
  await writeSheet(world, keyOf(person), command);
}

export async function abstainFrom(world: JudgeWorld, person: Person, submissionId: string): Promise<void> {
  await abstain(world, keyOf(person), { submissionId, roundId, basedOn: 0, reason: 'Ik ken de indiener.' });
}

/** What was written to them of what they have to judge. */
export async function remindersTo(world: JudgeWorld, person: Person): Promise<OutgoingMessage['content'][]> {
  const stored = await outgoingMessages.list(world.store, personPartition(idOf(person)), {
    prefix: `${messagePrefix}judging-reminder-`,
  });
  return stored.map(({ value }) => value.content);
}
