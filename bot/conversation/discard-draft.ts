import type { Draft } from '../domain/draft/draft.ts';
import type { Instant } from '../domain/instant.ts';
import type { MessageContent } from '../domain/outgoing-message.ts';
import { leaveChange } from './begin-change.ts';
import type { World } from '../use-cases/world.ts';
import { turnToWaiting } from './begin-change.ts';
import type { ChatTurn } from './chat-turn.ts';
import { notice } from './notices.ts';

const blank: MessageContent = { kind: 'asked-line', text: 'intake.deleted.line', values: {} };

/**
 * Throws a draft away, as its owner confirmed: nothing they typed is left in it, nor in the lines of the chat that
 * told of it. The lines go first, so that a crash in between leaves a draft that can be thrown away again.
 */
export async function discardDraft(turn: ChatTurn, draft: Draft, now: Instant): Promise<void> {
  if (draft.changes !== undefined) return leaveChange(turn, draft, now);
  await turn.replaceMessages(draft.firstMessage ?? 1, (content) => withoutTyped(draft, content));
  turn.keep(emptied(draft, now));
}

/** Deletes a draft, as its owner confirmed; what else they were making comes in its place. */
export async function deleteDraft(
  world: World,
  turn: ChatTurn,
  draft: Draft,
  left: MessageContent,
): Promise<void> {
  await discardDraft(turn, draft, world.now());
  turn.changeCard(left);
  turn.letCardGo();
  await turnToWaiting(turn, draft.id);
}

export const deletedNotice = notice('notice.deleted');

function emptied({ id, editionId, submitter, step, revision }: Draft, now: Instant): Draft {
  return {
    ...{ id, editionId, submitter, step },
    status: 'discarded',
    answers: {},
    revision: revision + 1,
    updatedAt: now,
  };
}

/** What stands instead of what may hold something that they typed; `undefined` for what holds nothing. */
function withoutTyped(draft: Draft, content: MessageContent): MessageContent | undefined {
  switch (content.kind) {
    case 'answered-line':
      return content.draftId === draft.id ? blank : undefined;
    case 'asked-line':
      return Object.values(content.values).some((value) => typeof value === 'string') ? blank : undefined;
    case 'notice': {
      if (content.text !== 'reminder.draft') return undefined;
      const { title: _title, ...values } = content.values;
      return { kind: 'notice', text: 'reminder.draft.untitled', values };
    }
    default:
      return undefined;
  }
}
