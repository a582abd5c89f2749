import type { Logger } from 'pino';
import type { Destination, MessageContent } from '../domain/outgoing-message.ts';
import type { DocumentStore } from '../store/port.ts';
import type { Lanes } from './lanes.ts';
import type { Messenger, PostTarget, RenderedMessage } from './messenger.ts';
import type { Pacing } from './pacing.ts';
import type { Parcel } from './parcel.ts';
import type { RecentEdits } from './recent-edits.ts';
import type { Timings } from './timings.ts';
import type { WaitingList } from './waiting-list.ts';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/**
 * What a message looks like now. `undefined`: there is nothing to show any more, so what stands (or does not) stays.
 * @param marker goes into the rendered message as it is
 */
export type Render = (
  content: MessageContent,
  destination: Destination,
  marker: string,
) => Promise<RenderedMessage | undefined>;

/** Who is filling something in on what stands in Teams: an edit would take away what they typed. */
export interface Busy {
  /** Until when somebody may be, as far as is known here, in milliseconds since 1970; in the past when nobody is. */
  until(content: MessageContent): number;
  /** Resolves when that is known as it is now, or after a moment. */
  look(content: MessageContent): Promise<void>;
}

export const nobodyIsBusy: Busy = { until: () => 0, look: () => Promise.resolve() };

export interface Addresses {
  /** `undefined`: it can't be reached now (no channel bound, a person who never spoke). */
  of(destination: Destination): Promise<PostTarget | undefined>;
}

/** Told of what becomes of messages. */
export interface DeliveryWatch {
  /** Teams has it as it should be seen, so long after it was taken in hand, in milliseconds. */
  shown(lagMs: number): void;
  /** Teams turned it down, and it is tried again. */
  refused(): void;
  /** There is no word whether it arrived. */
  ambiguous(): void;
  undeliverable(): void;
}

export const nobodyWatches: DeliveryWatch = {
  shown: () => undefined,
  refused: () => undefined,
  ambiguous: () => undefined,
  undeliverable: () => undefined,
};

/** What every parcel needs on its way. */
export interface Depot {
  store: DocumentStore;
  messenger: Messenger;
  render: Render;
  addresses: Addresses;
  busy: Busy;
  /** Whether this is still the one that sends. */
  mayGoOn: () => boolean;
  log: Log;
  watch: DeliveryWatch;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Between 0 and 1. */
  chance: () => number;
  timings: Timings;
  lanes: Lanes<Parcel>;
  pacing: Pacing;
  edits: RecentEdits;
  waitingList: WaitingList;
  /** Every parcel in hand, by its marker. */
  parcels: Map<string, Parcel>;
  stopping: AbortSignal;
}
