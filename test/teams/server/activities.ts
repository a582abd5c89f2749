import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Person } from '../people.ts';
import type { Core } from './core.ts';
import { channelById, personalConversationId, serviceUrl, threadId, type Channel } from './world.ts';

/** An activity as Teams posts it to a bot. Source: the payloads shown at learn.microsoft.com/microsoftteams/platform/bots */
export interface Activity extends Record<string, unknown> {
  type:
    'message' | 'messageUpdate' | 'messageDelete' | 'invoke' | 'conversationUpdate' | 'installationUpdate';
  id: string;
}

/** Where a person acts: the personal chat, or a thread of a channel. */
export interface Place {
  conversation: string;
  root?: string;
}

/** What goes along with a message. */
export interface SentAttachment {
  contentType: string;
  content?: unknown;
  contentUrl?: string;
  name?: string;
}

const zone = 'Europe/Amsterdam';

export function messageActivity(
  core: Core,
  person: Person,
  place: Place,
  message: {
    id: string;
    text?: string;
    mention?: boolean;
    attachments?: readonly SentAttachment[];
    /** Who is named behind the bot. */
    others?: readonly Person[];
    value?: unknown;
    replyToId?: string;
  },
): Activity {
  const { bot } = core.world;
  const at = `<at>${bot.name}</at>`;
  // Teams escapes what was typed, in plain text too; only its own tags stand as they are.
  const typed = message.text === undefined ? undefined : escapeHtml(message.text);
  const mentions = [
    { type: 'mention', text: at, mentioned: { id: bot.teamsId, name: bot.name } },
    ...(message.others ?? []).map(mentionOfPerson),
  ];
  const text = message.mention ? [...mentions.map((each) => each.text), typed ?? ''].join(' ') : typed;
  const html = { contentType: 'text/html', content: `<div>${text ?? ''}</div>` };
  const attachments = message.attachments ?? [];
  // What is not text has its own HTML, or none.
  const all = text === '' && attachments.length > 0 ? attachments : [html, ...attachments];
  return {
    ...common(core, person, place),
    type: 'message',
    id: message.id,
    ...(text === undefined ? {} : { text, textFormat: 'plain', attachments: all }),
    ...(message.value === undefined ? {} : { value: message.value }),
    ...(message.replyToId === undefined ? {} : { replyToId: message.replyToId }),
    entities: [...(message.mention ? mentions : []), clientInfo(person)],
  };
}

function mentionOfPerson({ teamsId: id, name }: Person) {
  return { type: 'mention', text: `<at>${escapeHtml(name)}</at>`, mentioned: { id, name } };
}

/**
 * What Teams tells a bot of a message that a person changed or brought back, as it stands now. Source: learn.microsoft.com/
 * microsoftteams/platform/bots/how-to/conversations/conversation-messages
 */
export function updateActivity(
  core: Core,
  person: Person,
  place: Place,
  message: { id: string; text: string; mention?: boolean },
  eventType: 'editMessage' | 'undeleteMessage' = 'editMessage',
): Activity {
  const activity = messageActivity(core, person, place, message);
  const channelData = { ...common(core, person, place).channelData, eventType };
  return { ...activity, type: 'messageUpdate', channelData };
}

/** What Teams tells a bot of a message that a person took away: not what stood in it. */
export function deleteActivity(core: Core, person: Person, place: Place, id: string): Activity {
  const shared = common(core, person, place);
  const channelData = { ...shared.channelData, eventType: 'softDeleteMessage' };
  return { ...shared, type: 'messageDelete', id, channelData, entities: [clientInfo(person)] };
}

export function invokeActivity(
  core: Core,
  person: Person,
  place: Place,
  invoke: { name: string; value: unknown; replyToId: string },
): Activity {
  return {
    ...common(core, person, place),
    ...invoke,
    type: 'invoke',
    id: `f:${randomUUID()}`,
    entities: [clientInfo(person)],
  };
}

/** The two that Teams sends when the app comes to a personal chat, or to a team. */
export function installActivities(core: Core, person: Person, place: Place): Activity[] {
  const { world } = core;
  const channel = channelById(world, place.conversation);
  const inTeam = channel !== undefined;
  const shared = common(core, person, place);
  const eventType = inTeam ? { eventType: 'teamMemberAdded' } : {};
  return [
    {
      ...shared,
      type: 'conversationUpdate',
      id: `f:${randomUUID()}`,
      membersAdded: [
        ...(inTeam ? [] : [{ id: person.teamsId, aadObjectId: person.id }]),
        { id: world.bot.teamsId },
      ],
      channelData: { ...shared.channelData, ...eventType },
    },
    {
      ...shared,
      type: 'installationUpdate',
      id: `f:${randomUUID()}`,
      action: 'add',
      channelData: {
        ...shared.channelData,
        source: { name: 'message' },
        ...(inTeam ? { settings: { selectedChannel: { id: channel.id } } } : {}),
      },
    },
  ];
}

/**
 * What Teams tells a bot of a channel, or of the team with all its channels: not who did it, but for an id. Source:
 * learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events
 */
export function placeActivity(core: Core, person: Person, channel: Channel, eventType: string): Activity {
  const { world } = core;
  const shared = common(core, person, { conversation: channel.id });
  const isOfChannel = eventType.startsWith('channel');
  return {
    ...shared,
    type: 'conversationUpdate',
    id: `f:${randomUUID()}`,
    from: { id: person.teamsId },
    conversation: { ...shared.conversation, id: channel.team.id },
    channelData: {
      tenant: { id: world.tenantId },
      eventType,
      team: { id: channel.team.id },
      ...(isOfChannel && { channel: { id: channel.id, name: channel.name } }),
    },
  };
}

/** The two that Teams sends when the app is taken from a team. */
export function removalActivities(core: Core, person: Person, channel: Channel): Activity[] {
  const { bot } = core.world;
  const shared = common(core, person, { conversation: channel.id });
  const conversation = { ...shared.conversation, id: channel.team.id };
  const { id, groupId, name } = channel.team;
  const channelData = { tenant: shared.channelData.tenant, team: { id, aadGroupId: groupId, name } };
  return [
    {
      ...shared,
      type: 'conversationUpdate',
      id: `f:${randomUUID()}`,
      conversation,
      membersRemoved: [{ id: bot.teamsId }],
      channelData: { ...channelData, eventType: 'teamMemberRemoved' },
    },
    {
      ...shared,
      type: 'installationUpdate',
      id: `f:${randomUUID()}`,
      conversation,
      action: 'remove',
      channelData,
    },
  ];
}

export function personalPlace(core: Core, person: Person): Place {
  return { conversation: personalConversationId(core.world, person) };
}

function common(core: Core, person: Person, place: Place) {
  const { world } = core;
  const now = core.now();
  return {
    channelId: 'msteams',
    serviceUrl: serviceUrl(world),
    timestamp: new Date(now).toISOString(),
    localTimestamp: localTime(now),
    localTimezone: zone,
    locale: person.locale,
    from: { id: person.teamsId, name: person.name, aadObjectId: person.id },
    recipient: { id: world.bot.teamsId, name: world.bot.name },
    conversation: conversation(core, place),
    channelData: { tenant: { id: world.tenantId }, ...teamData(core, place) },
  };
}

function conversation({ world }: Core, { conversation, root }: Place) {
  const { tenantId } = world;
  if (!channelById(world, conversation)) return { conversationType: 'personal', tenantId, id: conversation };
  const id = root === undefined ? conversation : threadId(conversation, root);
  return { isGroup: true, conversationType: 'channel', tenantId, id };
}

function teamData({ world }: Core, place: Place) {
  const channel = channelById(world, place.conversation);
  if (!channel) return {};
  const { id, team } = channel;
  return {
    teamsChannelId: id,
    teamsTeamId: team.id,
    channel: { id },
    team: { id: team.id, aadGroupId: team.groupId, name: team.name },
  };
}

function clientInfo({ locale }: Person) {
  const country = locale.slice(-2);
  return { type: 'clientInfo', locale, country, platform: 'Web', timezone: zone };
}

function localTime(epochMs: number): string {
  const local = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone);
  return local.toString({ timeZoneName: 'never', fractionalSecondDigits: 3 });
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
