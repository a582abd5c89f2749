import { createHash } from 'node:crypto';
import { everybody, people, tenantId, type Person } from '../people.ts';

/** What does not change while the simulator runs: the tenant, the teams with their channels, and the app. */
export interface World {
  /** Where the simulator listens, without a slash at the end. */
  address: string;
  tenantId: string;
  bot: { appId: string; teamsId: string; name: string };
  /** The app registration that the tab signs in with. */
  tabAppId: string;
  channels: Record<ChannelName, Channel> & Partial<Record<FurtherChannelName, Channel>>;
}

export type ChannelName = 'jury' | 'organisers';
/** For who wants more channels than an edition needs. */
export type FurtherChannelName = 'direct' | 'neighbours';

/** A channel and the team it is in: each has a team of its own, so that its members are the team's. */
export interface Channel {
  id: string;
  name: string;
  team: { id: string; groupId: string; name: string };
  members: readonly Person[];
  /** Who adds the app there; the organiser unless told. */
  owner?: Person;
}

export interface AppIds {
  botAppId: string;
  tabAppId: string;
}

/** The app ids of an app that was never registered anywhere. */
export const defaultAppIds: AppIds = {
  botAppId: 'b07a0000-5e1f-4d2c-8a3b-6c9d0e1f2a3b',
  tabAppId: '7ab00000-1c2d-4e3f-9a4b-5c6d7e8f9a0b',
};

export function makeWorld(address: string, ids: AppIds, hasMoreChannels = false): World {
  return {
    address,
    tenantId,
    bot: { appId: ids.botAppId, teamsId: `28:${ids.botAppId}`, name: 'GemeenteDelers' },
    tabAppId: ids.tabAppId,
    channels: { jury, organisers, ...(hasMoreChannels && { direct, neighbours }) },
  };
}

const jury: Channel = {
  id: '19:0a1b2c3d4e5f60718293a4b5c6d7e8f9@thread.tacv2',
  name: 'Jurering',
  team: {
    id: '19:5f1e2d3c4b5a69788796a5b4c3d2e1f0@thread.tacv2',
    groupId: '6e9d4c2b-1a0f-4e8d-b7c6-a5948372615f',
    name: 'Jury GemeenteDelers',
  },
  get members() {
    return everybody.filter(({ kind }) => kind !== 'submitter');
  },
};

const organisers: Channel = {
  id: '19:1b2c3d4e5f60718293a4b5c6d7e8f90a@thread.tacv2',
  name: 'Organisatie',
  team: {
    id: '19:f0e1d2c3b4a5968778695a4b3c2d1e0f@thread.tacv2',
    groupId: 'a1c3e5f7-2b4d-4f6a-8c9e-0d1f2b3a4c5d',
    name: 'Organisatie GemeenteDelers',
  },
  get members() {
    return everybody.filter(({ kind }) => kind === 'organiser' || kind === 'chair');
  },
};

const direct: Channel = {
  id: '19:2c3d4e5f60718293a4b5c6d7e8f90a1b@thread.tacv2',
  name: 'Jurering Direct',
  team: {
    id: '19:0f1e2d3c4b5a69788796a5b4c3d2e1f0@thread.tacv2',
    groupId: 'b2d4f6a8-3c5e-4071-9d8f-1e2a3b4c5d6e',
    name: 'Jury Direct',
  },
  members: everybody.filter(({ kind }) => kind !== 'submitter'),
};

/** A team of people who have nothing to do with the competition, but for handing in. */
const neighbours: Channel = {
  id: '19:3d4e5f60718293a4b5c6d7e8f90a1b2c@thread.tacv2',
  name: 'Algemeen',
  team: {
    id: '19:1e2d3c4b5a69788796a5b4c3d2e1f00f@thread.tacv2',
    groupId: 'c3e5a7b9-4d6f-4182-8ea0-2f3b4c5d6e7f',
    name: 'Samenwerking',
  },
  members: everybody.filter(({ kind }) => kind === 'submitter'),
  owner: people.sanne,
};

/** The channel that has this id, if it is one. */
export function channelById({ channels }: World, id: string): Channel | undefined {
  return Object.values(channels).find((channel) => channel.id === id);
}

/** The channel of the team that has this id, if there is one. */
export function channelOfTeam({ channels }: World, id: string): Channel | undefined {
  return Object.values(channels).find(({ team }) => team.id === id);
}

export function serviceUrl(world: World): string {
  return `${world.address}/connector/`;
}

/** The conversation of a person with the bot: the same from the first moment, whoever starts it. */
export function personalConversationId(world: World, person: Person): string {
  const name = `${world.bot.appId}/${person.id}`;
  const known = conversationIds.get(name);
  if (known !== undefined) return known;
  const id = `a:1${createHash('sha256').update(name).digest('base64url')}`;
  conversationIds.set(name, id);
  return id;
}

const conversationIds = new Map<string, string>();

/** How Microsoft Graph names that same conversation. */
export function graphChatId(world: World, person: Person): string {
  return `19:${person.id}_${world.bot.appId}@unq.gbl.spaces`;
}

/** The id that the Bot Connector gives to the thread under a root message. */
export function threadId(channelId: string, rootId: string): string {
  return `${channelId};messageid=${rootId}`;
}

export function personById(id: string): Person | undefined {
  return everybody.find((person) => person.id === id || person.teamsId === id);
}
