import { discussionLines } from '../../store/documents/discussion-documents.ts';
import { deliveries, outgoingMessages } from '../../store/documents/message-documents.ts';
import { questionLines } from '../../store/documents/question-documents.ts';
import { auditEntries } from '../../store/documents/submission-documents.ts';
import type { StoredDocument } from '../../store/port.ts';
import type { Rewrite } from './rewrite.ts';

/** What cards show; where that changes, they are drawn again. */
export function isShown({ type }: StoredDocument): boolean {
  return ['submission', 'question', 'nomination-answer'].includes(type);
}

/**
 * No message is in a later commit than what it shows, nor than how it stands with Teams: what was broken off in between
 * is found again. Then what is, then what was.
 */
export function inOrder(rewrites: readonly Rewrite[]): Rewrite[] {
  const places = new Map(rewrites.map((rewrite) => [rewrite, placeOf(rewrite)]));
  return [...rewrites].sort((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0));
}

function placeOf({ before }: Rewrite): number {
  if (deliveries.is(before)) return 0;
  if (outgoingMessages.is(before)) {
    const { content } = outgoingMessages.parse(before).value;
    return content.kind === 'question-line' ? 2 + content.place / 1_000 : 1;
  }
  if (questionLines.is(before)) return 2.000_5 + questionLines.parse(before).value.place / 1_000;
  if (auditEntries.is(before)) return 5;
  return discussionLines.is(before) ? 6 : isShown(before) ? 3 : 4;
}
