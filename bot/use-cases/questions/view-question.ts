import type { Person } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { Question, QuestionLine } from '../../domain/question.ts';
import {
  questionDocumentId,
  questionLineId,
  questionLines,
  questionPartition,
  questions,
} from '../../store/documents/question-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { readEdition, roleIn } from '../edition-context.ts';
import { RefusedError } from '../refusal.ts';
import type { World } from '../world.ts';

export interface QuestionView {
  question: Question;
  /** The question itself, as it was first put. */
  asked: QuestionLine;
  /** The zone of the edition that it is about. */
  zone: string;
}

export interface QuestionLineView extends QuestionView {
  line: QuestionLine;
}

/** A question for its own messages: whom they go to was decided when they were written. */
export async function viewQuestion(
  store: DocumentStore,
  questionId: string,
): Promise<QuestionView | undefined> {
  const partition = questionPartition(questionId);
  const question = (await questions.read(store, partition, questionDocumentId))?.value;
  const asked = await questionLines.read(store, partition, questionLineId(1));
  const edition = question && (await readEdition(store, question.editionId));
  return question && asked && edition && { question, asked: asked.value, zone: edition.zone };
}

export async function viewQuestionLine(
  store: DocumentStore,
  questionId: string,
  place: number,
): Promise<QuestionLineView | undefined> {
  const view = await viewQuestion(store, questionId);
  const line = await questionLines.read(store, questionPartition(questionId), questionLineId(place));
  return view && line && { ...view, line: line.value };
}

/**
 * On which side of a question somebody is. Who asked is the asker, also when they organise.
 * @throws RefusedError `not-found` for everybody else
 */
export async function sideOf(
  world: World,
  person: Person,
  question: Question | undefined,
): Promise<QuestionLine['from']> {
  if (question === undefined) throw new RefusedError('not-found');
  if (personId(person) === question.asker.person) return 'asker';
  const role = await roleIn(world, question.editionId, person);
  if (role?.roles.includes('organiser') !== true) throw new RefusedError('not-found');
  return 'organisation';
}
