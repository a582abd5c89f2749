import { z } from 'zod';
import { everybody } from '../people.ts';
import { gated, takeRate } from './connector-gate.ts';
import type { Core } from './core.ts';
import { json, type Call, type Reply, type Route } from './http-server.ts';
import { windows } from './limits.ts';
import { contentOf, outgoingActivity, type OutgoingActivity } from './outgoing-activity.ts';
import { RefusedError } from './refused-error.ts';
import { rosterRoutes } from './roster-routes.ts';
import type { Message } from './state.ts';
import { tellAboutMessage } from './tell.ts';
import { audience, refreshAfterEdit } from './views.ts';
import { channelById, personalConversationId, personById, serviceUrl, threadId } from './world.ts';

/** The Bot Connector: what the bot sends, edits and deletes. */
export function connectorRoutes(core: Core): Route[] {
  const conversation = '/connector/v3/conversations/:conversation';
  const routes: Route[] = [
    { method: 'POST', path: '/connector/v3/conversations', answer: (call) => create(core, call) },
    { method: 'POST', path: `${conversation}/activities`, answer: (call) => send(core, call) },
    { method: 'POST', path: `${conversation}/activities/:activity`, answer: (call) => send(core, call) },
    { method: 'PUT', path: `${conversation}/activities/:activity`, answer: (call) => edit(core, call) },
    { method: 'DELETE', path: `${conversation}/activities/:activity`, answer: (call) => remove(core, call) },
    ...rosterRoutes(core),
  ];
  return routes.map((route) => gated(core, route));
}

const conversationParameters = z.looseObject({
  isGroup: z.boolean().nullish(),
  members: z.array(z.looseObject({ id: z.string() })).nullish(),
  tenantId: z.string().nullish(),
  activity: outgoingActivity.nullish(),
  channelData: z
    .looseObject({
      channel: z.looseObject({ id: z.string() }).optional(),
      tenant: z.looseObject({ id: z.string() }).optional(),
    })
    .nullish(),
});

type ConversationParameters = z.infer<typeof conversationParameters>;

function create(core: Core, call: Call): Reply {
  const asked = call.json(conversationParameters);
  const tenant = asked.tenantId ?? asked.channelData?.tenant?.id;
  if ((tenant ?? core.world.tenantId) !== core.world.tenantId)
    throw new RefusedError(403, 'Forbidden', `The app is not installed in tenant ${String(tenant)}.`);
  return asked.channelData?.channel ? createThread(core, asked) : createPersonal(core, asked);
}

function createThread(core: Core, { channelData, activity }: ConversationParameters): Reply {
  const asked = channelData?.channel?.id ?? '';
  const channel = channelById(core.world, asked);
  if (!channel) throw notFound('channel', asked);
  checkThere(core, channel.id);
  if (!activity) throw new RefusedError(400, 'BadSyntax', 'A thread begins with an activity.');
  takeRate(core, `create:${channel.id}`, windows.send);
  const { id } = post(core, channel.id, undefined, activity);
  const body = { id: threadId(channel.id, id), activityId: id, serviceUrl: serviceUrl(core.world) };
  return json(body, 201);
}

function createPersonal(core: Core, { members, activity }: ConversationParameters): Reply {
  const [member] = members ?? [];
  const person = member && personById(member.id);
  if (!person) throw new RefusedError(400, 'BadSyntax', 'Exactly one member of this tenant is needed.');
  const id = personalConversationId(core.world, person);
  takeRate(core, `create:${id}`, windows.send);
  const posted = activity ? post(core, id, undefined, activity) : undefined;
  return json({ id, activityId: posted?.id, serviceUrl: serviceUrl(core.world) }, 201);
}

function send(core: Core, call: Call): Reply {
  const { conversation = '', activity: repliesTo } = call.params;
  const place = placeOf(core, conversation);
  const root = rootOf(core, place, repliesTo);
  const activity = call.json(outgoingActivity);
  takeRate(core, `send:${place.conversation}/${root ?? ''}`, windows.send);
  if (activity.type === 'typing') return json({ id: core.state.newMessageId(core.now()) }, 201);
  return json({ id: post(core, place.conversation, root, activity).id }, 201);
}

function post(
  core: Core,
  conversation: string,
  root: string | undefined,
  activity: OutgoingActivity,
): Message {
  const now = core.now();
  const content = contentOf(core, activity);
  const id = core.state.newMessageId(now);
  const message = core.state.add({ id, conversation, root, sender: 'bot', sentAt: now, ...content });
  tellAboutMessage(core, message, audience(core, conversation));
  return message;
}

function edit(core: Core, call: Call): Reply {
  const message = ownMessage(core, call);
  const content = contentOf(core, call.json(outgoingActivity));
  const edited = core.state.edit(message, content, core.now());
  core.edits.push({ message: edited.id, at: core.now() });
  tellAboutMessage(core, edited, audience(core, edited.conversation));
  core.inBackground(refreshAfterEdit(core, edited));
  return json({ id: edited.id });
}

function remove(core: Core, call: Call): Reply {
  const message = ownMessage(core, call);
  core.state.remove(message, core.now());
  tellAboutMessage(core, message, audience(core, message.conversation));
  return json(undefined);
}

interface ChannelOrChat {
  conversation: string;
  /** Of the thread that the id names. */
  root?: string;
}

/** @throws RefusedError 404 for a conversation that the bot is not in */
function placeOf(core: Core, id: string): ChannelOrChat {
  const [conversation = '', root] = id.split(';messageid=');
  const isChannel = channelById(core.world, conversation) !== undefined;
  const isPersonal = everybody.some((person) => personalConversationId(core.world, person) === conversation);
  if (!isChannel && !isPersonal) throw notFound('conversation', id);
  checkThere(core, conversation);
  return { conversation, root: isChannel ? root : undefined };
}

/** The thread an answer in a channel goes to; personal chats have none. */
function rootOf(core: Core, { conversation, root }: ChannelOrChat, repliesTo?: string): string | undefined {
  if (!channelById(core.world, conversation)) return undefined;
  const id = root ?? repliesTo;
  if (id === undefined) return undefined;
  const message = core.state.message(id);
  if (message?.conversation !== conversation) throw notFound('message', id);
  return message.root ?? message.id;
}

function ownMessage(core: Core, { params }: Call): Message {
  const { conversation = '', activity = '' } = params;
  const place = placeOf(core, conversation);
  const message = core.state.message(activity);
  if (message?.conversation !== place.conversation || message.deletedAt !== undefined)
    throw notFound('message', activity);
  if (message.sender !== 'bot')
    throw new RefusedError(403, 'Forbidden', 'A bot can change its own messages only.');
  return message;
}

/** @throws RefusedError 404 for a channel that was deleted, 403 for one that the app was removed from */
function checkThere({ state }: Core, conversation: string): void {
  const lost = state.lost(conversation);
  if (lost === 'deleted') throw notFound('conversation', conversation);
  if (lost === 'left')
    throw new RefusedError(
      403,
      'BotNotInConversationRoster',
      'The bot is not part of the conversation roster.',
    );
}

function notFound(what: string, id: string): RefusedError {
  const code = what === 'message' ? 'ActivityNotFoundInConversation' : 'ConversationNotFound';
  return new RefusedError(404, code, `There is no ${what} ${id} for this bot.`);
}
