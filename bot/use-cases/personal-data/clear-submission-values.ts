import type { PersonId } from '../../domain/person.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import { discussionLines } from '../../store/documents/discussion-documents.ts';
import { feedbackPrefix, feedbacks } from '../../store/documents/feedback-documents.ts';
import { abstentions } from '../../store/documents/judging-documents.ts';
import {
  deliveries,
  deliveryPrefix,
  messagePrefix,
  outgoingMessages,
} from '../../store/documents/message-documents.ts';
import { nominationAnswerId, nominationAnswers } from '../../store/documents/nomination-documents.ts';
import {
  scoreSheets,
  submissionDocumentId,
  submissions,
} from '../../store/documents/submission-documents.ts';
import type { StoredDocument } from '../../store/port.ts';

/** What goes from a submission, and what comes in its place. */
export interface Clearing {
  submitter: PersonId;
  pseudonym: PersonId;
  title: string;
  /** Names of messages that tell somebody something: they go. */
  messages: ReadonlySet<string>;
}

/**
 * A document of the submission as it is left: judges and their scores stay for as long as those of the edition, what
 * they wrote does not. The same again changes nothing.
 * @returns `undefined` for one that goes as a whole
 */
export function clearedDocument(document: StoredDocument, clearing: Clearing): StoredDocument | undefined {
  if (discussionLines.is(document) || nominationAnswers.is(document)) return undefined;
  if (outgoingMessages.is(document))
    return clearing.messages.has(document.id.slice(messagePrefix.length)) ? undefined : document;
  if (deliveries.is(document))
    return clearing.messages.has(document.id.slice(deliveryPrefix.length)) ? undefined : document;
  if (![submissions, scoreSheets, abstentions, feedbacks].some((each) => each.is(document))) return document;
  // @NOTE what was JSON stays JSON: only texts in it change
  const body = clearedValue(document.id, document.body, clearing) as StoredDocument['body'];
  return { ...document, body };
}

/** Those to a person, and those that have words of their own. */
export function messagesToClear(documents: readonly StoredDocument[]): ReadonlySet<string> {
  const names = documents.filter(outgoingMessages.is).flatMap((document) => {
    const { destination, content } = outgoingMessages.parse(document).value;
    const isTold = destination.kind === 'person' || 'values' in content;
    return isTold ? [document.id.slice(messagePrefix.length)] : [];
  });
  return new Set(names);
}

/** What a document or a log entry has of a subject. @param subject the id of a document */
export function clearedValue(subject: string, value: unknown, clearing: Clearing): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (subject === submissionDocumentId) return clearedFields(value as Submission, clearing);
  if (subject.startsWith('sheet:')) return { ...value, remarks: {}, overallRemark: '' };
  if (subject.startsWith('abstention:')) return { ...value, reason: '' };
  if (subject.startsWith(feedbackPrefix)) return { ...value, words: { nl: '', en: '' }, remarks: [] };
  if (subject === nominationAnswerId) return { ...value, by: clearing.pseudonym, name: '' };
  return value;
}

/** @param submission as it was stored, or as its log has it */
function clearedFields(submission: Submission, { pseudonym, title }: Clearing): Submission {
  const {
    contactThere: _there,
    follows: _follows,
    consent: _consent,
    novelty: _novelty,
    ...rest
  } = submission;
  return {
    ...rest,
    submitter: pseudonym,
    participant: participantLeft(submission.participant, title),
    partners: [],
    title,
    description: '',
    proof: '',
    conditions: {},
    contact: { name: '', mail: '' },
    own: {},
  };
}

/** A municipality is nobody's name; what somebody typed may be. */
function participantLeft(participant: Submission['participant'], name: string): Submission['participant'] {
  return participant.kind === 'municipality' ? participant : { ...participant, name };
}
