import type { MessageView } from '../page-api.ts';
import { everybody, type Person } from '../people.ts';
import type { Core } from './core.ts';
import { refreshOf } from './card-rules.ts';
import { invokeAction } from './invoke-action.ts';
import type { Message } from './state.ts';
import { channelById, personById, personalConversationId } from './world.ts';

/** Who sees a conversation. */
export function audience(core: Core, conversation: string): readonly Person[] {
  const { members } = channelById(core.world, conversation) ?? {};
  return members ?? everybody.filter((person) => personalConversationId(core.world, person) === conversation);
}

/** What a person sees of a message: the text, and their own view of its card where they have one. */
export function viewOf(core: Core, message: Message, person: Person): MessageView {
  const view = core.state.view(message.id, person.id);
  const isDeleted = message.deletedAt !== undefined;
  const sender = personById(message.sender);
  const { bot } = core.world;
  return {
    id: message.id,
    conversation: message.conversation,
    ...(message.root === undefined ? {} : { replyTo: message.root }),
    from: sender
      ? { id: sender.id, name: sender.name, isBot: false }
      : { id: bot.teamsId, name: bot.name, isBot: true },
    sentAt: new Date(message.sentAt).toISOString(),
    ...(message.editedAt === undefined ? {} : { editedAt: new Date(message.editedAt).toISOString() }),
    ...(isDeleted ? { deleted: true } : {}),
    ...(isDeleted || message.text === undefined ? {} : { text: message.text }),
    cards: isDeleted ? [] : cardsFor(core, message, person),
    version: Math.max(message.changed, view?.changed ?? 0),
  };
}

/** An edit puts everybody back to the card as posted, until they act or refresh. */
function cardsFor(core: Core, message: Message, person: Person): unknown[] {
  const view = core.state.view(message.id, person.id);
  const isCurrent = view?.generation === message.generation && view.card !== undefined;
  return isCurrent ? [view.card, ...message.cards.slice(1)] : message.cards;
}

/** What Teams does once a message was edited: the clients of those in `refresh.userIds` who see it ask anew. */
export async function refreshAfterEdit(core: Core, message: Message): Promise<void> {
  const inSight = audience(core, message.conversation).filter((person) => core.isInSight(person, message.id));
  const due = inSight.filter((person) => isRefreshDue(core, message, person));
  await Promise.all(due.map((person) => refresh(core, message, person)));
}

/** What Teams does when a person has a conversation on screen. */
export async function refreshOnSight(
  core: Core,
  messages: readonly Message[],
  person: Person,
): Promise<void> {
  const due = messages.filter((message) => isRefreshDue(core, message, person));
  await Promise.all(due.map((message) => refresh(core, message, person)));
}

/** A view that is up to date is asked again only after Teams' own minute, also when tests set it to nothing. */
const currentViewMs = 60_000;

function isRefreshDue(core: Core, message: Message, person: Person): boolean {
  if (message.deletedAt !== undefined || message.sender !== 'bot') return false;
  const asked = refreshOf(cardsFor(core, message, person)[0]);
  if (!asked?.userIds.includes(person.teamsId)) return false;
  const view = core.state.view(message.id, person.id);
  // An edit asks everybody anew, however short ago they were asked. Source: learn.microsoft.com/microsoftteams/platform/
  // task-modules-and-cards/cards/universal-actions-for-adaptive-cards/up-to-date-views
  if (view?.generation !== message.generation) return true;
  if (view.stopped) return false;
  return core.now() - view.invokedAt >= Math.max(currentViewMs, core.timings.refresh);
}

async function refresh(core: Core, message: Message, person: Person): Promise<void> {
  const action = refreshOf(cardsFor(core, message, person)[0])?.action;
  if (action) await invokeAction(core, message, person, action, 'automatic');
}
