import { createHash } from 'node:crypto';
import type { Instant } from '../../domain/instant.ts';
import type { OutgoingMessage } from '../../domain/outgoing-message.ts';
import type { Person } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { Question } from '../../domain/question.ts';
import { messagePrefix, outgoingMessages } from '../../store/documents/message-documents.ts';
import {
  questionDocumentId,
  questionLineId,
  questionLines,
  questionPartition,
  questionPostName,
  questions,
} from '../../store/documents/question-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { PreconditionFailedError } from '../../store/port.ts';
import { currentEdition } from '../edition-context.ts';

export interface AskCommand {
  /** The same for the same deed, however often Teams brings it. */
  key: string;
  at: Instant;
  person: Person;
  /** As typed, not empty and not too long. */
  text: string;
}

/**
 * Puts a question to the organisation: a post in its channel, and a word to who asked. The same deed again has no
 * second effect. (GD19)
 * @throws RefusedError `no-edition`
 */
export async function askQuestion(store: DocumentStore, command: AskCommand): Promise<void> {
  const { key, at, person, text } = command;
  const { id: editionId } = await currentEdition(store);
  const by = personId(person);
  const id = createHash('sha256').update(`${by} ${key}`).digest('base64url');
  const { name, mail, language } = person;
  const asker = { person: by, name, language, ...(mail !== undefined && { mail }) };
  const question: Question = { id, editionId, asker, askedAt: at, lines: 1 };
  try {
    await store.commit(questionPartition(id), [
      questions.create(questionDocumentId, question),
      questionLines.create(questionLineId(1), {
        questionId: id,
        place: 1,
        from: 'asker',
        by,
        name,
        text,
        at,
      }),
      outgoingMessages.create(messagePrefix + questionPostName, postOf(question)),
      outgoingMessages.create(`${messagePrefix}sent`, sentTo(question)),
    ]);
  } catch (error) {
    // It was asked already.
    if (!(error instanceof PreconditionFailedError)) throw error;
  }
}

function postOf({ id, editionId }: Question): OutgoingMessage {
  return {
    destination: { kind: 'organisers-channel', editionId },
    content: { kind: 'question-post', questionId: id },
    wanted: 1,
  };
}

function sentTo({ asker }: Question): OutgoingMessage {
  return {
    destination: { kind: 'person', person: asker.person },
    content: { kind: 'notice', text: 'question.sent', values: {} },
    wanted: 1,
  };
}
