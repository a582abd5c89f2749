import { setTimeout as sleep } from 'node:timers/promises';
import type { OutgoingMessage, PostAddress } from '../domain/outgoing-message.ts';
import { UnreadableDocumentError } from '../store/collection.ts';
import type { Settling } from '../store/feed-reader.ts';
import { juryChannels } from '../store/documents/edition-documents.ts';
import {
  deliveries,
  deliveryPrefix,
  messagePrefix,
  outgoingMessages,
} from '../store/documents/message-documents.ts';
import { people } from '../store/documents/person-documents.ts';
import type { StoredDocument } from '../store/port.ts';
import { deliver } from './deliver.ts';
import type { Depot } from './depot.ts';
import { markerOf } from './marker.ts';
import { Parcel } from './parcel.ts';
import { retryDelay } from './retry-delay.ts';

/** Where messages come in: from the feed, from the waiting list, and from what people are seen to use. */
export class Intake {
  readonly #depot: Depot;
  readonly #underWay = new Set<Promise<void>>();
  #turns = 0;
  /** What was seen before we had caught up with the feed, by marker. */
  #seenEarly: Map<string, PostAddress> | undefined = new Map();
  readonly #holder: NodeJS.Timeout;

  constructor(depot: Depot) {
    this.#depot = depot;
    this.#holder = setInterval(() => void this.#list(), Math.max(10, depot.timings.holdMs / 4));
  }

  /** Takes what a former run left on the waiting list; does not give up before it could be read. */
  async takeWaiting(): Promise<void> {
    const { stopping, log, timings, chance } = this.#depot;
    for (let attempt = 1; !stopping.aborted; attempt += 1) {
      try {
        for (const { partition, name } of await this.#depot.waitingList.all())
          await this.#takeListed(partition, name);
        return;
      } catch (error) {
        log.error({ err: error }, 'the waiting list could not be read and is tried again');
        const waitMs = retryDelay(timings.retry, attempt, chance());
        // Stopping ends the rest early, and then the loop.
        await sleep(waitMs, undefined, { signal: stopping }).catch(() => undefined);
      }
    }
  }

  /** Takes a page of the feed. */
  async takeChanges(changes: StoredDocument[]): Promise<Settling | undefined> {
    const unsettled = changes.flatMap((change) => this.#takeChange(change) ?? []);
    return unsettled.length > 0 ? { settled: Promise.all(unsettled).then(() => undefined) } : undefined;
  }

  async learnPosted(partition: string, name: string, at: PostAddress): Promise<void> {
    const marker = markerOf(partition, name);
    const parcel = this.#depot.parcels.get(marker);
    // Whatever is in doubt is in hand, or will be when the feed has been read.
    if (!parcel) {
      this.#seenEarly?.set(marker, at);
      return;
    }
    parcel.seenAt = at;
    parcel.wake();
  }

  caughtUp(): void {
    this.#seenEarly = undefined;
  }

  /** Resolves when, after stopping, no parcel is under way any more. */
  async ended(): Promise<void> {
    clearInterval(this.#holder);
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  #takeChange(change: StoredDocument): Promise<void> | undefined {
    try {
      if (outgoingMessages.is(change)) return this.#takeMessage(change);
      if (deliveries.is(change)) return this.#noticeDelivery(change);
      if (people.is(change)) this.#wakeFronts(change.partition);
      if (juryChannels.is(change)) this.#wakeFronts(`${change.partition}/`);
    } catch (error) {
      // Reading it again would not help, and whatever comes after it must go on.
      this.#depot.log.error({ err: error, type: change.type }, 'a document can not be read and is left');
    }
    return undefined;
  }

  #takeMessage(change: StoredDocument): Promise<void> {
    const { value } = outgoingMessages.parse(change);
    const name = change.id.slice(messagePrefix.length);
    return this.#take(change.partition, name, value, false).settled();
  }

  #take(partition: string, name: string, message: OutgoingMessage, listed: boolean): Parcel {
    const { parcels, now, lanes, stopping } = this.#depot;
    const inHand = parcels.get(markerOf(partition, name));
    if (inHand) {
      if (message.wanted > inHand.message.wanted) inHand.message = message;
      inHand.wake();
      return inHand;
    }
    this.#turns += 1;
    const [turn, since] = [this.#turns, now()];
    const parcel = new Parcel({ partition, name, message, listed, turn, since, stopping });
    parcel.seenAt = this.#seenEarly?.get(parcel.marker);
    parcels.set(parcel.marker, parcel);
    lanes.join(parcel.lane, parcel);
    this.#run(parcel);
    return parcel;
  }

  #run(parcel: Parcel): void {
    const done = deliver(parcel, this.#depot).finally(() => this.#underWay.delete(done));
    this.#underWay.add(done);
  }

  async #takeListed(partition: string, name: string): Promise<void> {
    const marker = markerOf(partition, name);
    if (this.#depot.parcels.has(marker)) return;
    if ((await this.#takeStored(partition, name, true)) === 'gone') {
      await this.#depot.waitingList.remove(marker);
    }
  }

  async #takeStored(
    partition: string,
    name: string,
    listed: boolean,
  ): Promise<Parcel | 'gone' | 'unreadable'> {
    const { store, log } = this.#depot;
    try {
      const message = await outgoingMessages.read(store, partition, `${messagePrefix}${name}`);
      return message ? this.#take(partition, name, message.value, listed) : 'gone';
    } catch (error) {
      if (!(error instanceof UnreadableDocumentError)) throw error;
      log.error({ err: error, message: markerOf(partition, name) }, 'a message can not be read and is left');
      return 'unreadable';
    }
  }

  /** Another of us wrote it, or our own writing comes by; only who rests has to look. */
  #noticeDelivery(change: StoredDocument): Promise<void> | undefined {
    const name = change.id.slice(deliveryPrefix.length);
    const parcel = this.#depot.parcels.get(markerOf(change.partition, name));
    const { value } = deliveries.parse(change);
    const isInDoubt = value.state === 'posted' && value.shown === 0;
    // What goes below this post has somewhere to go now.
    if (value.state === 'posted') this.#wakeFronts(`${change.partition}/`);
    if (!parcel) return isInDoubt ? this.#takeDoubtful(change, name) : undefined;
    if (parcel.resting && parcel.etag() !== change.etag) {
      parcel.delivery = 'stale';
      parcel.wake();
    }
    return undefined;
  }

  /**
   * It has to be edited once more, and whoever knew may have stopped. They go first: two that edit at once would leave
   * the same doubt.
   */
  async #takeDoubtful(change: StoredDocument, name: string): Promise<void> {
    const parcel = await this.#takeStored(change.partition, name, false);
    if (!(parcel instanceof Parcel)) return;
    const { now, chance, timings } = this.#depot;
    parcel.changeFrom = now() + timings.graceMs * (1 + chance());
    await parcel.settled();
  }

  #wakeFronts(lanes: string): void {
    for (const parcel of this.#depot.lanes.fronts(lanes)) parcel.wake();
  }

  /** Writes down what has waited for long. */
  async #list(): Promise<void> {
    const { parcels, now, timings, waitingList, log } = this.#depot;
    const inHand = [...parcels.values()];
    const long = inHand.filter((parcel) => !parcel.listed && now() - parcel.since > timings.holdMs);
    try {
      for (const parcel of long) {
        const { partition, name, turn, marker } = parcel;
        await waitingList.add(marker, { partition, name, turn, since: new Date(parcel.since).toISOString() });
        if (parcels.get(marker) === parcel) parcel.putOnList();
        else await waitingList.remove(marker);
      }
    } catch (error) {
      log.warn({ err: error }, 'the waiting list could not be written and is tried again');
    }
  }
}
