import type { Delivery, Destination, OutgoingMessage, PostAddress } from '../domain/outgoing-message.ts';
import type { Stored } from '../store/collection.ts';
import { markerOf } from './marker.ts';

/** What a parcel is doing; `parked`, `unsure` and `held` wait for something outside. */
export type Standing = 'moving' | 'queued' | 'parked' | 'retrying' | 'looking' | 'unsure' | 'held';

/** Something we know about a delivery and have yet to write. */
export interface News {
  becomes: Delivery | 'none';
  /** The state it was learned about. */
  basis: string | undefined;
}

/** The search for a message of which we don't know whether it arrived. */
export interface Search {
  /** Of the delivery that is in doubt: another claim is another search. */
  etag: string;
  began: number;
  /** When to look, in milliseconds since 1970. */
  next: number;
  looks: number;
  absentSince?: number;
  standing: 'looking' | 'parked' | 'unsure';
}

/** Node's timers can't wait longer than 24 days: look in between. */
const longestRestMs = 3_600_000;

/** One message in hand: what should be seen, what we know of how it stands, and a bell to wake it. */
export class Parcel {
  readonly partition: string;
  readonly name: string;
  readonly marker: string;
  /** For the order of arrival. */
  readonly turn: number;
  readonly since: number;
  /** Where it queues: messages to one destination are posted in order. */
  readonly lane: string;
  readonly #stopping: AbortSignal;
  message: OutgoingMessage;
  /** `unread`: not looked at yet. `stale`: somebody else wrote it, so message and delivery are read again. */
  delivery: Stored<Delivery> | 'none' | 'unread' | 'stale' = 'unread';
  news: News | undefined;
  /** Where somebody was seen using it. */
  seenAt: PostAddress | undefined;
  search: Search | undefined;
  /** The claim that is our own, so that nobody else can be posting under it. */
  ownClaim: string | undefined;
  /** See the `Moment` of a step. */
  changeFrom = 0;
  /** Since when an edit waits for somebody who fills something in on it. */
  heldSince: number | undefined;
  /** From when on nothing outside kept it. */
  dueSince: number;
  changeRefusals = 0;
  failures = 0;
  /** The revision for which there was nothing to show. */
  blank: number | undefined;
  standing: Standing = 'moving';
  /** Whether the log was told that there is nowhere to post it. */
  told = false;
  /** Whether it is on the waiting list. */
  listed: boolean;
  /** Counts the times it was woken: what changes while something was read is not missed. */
  wakes = 0;
  #bell: (() => void) | undefined;
  #settled: PromiseWithResolvers<undefined> | undefined;

  constructor(from: {
    partition: string;
    name: string;
    message: OutgoingMessage;
    turn: number;
    since: number;
    listed: boolean;
    stopping: AbortSignal;
  }) {
    this.partition = from.partition;
    this.name = from.name;
    this.marker = markerOf(from.partition, from.name);
    this.turn = from.turn;
    this.since = from.since;
    this.dueSince = from.since;
    this.message = from.message;
    this.lane = laneOf(from.message.destination);
    this.listed = from.listed;
    this.#stopping = from.stopping;
  }

  wake(): void {
    this.wakes += 1;
    this.#bell?.();
  }

  /** Rests until then, or until it is woken; when delivery stops there is no more rest. */
  async rest(standing: Standing, ms = longestRestMs): Promise<void> {
    if (this.#stopping.aborted) return;
    this.standing = standing;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#bell = () => resolve(undefined);
    const timer = setTimeout(this.#bell, Math.min(Math.max(0, ms), longestRestMs));
    await promise;
    clearTimeout(timer);
    this.#bell = undefined;
    this.standing = 'moving';
  }

  get resting(): boolean {
    return this.#bell !== undefined;
  }

  /** Resolves when what it should show now needs no more reading of the feed. */
  settled(): Promise<void> {
    if (this.listed) return Promise.resolve();
    this.#settled ??= Promise.withResolvers<undefined>();
    return this.#settled.promise;
  }

  settle(): void {
    this.#settled?.resolve(undefined);
    this.#settled = undefined;
  }

  putOnList(): void {
    this.listed = true;
    this.settle();
  }

  current(): Delivery | undefined {
    return typeof this.delivery === 'string' ? undefined : this.delivery.value;
  }

  etag(): string | undefined {
    return typeof this.delivery === 'string' ? undefined : this.delivery.etag;
  }

  learn(becomes: Delivery | 'none'): void {
    this.news = { becomes, basis: this.etag() };
  }
}

function laneOf(destination: Destination): string {
  switch (destination.kind) {
    case 'person':
      return `person:${destination.person}`;
    case 'jury-channel':
      return `edition:${destination.editionId}/${destination.categoryId}`;
    case 'organisers-channel':
      return `edition:${destination.editionId}/organisers-channel`;
    case 'submission-thread':
      return `submission:${destination.submissionId}/${destination.roundId}`;
    case 'question-thread':
      return `question:${destination.questionId}/thread`;
    case 'thread':
      return `thread:${destination.conversationId}`;
    default:
      return destination satisfies never;
  }
}
