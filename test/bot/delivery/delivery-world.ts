import type { Addresses, Log, Render } from '../../../bot/delivery/depot.ts';
import { markerOf } from '../../../bot/delivery/marker.ts';
import type { PostTarget } from '../../../bot/delivery/messenger.ts';
import { startDelivery, type Delivery, type DeliveryOptions } from '../../../bot/delivery/start-delivery.ts';
import type { Timings } from '../../../bot/delivery/timings.ts';
import type {
  Delivery as DeliveryRecord,
  Destination,
  MessageContent,
} from '../../../bot/domain/outgoing-message.ts';
import {
  deliveries,
  deliveryPrefix,
  messagePrefix,
  outgoingMessages,
} from '../../../bot/store/documents/message-documents.ts';
import type { DocumentStore } from '../../../bot/store/port.ts';
import { openFreshStore } from '../store/sqlite/open-fresh-store.ts';
import { fakeMessenger, type FakeMessage, type FakeMessenger, type FakeOptions } from './fake-messenger.ts';

/** The usual ones, a thousand times faster or so; a fake's late post must stay below what is left to settle. */
export const quickTimings: Timings = {
  editGapMs: 4,
  retry: { baseMs: 1, mostMs: 4 },
  claimMs: 5_000,
  graceMs: 2,
  settleMs: 20,
  patienceMs: 30,
  unsure: { firstMs: 50, mostMs: 200 },
  skewMs: 60_000,
  parkedMs: 20,
  busyLookMs: 5,
  mostBusyMs: 60_000,
  holdMs: 60_000,
  pollMs: 50,
};

export const someone: Destination = { kind: 'person', person: 'tenant:anna' };
export const juryChannel: Destination = { kind: 'jury-channel', editionId: '2027', categoryId: 'digital' };

interface LogLine {
  level: 'debug' | 'info' | 'warn' | 'error';
  message: string;
  details: unknown;
}

export interface World {
  store: DocumentStore;
  teams: FakeMessenger;
  /** Where a destination can't be reached now. */
  unreachable: Set<string>;
  log: LogLine[];
  /** Has this be seen from now on: one revision more. */
  want(name: string, text: string, destination?: Destination): Promise<void>;
  wantContent(name: string, content: MessageContent, destination?: Destination): Promise<void>;
  start(options?: Partial<DeliveryOptions>): Delivery;
  /** What people see of a message, by the text it shows; more than one would be a double. */
  seen(name: string): string[];
  posts(name: string): FakeMessage[];
  deliveryOf(name: string): Promise<DeliveryRecord | undefined>;
  close(): Promise<void>;
}

export const partition = 'submission:1';

/**
 * A real store, a fake Teams, and cards that show nothing but a text.
 * @param storeNow decides what has expired
 */
export async function openWorld(options: FakeOptions = {}, storeNow?: () => number): Promise<World> {
  const opened = await openFreshStore(undefined, storeNow);
  const teams = fakeMessenger(options);
  const running = new Set<Delivery>();
  const world: World = {
    store: opened.store,
    teams,
    unreachable: new Set(),
    log: [],
    want: (name, text, destination) =>
      world.wantContent(name, { kind: 'notice', text, values: {} }, destination),
    wantContent: (name, content, destination = someone) => want(world.store, name, content, destination),
    start: (more) => {
      const delivery = startDelivery({ ...parts(world), ...more });
      running.add(delivery);
      return delivery;
    },
    posts: (name) =>
      teams.messages.filter(({ shows, removed }) => shows.marker === markerOf(partition, name) && !removed),
    seen: (name) => world.posts(name).map((message) => message.shows.summary),
    deliveryOf: async (name) =>
      (await deliveries.read(world.store, partition, `${deliveryPrefix}${name}`))?.value,
    close: async () => {
      await Promise.all([...running].map((delivery) => delivery.stop()));
      await opened.close();
    },
  };
  return world;
}

function parts(world: World): DeliveryOptions {
  const addresses: Addresses = {
    of: async (destination) =>
      world.unreachable.has(nameOf(destination)) ? undefined : targetOf(destination),
  };
  const { store, teams: messenger } = world;
  return {
    store,
    messenger,
    render,
    addresses,
    log: logInto(world.log),
    timings: quickTimings,
    limits: noLimits,
  };
}

const noLimits = { conversation: [], tenant: [] };

async function want(store: DocumentStore, name: string, content: MessageContent, destination: Destination) {
  const id = `${messagePrefix}${name}`;
  const before = await outgoingMessages.read(store, partition, id);
  const value = { destination, content, wanted: (before?.value.wanted ?? 0) + 1 };
  await store.commit(partition, [outgoingMessages.write(id, value, before)]);
}

export function nameOf(destination: Destination): string {
  switch (destination.kind) {
    case 'person':
      return destination.person;
    case 'jury-channel':
    case 'organisers-channel':
      return destination.editionId;
    case 'submission-thread':
      return destination.submissionId;
    case 'question-thread':
      return destination.questionId;
    case 'thread':
      return destination.conversationId;
    default:
      return destination satisfies never;
  }
}

export function targetOf(destination: Destination): PostTarget {
  const conversationId = `19:${nameOf(destination)}`;
  const place = { serviceUrl: 'https://teams.example/', conversationId };
  return destination.kind === 'person'
    ? { kind: 'chat', person: { tenantId: 'tenant', objectId: destination.person }, chat: place }
    : { kind: 'channel', channel: { ...place, tenantId: 'tenant', teamId: 'team' } };
}

/** Shows a notice's text as it is; a notice without text has nothing to show. */
export const render: Render = async (content, _destination, marker) => {
  const text = content.kind === 'notice' ? content.text : content.kind;
  if (text === '') return undefined;
  return {
    card: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', id: marker, text }] },
    summary: text,
    marker,
  };
};

function logInto(lines: LogLine[]): Log {
  const at =
    (level: LogLine['level']) =>
    (details: unknown, message?: string): void => {
      lines.push({ level, message: message ?? '', details });
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
