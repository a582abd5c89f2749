import { deliveries, deliveryPrefix } from '../store/documents/message-documents.ts';
import { questionPartitionPrefix, questionPostName } from '../store/documents/question-documents.ts';
import type { StoredDocument } from '../store/port.ts';

/** Which question a thread in the organisers' channel is about. */
export interface QuestionThreads {
  /** @param conversationId of the thread, as Teams calls it */
  questionAt(conversationId: string): string | undefined;
  /** Takes documents as the feed gives them; the same one again changes nothing. */
  apply(documents: readonly StoredDocument[]): void;
}

/** Kept in memory by each server for itself, and made anew from the feed at start. */
export function createQuestionThreads(): QuestionThreads {
  const questions = new Map<string, string>();
  return {
    questionAt: (conversationId) => questions.get(conversationId),
    apply(documents) {
      for (const document of documents.filter(isPostOfQuestion)) {
        const { value } = deliveries.parse(document);
        if (value.state !== 'posted') continue;
        questions.set(value.at.conversationId, document.partition.slice(questionPartitionPrefix.length));
      }
    },
  };
}

function isPostOfQuestion(document: StoredDocument): boolean {
  const isPost = document.id === deliveryPrefix + questionPostName;
  return isPost && document.partition.startsWith(questionPartitionPrefix) && deliveries.is(document);
}
