import type { Person } from '../people.ts';
import { deleteActivity, updateActivity, type Place } from './activities.ts';
import { checkMember } from './conversations.ts';
import type { Core } from './core.ts';
import { deliver } from './deliver.ts';
import { RefusedError } from './refused-error.ts';
import { isHeard, mentionOf, mentionsBot } from './say.ts';
import type { Message } from './state.ts';
import { tellAboutMessage } from './tell.ts';
import { audience } from './views.ts';

/**
 * A person edits what they said; a mention of the bot stays. Resolves when the bot has heard of it, if it may.
 * @throws RefusedError 403 for what somebody else said, 404 for what is not there
 */
export async function editMessage(core: Core, person: Person, id: string, text: string): Promise<void> {
  const message = ownMessage(core, person, id);
  const mention = mentionsBot(core, message);
  const shown = mention ? `${mentionOf(core)}${text}` : text;
  const edited = core.state.edit(message, { text: shown, cards: message.cards }, core.now());
  tellAboutMessage(core, edited, audience(core, edited.conversation));
  if (!isHeard(core, edited.conversation, mention)) return;
  await deliver(core, updateActivity(core, person, placeOf(edited), { id, text, mention }));
}

/**
 * A person takes away what they said. Resolves when the bot has heard of it, if it may.
 * @throws RefusedError 403 for what somebody else said, 404 for what is not there
 */
export async function removeMessage(core: Core, person: Person, id: string): Promise<void> {
  const message = ownMessage(core, person, id);
  core.state.remove(message, core.now());
  tellAboutMessage(core, message, audience(core, message.conversation));
  if (!isHeard(core, message.conversation, mentionsBot(core, message))) return;
  await deliver(core, deleteActivity(core, person, placeOf(message), id));
}

/**
 * A person brings back what they took away. Resolves when the bot has heard of it, if it may.
 * @throws RefusedError 403 for what somebody else said, 404 for what was not taken away
 */
export async function restoreMessage(core: Core, person: Person, id: string): Promise<void> {
  const message = ownMessage(core, person, id, 'deleted');
  core.state.restore(message);
  tellAboutMessage(core, message, audience(core, message.conversation));
  const mention = mentionsBot(core, message);
  if (!isHeard(core, message.conversation, mention)) return;
  const shown = message.text ?? '';
  const text = mention ? shown.slice(mentionOf(core).length) : shown;
  const told = updateActivity(core, person, placeOf(message), { id, text, mention }, 'undeleteMessage');
  await deliver(core, told);
}

function ownMessage(core: Core, person: Person, id: string, state: 'there' | 'deleted' = 'there'): Message {
  const message = core.state.message(id);
  if (message === undefined || (message.deletedAt !== undefined) !== (state === 'deleted'))
    throw new RefusedError(404, 'MessageNotFound', `There is no message ${id}.`);
  checkMember(core, person, message.conversation);
  if (message.sender === person.id) return message;
  throw new RefusedError(403, 'Forbidden', `${person.name} did not say ${id}.`);
}

function placeOf({ conversation, root, id }: Message): Place {
  return { conversation, root: root ?? id };
}
