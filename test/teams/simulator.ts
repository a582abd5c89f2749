import { join } from 'node:path';
import { filledIn, findAction, type ActionPick } from './card-actions.ts';
import type {
  Dialog,
  DialogAnswer,
  FaultPlan,
  MessageView,
  SearchRequest,
  TapAnswer,
  TapRequest,
} from './page-api.ts';
import { people, type Person } from './people.ts';
import { makeForge, type Forge } from './forge.ts';
import type { SentAttachment } from './server/activities.ts';
import { editMessage, removeMessage, restoreMessage } from './server/change-message.ts';
import { openConversation } from './server/conversations.ts';
import type { ChannelMessages, Core, Edit, IsInSight, Timings } from './server/core.ts';
import type { Delivery } from './server/deliver.ts';
import { asksForDialog, openDialog, tapInDialog } from './server/dialog.ts';
import { noFaults } from './server/faults.ts';
import { say } from './server/say.ts';
import { startServer } from './server/start-server.ts';
import type { Message } from './server/state.ts';
import { search, tap, type SearchResults } from './server/tap.ts';
import { refreshOnSight, viewOf } from './server/views.ts';
import type { Violation } from './server/violation.ts';
import { addApp, deleteChannel, removeApp, restoreChannel } from './server/lose-channel.ts';
import { defaultAppIds, personalConversationId } from './server/world.ts';
import type { Channel, ChannelName, FurtherChannelName } from './server/world.ts';

export interface SimulatorOptions {
  /** The data folder; the simulator keeps its state in `teams/` below it. Absent: in memory. */
  folder?: string;
  /** 0, the default: any free one. */
  port?: number;
  /** Where the bot listens, without a path; may follow later by `setBotAddress`. */
  botAddress?: string;
  appId?: string;
  tabAppId?: string;
  /** Whether Teams' rates are enforced; they are unless told. */
  limits?: boolean;
  timings?: Partial<Timings>;
  /** Which messages in a channel the bot hears: those that mention it, unless told. */
  channelMessages?: ChannelMessages;
  /** Most members in one page of the roster. */
  membersPerPage?: number;
  /** Two channels more than an edition needs: another of the jury, and one of people it has nothing to do with. */
  hasMoreChannels?: boolean;
  /** Who has a message in sight when it is edited; everybody unless told. */
  isInSight?: IsInSight;
  now?: () => number;
}

export interface SayOptions {
  /** The personal chat, unless told. */
  conversation?: string;
  /** In the channel: the message to answer. */
  replyTo?: string;
  mention?: boolean;
  /** Who is named behind the bot, in a message that names it. */
  others?: readonly Person[];
  /** What goes along with the text, or instead of it: a sticker, a photo, a file. */
  attachments?: SentAttachment[];
}

/** A message as it stands in Teams, deleted ones too, for asking that nothing is there twice. */
export type Post = Message & { isBot: boolean };

/** Teams with its people, for tests and for `npm start`. */
export interface Simulator {
  address: string;
  people: typeof people;
  /** The jury's. */
  channel: ChannelIds;
  channels: Record<ChannelName, ChannelIds> & Partial<Record<FurtherChannelName, ChannelIds>>;
  /** What the bot's server is started with to live in this Teams. */
  environment: (botPort: number, dataFolder: string) => Record<string, string>;
  setBotAddress: (address: string) => void;
  /** Opens the personal chat; the first time, the bot hears of it. Resolves when it has. @returns its id */
  openChat: (person: Person) => Promise<string>;
  /** Adds the app to the team of a channel, the jury's unless told; resolves when the bot has heard of it. */
  installInTeam: (channel?: AnyChannel) => Promise<void>;
  /** Deletes a channel, or its whole team; resolves when the bot has heard of it. */
  deleteChannel: (channel: AnyChannel, what?: 'channel' | 'team') => Promise<void>;
  /** Puts a deleted channel back; resolves when the bot has heard of it. */
  restoreChannel: (channel: AnyChannel) => Promise<void>;
  /** Takes the app from the team of a channel; resolves when the bot has heard of it. */
  removeFromTeam: (channel: AnyChannel) => Promise<void>;
  /** The id of the personal chat. */
  conversation: (person: Person) => string;
  /** Resolves with the message's id when the bot has answered. */
  say: (person: Person, text: string, options?: SayOptions) => Promise<string>;
  /** Changes what this person said; resolves when the bot has heard of it, if it may. */
  edit: (person: Person, messageId: string, text: string) => Promise<void>;
  /** Takes away what this person said; resolves when the bot has heard of it, if it may. */
  remove: (person: Person, messageId: string) => Promise<void>;
  /** Brings back what this person took away; resolves when the bot has heard of it, if it may. */
  restore: (person: Person, messageId: string) => Promise<void>;
  /** What this person sees, oldest first; asks nothing of the bot. */
  messages: (person: Person, conversation?: string) => MessageView[];
  /** The same of one message. @throws Error when there is none */
  message: (person: Person, messageId: string) => MessageView;
  /** What this person sees after their client opened the conversation and refreshed what was due. */
  look: (person: Person, conversation?: string) => Promise<MessageView[]>;
  /** Taps an action of the card that this person sees, with these inputs filled in. */
  tap: (
    person: Person,
    messageId: string,
    pick: ActionPick,
    inputs?: Record<string, string>,
  ) => Promise<TapAnswer>;
  /** Taps an action that asks for a dialog. @throws Error when this one does not */
  openDialog: (
    person: Person,
    messageId: string,
    pick: ActionPick,
    inputs?: Record<string, string>,
  ) => Promise<DialogAnswer>;
  /** Taps an action of the card in a dialog, with these inputs filled in. */
  submitDialog: (
    person: Person,
    dialog: Dialog,
    pick: ActionPick,
    inputs?: Record<string, string>,
  ) => Promise<DialogAnswer>;
  /** Sends an action that need not be on the card: what a forger would do. */
  invoke: (person: Person, messageId: string, action: TapRequest['action']) => Promise<TapAnswer>;
  search: (
    person: Person,
    messageId: string,
    dataset: string,
    text: string,
  ) => Promise<SearchResults['results']>;
  posts: () => Post[];
  /** Every attempt to hand the bot an activity, with what it answered. */
  deliveries: readonly Delivery[];
  /** Every change that the bot made to a message. */
  edits: readonly Edit[];
  violations: readonly Violation[];
  /** Replaces the fault plan; without one: no faults. */
  faults: (plan?: Partial<FaultPlan>) => void;
  /** How many of the bot's calls met a fault. */
  faultHits: () => number;
  /** What `getAuthToken` gives this person's tab. */
  tabToken: (person: Person) => Promise<string>;
  forge: Forge;
  /** Resolves when no refresh, re-send or other work of the simulator is under way. */
  settled: () => Promise<void>;
  stop: () => Promise<void>;
}

type AnyChannel = ChannelName | FurtherChannelName;

interface ChannelIds {
  id: string;
  teamId: string;
  groupId: string;
}

export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const server = await startServer({
    folder: options.folder,
    port: options.port ?? 0,
    botAddress: options.botAddress ?? 'http://127.0.0.1:9',
    appIds: {
      botAppId: options.appId ?? defaultAppIds.botAppId,
      tabAppId: options.tabAppId ?? defaultAppIds.tabAppId,
    },
    limits: options.limits ?? true,
    timings: options.timings,
    channelMessages: options.channelMessages ?? 'mentions-only',
    membersPerPage: options.membersPerPage ?? 500,
    hasMoreChannels: options.hasMoreChannels ?? false,
    isInSight: options.isInSight ?? (() => true),
    page: join(import.meta.dirname, '../../dist/simulator'),
    now: options.now ?? Date.now,
  });
  const { core } = server;
  const { world } = core;
  return {
    address: world.address,
    people,
    channel: idsOf(world.channels.jury),
    channels: {
      jury: idsOf(world.channels.jury),
      organisers: idsOf(world.channels.organisers),
      ...(world.channels.direct && { direct: idsOf(world.channels.direct) }),
      ...(world.channels.neighbours && { neighbours: idsOf(world.channels.neighbours) }),
    },
    environment: (botPort, dataFolder) => environment(core, botPort, dataFolder),
    setBotAddress: server.setBotAddress,
    ...conversing(core),
    ...losing(core),
    ...tapping(core),
    posts: () => core.state.messages().map((message) => ({ ...message, isBot: message.sender === 'bot' })),
    deliveries: core.deliveries,
    edits: core.edits,
    violations: core.violations,
    faults: (plan) => core.faults.setPlan({ ...noFaults, ...plan }),
    faultHits: () => core.faults.hits(),
    tabToken: (person) => core.tokens.forTab(person),
    forge: makeForge(core),
    settled: server.settled,
    stop: server.stop,
  };
}

type Conversing = Pick<
  Simulator,
  'openChat' | 'conversation' | 'say' | 'edit' | 'remove' | 'restore' | 'messages' | 'look'
>;

function conversing(core: Core): Conversing {
  const personal = (person: Person) => personalConversationId(core.world, person);
  const messages: Simulator['messages'] = (person, conversation = personal(person)) =>
    core.state.messages(conversation).map((message) => viewOf(core, message, person));
  return {
    conversation: personal,
    messages,
    async openChat(person) {
      await openConversation(core, person, personal(person));
      return personal(person);
    },
    edit: (person, messageId, text) => editMessage(core, person, messageId, text),
    remove: (person, messageId) => removeMessage(core, person, messageId),
    restore: (person, messageId) => restoreMessage(core, person, messageId),
    async say(person, text, { conversation = personal(person), ...options } = {}) {
      const { message, heard } = say(core, person, {
        person: person.id,
        conversation,
        text,
        ...options,
      });
      await heard;
      return message.id;
    },
    async look(person, conversation = personal(person)) {
      await openConversation(core, person, conversation);
      await refreshOnSight(core, core.state.messages(conversation), person);
      return messages(person, conversation);
    },
  };
}

type Losing = Pick<Simulator, 'installInTeam' | 'deleteChannel' | 'restoreChannel' | 'removeFromTeam'>;

function losing(core: Core): Losing {
  const named = (name: AnyChannel): Channel => {
    const channel = core.world.channels[name];
    if (channel === undefined) throw new Error(`there is no channel ${name}`);
    return channel;
  };
  return {
    installInTeam: async (name = 'jury') => addApp(core, named(name)),
    deleteChannel: async (name, what = 'channel') => deleteChannel(core, named(name), what),
    restoreChannel: async (name) => restoreChannel(core, named(name)),
    removeFromTeam: async (name) => removeApp(core, named(name)),
  };
}

type Tapping = Pick<Simulator, 'message' | 'tap' | 'openDialog' | 'submitDialog' | 'invoke' | 'search'>;

function tapping(core: Core): Tapping {
  const messageOf = (id: string): Message => {
    const message = core.state.message(id);
    if (!message) throw new Error(`there is no message ${id}`);
    return message;
  };
  const invoke: Simulator['invoke'] = (person, messageId, action) => {
    const { conversation } = messageOf(messageId);
    return tap(core, person, { person: person.id, conversation, messageId, action });
  };
  return {
    invoke,
    message: (person, messageId) => viewOf(core, messageOf(messageId), person),
    async tap(person, messageId, pick, inputs = {}) {
      const seen = viewOf(core, messageOf(messageId), person);
      return invoke(person, messageId, filledIn(findAction(seen, pick), inputs));
    },
    async openDialog(person, messageId, pick, inputs = {}) {
      const seen = viewOf(core, messageOf(messageId), person);
      const action = filledIn(findAction(seen, pick), inputs);
      if (!asksForDialog(action)) throw new Error(`${String(pick)} asks for no dialog`);
      const { conversation } = seen;
      return openDialog(core, person, { person: person.id, conversation, messageId, action });
    },
    submitDialog(person, { card, on }, pick, inputs = {}) {
      const action = filledIn(findAction({ cards: [card] }, pick), inputs);
      return tapInDialog(core, person, { person: person.id, ...on, action });
    },
    async search(person, messageId, dataset, text) {
      const { conversation } = messageOf(messageId);
      const request: SearchRequest = { person: person.id, conversation, messageId, dataset, text };
      return (await search(core, person, request)).results;
    },
  };
}

function idsOf({ id, team }: Channel): ChannelIds {
  return { id, teamId: team.id, groupId: team.groupId };
}

function environment(core: Core, botPort: number, dataFolder: string): Record<string, string> {
  const { world } = core;
  return {
    ENVIRONMENT: 'local',
    PORT: String(botPort),
    DATA_FOLDER: dataFolder,
    PUBLIC_ADDRESS: `http://127.0.0.1:${botPort}`,
    BOT_APP_ID: world.bot.appId,
    BOT_TENANT_ID: world.tenantId,
    TENANT_IDS: world.tenantId,
    BOT_OPENID_METADATA: `${core.tokens.botIssuer}/.well-known/openidconfiguration`,
    BOT_TOKEN_ISSUER: core.tokens.botIssuer,
    SERVICE_URL_HOSTS: new URL(world.address).host,
    TAB_APP_ID: world.tabAppId,
    TAB_AUTHORITY: `${world.address}/entra/`,
    TAB_HOST_ORIGINS: world.address,
    GRAPH_ADDRESS: `${world.address}/graph`,
    IDENTITY_ENDPOINT: `${world.address}/identity/token`,
    IDENTITY_HEADER: core.identitySecret,
  };
}
