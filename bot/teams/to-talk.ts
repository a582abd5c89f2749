import type { Talk, TalkKind } from '../domain/discussion.ts';
import { mostTalkText } from '../domain/discussion.ts';
import type { Instant } from '../domain/instant.ts';
import type { Person } from '../domain/person.ts';
import { personId } from '../domain/person.ts';
import { isMoreThanText, messageText } from './message-text.ts';
import type { TeamsActivity } from './teams-activity.ts';

/**
 * What was said, changed or taken away in a thread of a channel; `undefined` for what is in no thread, begins one, or
 * says nothing.
 * @param at when it came in, for what does not tell its own time
 */
export function toTalk(activity: TeamsActivity, person: Person, at: Instant): Talk | undefined {
  const { id: messageId, conversation } = activity;
  const kind = kindOf(activity);
  if (kind === undefined || typeof messageId !== 'string' || messageId === '') return undefined;
  const root = rootOf(conversation.id);
  if (root === undefined || root === messageId) return undefined;
  const text = kind === 'deleted' ? '' : messageText(activity);
  const hasAttachment = kind !== 'deleted' && (activity.attachments ?? []).some(isMoreThanText);
  if (kind === 'new' && text === '' && !hasAttachment) return undefined;
  return {
    kind,
    messageId,
    author: personId(person),
    authorName: person.name,
    ...cut(text),
    hasAttachment,
    at: timeOf(activity) ?? at,
  };
}

/** Source: learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages */
function kindOf({ type, channelData }: TeamsActivity): TalkKind | undefined {
  switch (type) {
    case 'message':
      return 'new';
    case 'messageUpdate':
      return updateOf(channelData?.eventType ?? 'editMessage');
    case 'messageDelete':
      return 'deleted';
    default:
      return undefined;
  }
}

function updateOf(eventType: string): TalkKind | undefined {
  if (eventType === 'undeleteMessage') return 'restored';
  return eventType === 'editMessage' ? 'edited' : undefined;
}

/** Teams calls a thread by its channel and, behind a semicolon, its first message. */
function rootOf(conversationId: string): string | undefined {
  return /;messageid=(.+)$/.exec(conversationId)?.[1];
}

/** Not through the middle of a character. */
function cut(text: string): Pick<Talk, 'text' | 'isCut'> {
  if (text.length <= mostTalkText) return { text, isCut: false };
  return { text: text.slice(0, mostTalkText).replace(/[\uD800-\uDBFF]$/, ''), isCut: true };
}

function timeOf({ timestamp, localTimestamp }: TeamsActivity): Instant | undefined {
  const time = Date.parse(timestamp ?? localTimestamp ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
