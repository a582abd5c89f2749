import type { TapRequest } from '../page-api.ts';
import type { Person } from '../people.ts';
import { checkMember } from './conversations.ts';
import type { Core } from './core.ts';
import { RefusedError } from './refused-error.ts';
import type { Message } from './state.ts';

/**
 * The message whose card somebody uses.
 * @throws RefusedError 403 where they are not in the conversation, 404 where the message is not there
 */
export function tappedMessage(
  core: Core,
  person: Person,
  { conversation, messageId }: Pick<TapRequest, 'conversation' | 'messageId'>,
): Message {
  checkMember(core, person, conversation);
  const message = core.state.message(messageId);
  if (message?.conversation === conversation && message.deletedAt === undefined) return message;
  throw new RefusedError(404, 'MessageNotFound', `There is no message ${messageId} in this conversation.`);
}
