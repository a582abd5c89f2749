import { z } from 'zod';
import type { SayRequest } from '../page-api.ts';
import type { Person } from '../people.ts';
import { messageActivity, type SentAttachment } from './activities.ts';
import { checkMember, openConversation } from './conversations.ts';
import type { Core } from './core.ts';
import { deliver } from './deliver.ts';
import { RefusedError } from './refused-error.ts';
import type { Message } from './state.ts';
import { tellAboutMessage } from './tell.ts';
import { audience } from './views.ts';
import { channelById } from './world.ts';

export const sayRequest = z.object({
  person: z.string(),
  conversation: z.string(),
  text: z.string().trim().min(1).max(28_000),
  replyTo: z.string().optional(),
  mention: z.boolean().optional(),
}) satisfies z.ZodType<SayRequest>;

/** What was said, and the promise that the bot heard it if it may. */
export interface Said {
  message: Message;
  heard: Promise<void>;
}

/** @NOTE only tests send these: the page has nothing to send them with */
type Saying = SayRequest & { attachments?: readonly SentAttachment[]; others?: readonly Person[] };

/** A person says something; it stands in the conversation before the bot hears it. */
export function say(core: Core, person: Person, request: Saying): Said {
  const { conversation, text, mention = false } = request;
  checkMember(core, person, conversation);
  const root = rootOf(core, request);
  const now = core.now();
  const message = core.state.add({
    id: core.state.newMessageId(now),
    conversation,
    root,
    sender: person.id,
    text: mention ? `${mentionOf(core)}${namesOf(request)}${text}` : text,
    cards: [],
    sentAt: now,
  });
  tellAboutMessage(core, message, audience(core, conversation));
  return { message, heard: tellBot(core, person, message, request) };
}

async function tellBot(core: Core, person: Person, message: Message, request: Saying): Promise<void> {
  const { conversation } = message;
  const { text, mention = false, attachments, others } = request;
  await openConversation(core, person, conversation);
  if (!isHeard(core, conversation, mention)) return;
  const place = { conversation, root: message.root ?? message.id };
  const sent = { id: message.id, text, mention, attachments, others };
  await deliver(core, messageActivity(core, person, place, sent));
}

/** What a mention of the bot looks like at the head of a message. */
export function mentionOf({ world }: Core): string {
  return `**${world.bot.name}** `;
}

function namesOf({ others = [] }: Saying): string {
  return others.map(({ name }) => `**${name}** `).join('');
}

/** Whether a message of a person begins with a mention of the bot. */
export function mentionsBot(core: Core, { text }: Message): boolean {
  return text?.startsWith(mentionOf(core)) === true;
}

/** Whether the bot hears of such a message of a person, and later of its changes. */
export function isHeard(core: Core, conversation: string, mention: boolean): boolean {
  if (core.state.lost(conversation) !== undefined) return false;
  return !channelById(core.world, conversation) || mention || core.channelMessages === 'all';
}

function rootOf(core: Core, { conversation, replyTo }: SayRequest): string | undefined {
  if (replyTo === undefined || !channelById(core.world, conversation)) return undefined;
  const answered = core.state.message(replyTo);
  if (answered?.conversation !== conversation)
    throw new RefusedError(404, 'MessageNotFound', `There is no message ${replyTo} in this conversation.`);
  return answered.root ?? answered.id;
}
