import { SlidingWindows, type Limit } from './sliding-windows.ts';

export interface PacerLimits {
  /** Per conversation. */
  conversation: readonly Limit[];
  /**
   * Over all conversations. Teams counts these by tenant; there is as good as always one, and an edit does not know
   * its own, so all tenants together stay below what one may do.
   */
  tenant: readonly Limit[];
}

/**
 * What Teams allows a bot, per thread and (50 a second, one of them left for the SDK's own requests) per tenant:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
export const teamsLimits: PacerLimits = {
  conversation: [
    { count: 7, withinMs: 1_000 },
    { count: 8, withinMs: 2_000 },
    { count: 60, withinMs: 30_000 },
    { count: 1_800, withinMs: 3_600_000 },
  ],
  tenant: [{ count: 49, withinMs: 1_000 }],
};

/** So many conversations turned down within so long: it is the tenant that is asked to wait. */
const manyPauses = { conversations: 3, withinMs: 10_000, mostMs: 60_000 };
const leastRoomsToSweep = 1_000;

interface Room<T> {
  name: string;
  windows: SlidingWindows;
  queue: T[];
  pausedUntil: number;
}

/**
 * Says who may send now. In a conversation whoever came first goes first; conversations that may go take turns, so
 * that a busy one holds up nobody. It has no clock of its own: every `now` is milliseconds and never goes back.
 */
export class Pacer<T> {
  readonly #limits: PacerLimits;
  readonly #tenant: SlidingWindows;
  #tenantPausedUntil = 0;
  #pauses: { room: string; at: number }[] = [];
  readonly #rooms = new Map<string, Room<T>>();
  #sweepAbove = leastRoomsToSweep;
  /** Rooms with somebody in them that may go, as far as known, in the order of their turns. */
  readonly #ready = new Set<Room<T>>();
  /** Rooms with somebody in them that may not go yet. */
  readonly #held = new Set<Room<T>>();

  constructor(limits: PacerLimits) {
    this.#limits = limits;
    this.#tenant = new SlidingWindows(limits.tenant);
  }

  ask(conversation: string, asker: T): void {
    const room = this.#room(conversation);
    room.queue.push(asker);
    if (!this.#held.has(room)) this.#ready.add(room);
  }

  /** Lets go whoever may; each must {@link end}. `again` is when to call next, if nothing happens before. */
  take(now: number): { granted: T[]; again: number } {
    this.#sweep(now);
    for (const room of this.#held) {
      if (freeAt(room) <= now) this.#moveTo(this.#ready, room);
    }
    const granted: T[] = [];
    for (const room of this.#ready) {
      if (this.#tenantFreeAt() > now) break;
      granted.push(...this.#takeFrom(room, now));
    }
    const held = [...this.#held].map(freeAt);
    return { granted, again: Math.min(...held, this.#ready.size > 0 ? this.#tenantFreeAt() : Infinity) };
  }

  end(conversation: string, now: number): void {
    this.#room(conversation).windows.end(now);
    this.#tenant.end(now);
  }

  /** Teams asked to leave this conversation alone until then. */
  pause(conversation: string, until: number, now: number): void {
    const room = this.#room(conversation);
    room.pausedUntil = Math.max(room.pausedUntil, until);
    this.#pauses = this.#pauses.filter(({ at }) => now - at < manyPauses.withinMs);
    this.#pauses.push({ room: conversation, at: now });
    if (new Set(this.#pauses.map((pause) => pause.room)).size < manyPauses.conversations) return;
    this.#tenantPausedUntil = Math.max(this.#tenantPausedUntil, Math.min(until, now + manyPauses.mostMs));
  }

  #takeFrom(room: Room<T>, now: number): T[] {
    this.#ready.delete(room);
    if (freeAt(room) > now) {
      this.#held.add(room);
      return [];
    }
    const [asker] = room.queue.splice(0, 1);
    if (asker === undefined) return [];
    room.windows.begin();
    this.#tenant.begin();
    // To the back of the round: the loop over the set meets it again after all others.
    if (room.queue.length > 0) this.#ready.add(room);
    return [asker];
  }

  #tenantFreeAt(): number {
    return Math.max(this.#tenant.freeAt(), this.#tenantPausedUntil);
  }

  #moveTo(to: Set<Room<T>>, room: Room<T>): void {
    this.#held.delete(room);
    this.#ready.delete(room);
    to.add(room);
  }

  #room(conversation: string): Room<T> {
    const known = this.#rooms.get(conversation);
    if (known) return known;
    const windows = new SlidingWindows(this.#limits.conversation);
    const room: Room<T> = { name: conversation, windows, queue: [], pausedUntil: 0 };
    this.#rooms.set(conversation, room);
    return room;
  }

  #sweep(now: number): void {
    if (this.#rooms.size <= this.#sweepAbove) return;
    for (const room of this.#rooms.values()) {
      const inUse = room.queue.length > 0 || room.pausedUntil > now || !room.windows.isForgotten(now);
      if (!inUse) this.#rooms.delete(room.name);
    }
    this.#sweepAbove = Math.max(leastRoomsToSweep, 2 * this.#rooms.size);
  }
}

function freeAt(room: Room<unknown>): number {
  return Math.max(room.windows.freeAt(), room.pausedUntil);
}
