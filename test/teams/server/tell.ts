import type { Person } from '../people.ts';
import type { Core } from './core.ts';
import type { Message } from './state.ts';

/** Lets the pages of these people know that what they see of a message changed. */
export function tellAboutMessage(core: Core, message: Message, persons: readonly Person[]): void {
  for (const person of persons) {
    core.events.tell(person.id, {
      kind: 'message',
      conversation: message.conversation,
      messageId: message.id,
    });
  }
}
