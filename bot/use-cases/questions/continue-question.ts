import type { Instant } from '../../domain/instant.ts';
import type { MessageContent, OutgoingMessage } from '../../domain/outgoing-message.ts';
import type { Person } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { Question, QuestionLine } from '../../domain/question.ts';
import { mostQuestionLines } from '../../domain/question.ts';
import { messagePrefix, outgoingMessages } from '../../store/documents/message-documents.ts';
import {
  questionDeedId,
  questionDeeds,
  questionDocumentId,
  questionLineId,
  questionLines,
  questionPartition,
  questionPostName,
  questions,
} from '../../store/documents/question-documents.ts';
import type { Operation } from '../../store/port.ts';
import { messageChanged } from '../message-changed.ts';
import { RefusedError } from '../refusal.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import { sideOf } from './view-question.ts';
import type { World } from '../world.ts';

export interface ContinueCommand {
  /** The same for the same deed, however often Teams brings it. */
  key: string;
  at: Instant;
  person: Person;
  questionId: string;
  /** As typed, not empty and not too long. */
  text: string;
  /** It was said in the thread itself, so need not be said there again. */
  inThread?: boolean;
}

/**
 * Says something more about a question. What the organisation says goes to the asker's chat, what the asker says to
 * the thread of the post; the post itself tells whether there is an answer. Once per deed. (GD19)
 * @throws RefusedError `not-found` for who neither asked it nor organises the edition, `too-many-lines`
 */
export async function continueQuestion(world: World, command: ContinueCommand): Promise<Question> {
  const partition = questionPartition(command.questionId);
  return retryWhenChanged(partition, async () => {
    const { store } = world;
    const found = await questions.read(store, partition, questionDocumentId);
    const from = await sideOf(world, command.person, found?.value);
    if (found === undefined) throw new RefusedError('not-found');
    const deed = questionDeedId(command.key);
    if ((await questionDeeds.read(store, partition, deed)) !== undefined) return found.value;
    if (found.value.lines >= mostQuestionLines) throw new RefusedError('too-many-lines');
    const line = lineOf(command, from, found.value.lines + 1);
    const question = withLine(found.value, line);
    await store.commit(partition, [
      questions.replace(questionDocumentId, question, found.etag),
      questionLines.create(questionLineId(line.place), line),
      questionDeeds.create(deed, { place: line.place }),
      ...messagesAbout(question, line, command.inThread === true),
      ...(await messageChanged(store, partition, questionPostName)),
    ]);
    return question;
  });
}

function lineOf(
  { questionId, person, text, at }: ContinueCommand,
  from: QuestionLine['from'],
  place: number,
): QuestionLine {
  return { questionId, place, from, by: personId(person), name: person.name, text, at };
}

function withLine(question: Question, { from, name, at, place }: QuestionLine): Question {
  const said = { ...question, lines: place };
  if (from === 'organisation') return { ...said, answered: { name, at } };
  const { answered: _answered, ...open } = said;
  return open;
}

function messagesAbout(question: Question, line: QuestionLine, inThread: boolean): Operation[] {
  const { id: questionId, asker } = question;
  const content: MessageContent = { kind: 'question-line', questionId, place: line.place };
  const thread: OutgoingMessage['destination'] = { kind: 'question-thread', questionId };
  const messages: [name: string, message: OutgoingMessage][] = [];
  const name = questionLineId(line.place);
  if (line.from === 'organisation') {
    const chat = { kind: 'person' as const, person: asker.person };
    messages.push([`${name}:chat`, { destination: chat, content, wanted: 1 }]);
  }
  if (!inThread) messages.push([`${name}:thread`, { destination: thread, content, wanted: 1 }]);
  return messages.map(([id, message]) => outgoingMessages.create(messagePrefix + id, message));
}
