import { setTimeout as sleep } from 'node:timers/promises';
import type { PostAddress } from '../domain/outgoing-message.ts';
import { startFeedReader, type FeedReader } from '../store/feed-reader.ts';
import type { DocumentStore } from '../store/port.ts';
import {
  nobodyIsBusy,
  nobodyWatches,
  type Addresses,
  type Busy,
  type DeliveryWatch,
  type Depot,
  type Log,
  type Render,
} from './depot.ts';
import { Intake } from './intake.ts';
import { Lanes } from './lanes.ts';
import type { Messenger } from './messenger.ts';
import { teamsLimits, type PacerLimits } from './pacer-limits.ts';
import { Pacing } from './pacing.ts';
import type { Parcel } from './parcel.ts';
import { RecentEdits } from './recent-edits.ts';
import { usualTimings, type Timings } from './timings.ts';
import { WaitingList } from './waiting-list.ts';
import { watchFeed, type WatchedFeed } from './watched-feed.ts';

export interface DeliveryOptions {
  store: DocumentStore;
  messenger: Messenger;
  render: Render;
  addresses: Addresses;
  /** Nobody fills in anything, unless told. */
  busy?: Busy;
  /** Whether this is still the one that sends; always, unless told. */
  mayGoOn?: () => boolean;
  log: Log;
  watch?: DeliveryWatch;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Between 0 and 1. */
  chance?: () => number;
  /** Those of Teams unless told. */
  limits?: PacerLimits;
  timings?: Partial<Timings>;
}

/** How many messages are in hand, and what they wait for. */
interface DeliveryState {
  /** All of them. */
  waiting: number;
  /** Nobody knows whether they arrived, and we are looking or may not look. */
  ambiguous: number;
  /** There is nowhere to post them. */
  parked: number;
  /** Teams turned them down, or the store did. */
  retrying: number;
  /** How long the oldest is in hand that waits for nothing from outside, in milliseconds. */
  oldestMs: number;
}

export interface Delivery {
  /** Finishes what is under way with Teams, and writes down what became of it. */
  stop(): Promise<void>;
  /**
   * Resolves when everything committed before is shown, undeliverable, or waits for something from outside: an
   * address, leave to look, or somebody who fills something in.
   */
  idle(): Promise<void>;
  /** Tells that a message was seen at work in Teams, so that it stands there. Cheap; may be told again and again. */
  learnPosted(partition: string, name: string, at: PostAddress): Promise<void>;
  state(): DeliveryState;
}

const idleLookMs = 5;

/**
 * Sends what the store says must be seen in Teams: each message once, in order per destination, within Teams' limits,
 * and edited until it shows the last revision. It goes on where it was after a stop or a crash at any moment.
 */
export function startDelivery(options: DeliveryOptions): Delivery {
  const stopping = new AbortController();
  const feed = watchFeed(options.store);
  const depot = depotOf(options, stopping.signal);
  const intake = new Intake(depot);
  const running = run(options, feed, intake, depot);
  return {
    stop: async () => {
      stopping.abort();
      depot.pacing.stop();
      for (const parcel of depot.parcels.values()) parcel.wake();
      await intake.ended();
      await (await running)?.stop();
    },
    idle: async () => {
      await feed.readToTheEnd(stopping.signal);
      while (!stopping.signal.aborted && !isIdle(depot)) await sleep(idleLookMs);
    },
    learnPosted: (partition, name, at) => intake.learnPosted(partition, name, at),
    state: () => stateOf(depot),
  };
}

function depotOf(options: DeliveryOptions, stopping: AbortSignal): Depot {
  const { store, messenger, render, addresses, log } = options;
  const timings = { ...usualTimings, ...options.timings };
  return {
    store,
    messenger,
    render,
    addresses,
    busy: options.busy ?? nobodyIsBusy,
    log,
    watch: options.watch ?? nobodyWatches,
    mayGoOn: options.mayGoOn ?? (() => true),
    now: options.now ?? Date.now,
    chance: options.chance ?? Math.random,
    timings,
    lanes: new Lanes<Parcel>(),
    pacing: new Pacing(options.limits ?? teamsLimits),
    edits: new RecentEdits(timings.editGapMs),
    waitingList: new WaitingList(store),
    parcels: new Map(),
    stopping,
  };
}

/** @returns the reader, unless it was stopped before it began */
async function run(
  { log }: DeliveryOptions,
  feed: WatchedFeed,
  intake: Intake,
  { timings, stopping }: Depot,
): Promise<FeedReader | undefined> {
  await intake.takeWaiting();
  if (stopping.aborted) return undefined;
  const reader = startFeedReader({
    store: feed.store,
    name: 'delivery',
    resume: 'stored',
    handle: (changes) => intake.takeChanges(changes),
    pollMs: timings.pollMs,
    log,
  });
  reader.caughtUp().then(
    () => intake.caughtUp(),
    // Stopped before: there is nothing to catch up with any more.
    () => undefined,
  );
  return reader;
}

function isIdle({ parcels, lanes }: Depot): boolean {
  return [...parcels.values()].every(
    (parcel) => waitsForOutside(parcel) || isBehindOneWhoDoes(parcel, lanes),
  );
}

function waitsForOutside({ standing }: Parcel): boolean {
  return standing === 'parked' || standing === 'unsure' || standing === 'held';
}

function isBehindOneWhoDoes(parcel: Parcel, lanes: Lanes<Parcel>): boolean {
  const front = parcel.standing === 'queued' && lanes.front(parcel.lane);
  return front instanceof Object && waitsForOutside(front);
}

function stateOf({ parcels, now, lanes }: Depot): DeliveryState {
  const counts = Map.groupBy(parcels.values(), (parcel) => parcel.standing);
  const count = (standing: Parcel['standing']) => counts.get(standing)?.length ?? 0;
  const ambiguous = count('looking') + count('unsure');
  const free = [...parcels.values()].filter(
    (parcel) => !waitsForOutside(parcel) && !isBehindOneWhoDoes(parcel, lanes),
  );
  const oldestMs = free.reduce((most, { dueSince }) => Math.max(most, now() - dueSince), 0);
  return {
    waiting: parcels.size,
    ambiguous,
    parked: count('parked'),
    retrying: count('retrying'),
    oldestMs,
  };
}
