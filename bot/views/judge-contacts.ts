import type { Instant } from '../domain/instant.ts';
import type { JudgeReminders } from '../domain/judging/judge-reminder.ts';
import { noReminders } from '../domain/judging/judge-reminder.ts';
import type { PersonId } from '../domain/person.ts';
import { conversations } from '../store/documents/conversation-documents.ts';
import { abstentions } from '../store/documents/judging-documents.ts';
import { people, personPartition } from '../store/documents/person-documents.ts';
import { reminders, remindersId } from '../store/documents/reminder-documents.ts';
import { scoreSheets } from '../store/documents/submission-documents.ts';
import type { StoredDocument } from '../store/port.ts';
import type { JudgeContacts } from '../use-cases/chasing/judge-contacts.ts';

/** Contacts in memory, and the way in for the change feed. */
export interface KeptJudgeContacts extends JudgeContacts {
  /** Takes documents as the feed gives them; the same one again changes nothing. */
  apply(documents: readonly StoredDocument[]): void;
}

/** Kept by each server for itself, and made anew from the feed at start. */
export function createJudgeContacts(): KeptJudgeContacts {
  const chatting = new Set<PersonId>();
  const silenced = new Set<PersonId>();
  /** By the document's place. */
  const reminded = new Map<string, JudgeReminders>();
  const lastJudged = new Map<PersonId, Instant>();

  const judged = ({ judge, updatedAt }: { judge: PersonId; updatedAt: Instant }) => {
    if (updatedAt > (lastJudged.get(judge) ?? '')) lastJudged.set(judge, updatedAt);
  };

  const take = (document: StoredDocument) => {
    const person = document.partition.slice(personPartition('').length);
    if (people.is(document)) mark(chatting, person, people.parse(document).value.chat !== undefined);
    else if (conversations.is(document))
      mark(silenced, person, conversations.parse(document).value.remindersOff === true);
    else if (reminders.is(document)) reminded.set(placeOf(document), reminders.parse(document).value);
    else if (scoreSheets.is(document)) judged(scoreSheets.parse(document).value);
    else if (abstentions.is(document)) judged(abstentions.parse(document).value);
  };

  return {
    apply(documents) {
      for (const document of documents) take(document);
    },
    of(person, editionId) {
      const lastJudgedAt = lastJudged.get(person);
      const place = { partition: personPartition(person), id: remindersId(editionId) };
      return {
        hasChat: chatting.has(person),
        remindersOff: silenced.has(person),
        reminders: reminded.get(placeOf(place)) ?? noReminders,
        ...(lastJudgedAt !== undefined && { lastJudgedAt }),
      };
    },
  };
}

function placeOf({ partition, id }: Pick<StoredDocument, 'partition' | 'id'>): string {
  return `${partition}/${id}`;
}

function mark(set: Set<PersonId>, person: PersonId, isSo: boolean): void {
  if (isSo) set.add(person);
  else set.delete(person);
}
