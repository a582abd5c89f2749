import { everybody, type Person } from '../people.ts';
import type { Core } from './core.ts';
import { graphMessage } from './graph-message.ts';
import { json, type Call, type Reply, type Route } from './http-server.ts';
import { RefusedError } from './refused-error.ts';
import type { Message } from './state.ts';
import { channelById, graphChatId, personalConversationId, personById, type Channel } from './world.ts';

const graphAudience = 'https://graph.microsoft.com';
const defaultTop = 20;
const maxTop = 50;

/** The few reads of Microsoft Graph by which the bot finds out whether a post arrived. */
export function graphRoutes(core: Core): Route[] {
  const channel = '/graph/v1.0/teams/:team/channels/:channel/messages';
  const apps = '/graph/v1.0/users/:user/teamwork/installedApps';
  const routes: Pick<Route, 'path' | 'answer'>[] = [
    { path: channel, answer: (call) => roots(core, call) },
    { path: `${channel}/:message`, answer: (call) => oneMessage(core, call) },
    { path: `${channel}/:message/replies`, answer: (call) => replies(core, call) },
    { path: apps, answer: (call) => installedApps(core, call) },
    { path: `${apps}/:installation/chat`, answer: (call) => chatOf(core, call) },
    { path: '/graph/v1.0/chats/:chat/messages', answer: (call) => chatMessages(core, call) },
  ];
  return routes.map(({ path, answer }) => ({
    method: 'GET',
    path,
    answer: (call) => checked(core, call, answer),
  }));
}

async function checked(core: Core, call: Call, answer: Route['answer']): Promise<Reply> {
  // Owners of a team consent to the registration that the manifest names.
  await core.tokens.checkIdentity(call.header('authorization'), graphAudience, core.world.tabAppId);
  return answer(call);
}

function roots(core: Core, call: Call): Reply {
  const channel = askedChannel(core, call);
  const messages = core.state.messages(channel.id).filter((message) => message.root === undefined);
  return page(core, call, messages, identityOf(channel));
}

function replies(core: Core, call: Call): Reply {
  const channel = askedChannel(core, call);
  const { id } = channelMessage(core, call, channel);
  const messages = core.state.messages(channel.id).filter((message) => message.root === id);
  return page(core, call, messages, identityOf(channel));
}

function oneMessage(core: Core, call: Call): Reply {
  const channel = askedChannel(core, call);
  return json(graphMessage(core, channelMessage(core, call, channel), identityOf(channel)));
}

function askedChannel({ world, state }: Core, { params }: Call): Channel {
  const channel = channelById(world, params['channel'] ?? '');
  if (params['team'] === undefined || params['team'] !== channel?.team.groupId) throw notFound('channel');
  const lost = state.lost(channel.id);
  if (lost === 'deleted') throw notFound('channel');
  // The permission to read there came with the app.
  if (lost === 'left') throw new RefusedError(403, 'Forbidden', 'The app is not installed in this team.');
  return channel;
}

function channelMessage(core: Core, { params }: Call, channel: Channel): Message {
  const found = core.state.messages(channel.id).find(({ id }) => id === params['message']);
  if (!found) throw notFound('message');
  return found;
}

/** Where a message is, in Graph's words. */
type Identity = Record<'chatId' | 'channelIdentity', unknown>;

function identityOf({ id, team }: Channel): Identity {
  return { chatId: null, channelIdentity: { teamId: team.groupId, channelId: id } };
}

function installedApps(core: Core, call: Call): Reply {
  const person = userOf(call);
  const asked = /^teamsApp\/externalId eq '(.+)'$/.exec(call.url.searchParams.get('$filter') ?? '')?.[1];
  const { bot, tabAppId } = core.world;
  const isOurs = asked === undefined || asked === bot.appId || asked === tabAppId;
  const teamsApp = {
    id: bot.appId,
    externalId: asked ?? bot.appId,
    displayName: bot.name,
    distributionMethod: 'organization',
  };
  return json({ value: isOurs ? [{ id: installationId(person), teamsApp }] : [] });
}

function chatOf(core: Core, call: Call): Reply {
  const person = userOf(call);
  if (call.params['installation'] !== installationId(person)) throw notFound('installation');
  const id = graphChatId(core.world, person);
  return json({ id, topic: null, chatType: 'oneOnOne', tenantId: core.world.tenantId });
}

function chatMessages(core: Core, call: Call): Reply {
  const person = everybody.find((one) => graphChatId(core.world, one) === call.params['chat']);
  if (!person) throw notFound('chat');
  const where = { chatId: graphChatId(core.world, person), channelIdentity: null };
  return page(core, call, core.state.messages(personalConversationId(core.world, person)), where);
}

/** Newest first, in pages. */
function page(core: Core, call: Call, messages: Message[], where: Identity): Reply {
  const { searchParams } = call.url;
  const top = Number(searchParams.get('$top') ?? defaultTop);
  const skip = Number(searchParams.get('$skiptoken') ?? 0);
  if (!Number.isInteger(top) || top < 1 || top > maxTop || !Number.isInteger(skip) || skip < 0)
    throw new RefusedError(400, 'BadRequest', `$top is 1 to ${maxTop}.`);
  const value = messages.toReversed().slice(skip, skip + top);
  const next = new URL(`${core.world.address}${call.url.pathname}?$top=${top}&$skiptoken=${skip + top}`);
  return json({
    '@odata.count': value.length,
    ...(skip + top < messages.length ? { '@odata.nextLink': next.href } : {}),
    value: value.map((message) => graphMessage(core, message, { ...where })),
  });
}

function userOf({ params }: Call): Person {
  const person = personById(params['user'] ?? '');
  if (!person) throw notFound('user');
  return person;
}

function installationId({ id }: Person): string {
  return Buffer.from(`installation of ${id}`).toString('base64');
}

function notFound(what: string): RefusedError {
  return new RefusedError(404, 'NotFound', `There is no such ${what}.`);
}
