import type { Edition } from '../../domain/edition/edition.ts';
import { withTurns, type RoundTurns } from '../../domain/judging/round-turn.ts';
import { personId, pseudonymOf } from '../../domain/person.ts';
import type { KeptDraft, KeptSubmission, RetentionFacts } from '../../domain/retention/plan.ts';
import { drafts } from '../../store/documents/draft-documents.ts';
import {
  currentEditions,
  editionPartition,
  editionRoles,
  editions,
} from '../../store/documents/edition-documents.ts';
import { roundTurnDocuments } from '../../store/documents/judging-documents.ts';
import { people, personPartition } from '../../store/documents/person-documents.ts';
import { questions } from '../../store/documents/question-documents.ts';
import { reminders, remindersId } from '../../store/documents/reminder-documents.ts';
import { submissions } from '../../store/documents/submission-documents.ts';
import type { DocumentStore, StoredDocument } from '../../store/port.ts';
import { everyDocument } from '../../store/whole-feed.ts';

/** By where they stand: a document that changes meanwhile comes again. */
interface Found {
  editions: Map<string, Edition>;
  turns: Map<string, RoundTurns>;
  submissions: Map<string, KeptSubmission>;
  drafts: Map<string, KeptDraft>;
  questions: Map<string, RetentionFacts['questions'][number]>;
  reminders: Map<string, RetentionFacts['reminders'][number]>;
  places: Map<string, RetentionFacts['places'][number]>;
  people: Map<string, RetentionFacts['people'][number]>;
  current?: string;
}

/** What there is that a term goes by: one walk through everything. */
export async function readRetentionFacts(store: DocumentStore): Promise<RetentionFacts> {
  const found: Found = {
    ...{ editions: new Map(), turns: new Map(), submissions: new Map(), drafts: new Map() },
    ...{ questions: new Map(), reminders: new Map(), places: new Map(), people: new Map() },
  };
  for await (const document of everyDocument(store)) take(document, found);
  return {
    editions: [...found.editions].map(([partition, edition]) =>
      withTurns(edition, found.turns.get(partition) ?? { turns: {} }),
    ),
    ...(found.current !== undefined && { currentEdition: found.current }),
    submissions: [...found.submissions.values()],
    drafts: [...found.drafts.values()],
    questions: [...found.questions.values()],
    reminders: [...found.reminders.values()],
    places: [...found.places.values()],
    people: [...found.people.values()],
  };
}

function take(document: StoredDocument, found: Found): void {
  const { partition, id } = document;
  const key = `${partition}/${id}`;
  if (editions.is(document)) found.editions.set(partition, editions.parse(document).value);
  else if (roundTurnDocuments.is(document))
    found.turns.set(partition, roundTurnDocuments.parse(document).value);
  else if (currentEditions.is(document)) found.current = currentEditions.parse(document).value.editionId;
  else if (submissions.is(document)) found.submissions.set(key, keptSubmission(document));
  else if (drafts.is(document)) found.drafts.set(key, keptDraft(document));
  else if (editionRoles.is(document)) takePlace(document, found);
  else takeOfPerson(document, found);
}

function takePlace(document: StoredDocument, { places }: Found): void {
  const { value } = editionRoles.parse(document);
  const editionId = document.partition.slice(editionPartition('').length);
  const key = `${document.partition}/${document.id}`;
  if (value.roles.length > 0) places.set(key, { person: personId(value), editionId });
  else places.delete(key);
}

function takeOfPerson(document: StoredDocument, found: Found): void {
  const key = `${document.partition}/${document.id}`;
  if (questions.is(document)) {
    const { id, editionId, asker } = questions.parse(document).value;
    found.questions.set(key, { id, editionId, asker: asker.person });
  } else if (reminders.is(document)) {
    const person = document.partition.slice(personPartition('').length);
    found.reminders.set(key, { person, editionId: document.id.slice(remindersId('').length) });
  } else if (people.is(document)) {
    const { value } = people.parse(document);
    found.people.set(key, { id: personId(value), seenOn: value.seenOn });
  }
}

function keptSubmission(document: StoredDocument): KeptSubmission {
  const { id, editionId, submitter, status, withdrawnAt } = submissions.parse(document).value;
  const isCleared = submitter === pseudonymOf(id);
  return { id, editionId, submitter, status, withdrawnAt, isCleared };
}

function keptDraft(document: StoredDocument): KeptDraft {
  const { id, editionId, submitter, status, updatedAt, changes } = drafts.parse(document).value;
  return { id, editionId, person: submitter, status, updatedAt, submissionId: changes?.submissionId ?? id };
}
