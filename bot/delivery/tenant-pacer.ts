import type { PacerLimits } from './pacer-limits.ts';
import { PostsFirst, type RequestKind } from './posts-first.ts';
import { SlidingWindows } from './sliding-windows.ts';

/** So many conversations turned down within so long: it is the tenant that is asked to wait. */
const manyPauses = { conversations: 3, withinMs: 10_000, mostMs: 60_000 };

interface Room<T> {
  name: string;
  windows: SlidingWindows;
  queue: PostsFirst<T>;
  pausedUntil: number;
}

/** Who was let go, and when to ask again if nothing happens before. */
export interface Taken<T> {
  granted: T[];
  again: number;
}

/**
 * Says who may send to a tenant now. Conversations that may go take turns, so that a busy one holds up nobody. It has
 * no clock of its own: every `now` is milliseconds and never goes back.
 */
export class TenantPacer<T> {
  readonly #limits: PacerLimits;
  readonly #windows: SlidingWindows;
  #pausedUntil = 0;
  #pauses: { room: string; at: number }[] = [];
  readonly #rooms = new Map<string, Room<T>>();
  /** Rooms with somebody in them that may go, as far as known, in the order of their turns. */
  readonly #ready = new Set<Room<T>>();
  /** Rooms with somebody in them that may not go yet. */
  readonly #held = new Set<Room<T>>();

  constructor(limits: PacerLimits) {
    this.#limits = limits;
    this.#windows = new SlidingWindows(limits.tenant);
  }

  ask(conversation: string, kind: RequestKind, asker: T): void {
    const room = this.#room(conversation);
    room.queue.add(kind, asker);
    if (!this.#held.has(room)) this.#ready.add(room);
  }

  take(now: number): Taken<T> {
    for (const room of this.#held) {
      if (roomFreeAt(room) <= now) this.#moveTo(this.#ready, room);
    }
    const granted: T[] = [];
    for (const room of this.#ready) {
      if (this.#freeAt() > now) break;
      granted.push(...this.#takeFrom(room, now));
    }
    const held = [...this.#held].map(roomFreeAt);
    return { granted, again: Math.min(...held, this.#ready.size > 0 ? this.#freeAt() : Infinity) };
  }

  end(conversation: string, now: number): void {
    this.#room(conversation).windows.end(now);
    this.#windows.end(now);
  }

  pause(conversation: string, until: number, now: number): void {
    const room = this.#room(conversation);
    room.pausedUntil = Math.max(room.pausedUntil, until);
    this.#pauses = this.#pauses.filter(({ at }) => now - at < manyPauses.withinMs);
    this.#pauses.push({ room: conversation, at: now });
    if (new Set(this.#pauses.map((pause) => pause.room)).size < manyPauses.conversations) return;
    this.#pausedUntil = Math.max(this.#pausedUntil, Math.min(until, now + manyPauses.mostMs));
  }

  /** Forgets the conversations that nothing depends on any more. */
  sweep(now: number): void {
    for (const room of this.#rooms.values()) {
      const inUse = room.queue.size > 0 || room.pausedUntil > now || !room.windows.isForgotten(now);
      if (!inUse) this.#rooms.delete(room.name);
    }
  }

  /** How many conversations it keeps count of. */
  get size(): number {
    return this.#rooms.size;
  }

  /** Whether, after a sweep, a new one would say the same. */
  isForgotten(now: number): boolean {
    return this.size === 0 && this.#pausedUntil <= now && this.#windows.isForgotten(now);
  }

  #takeFrom(room: Room<T>, now: number): T[] {
    this.#ready.delete(room);
    if (roomFreeAt(room) > now) {
      this.#held.add(room);
      return [];
    }
    const asker = room.queue.next();
    if (asker === undefined) return [];
    room.windows.begin();
    this.#windows.begin();
    // To the back of the round: the loop over the set meets it again after all others.
    if (room.queue.size > 0) this.#ready.add(room);
    return [asker];
  }

  #freeAt(): number {
    return Math.max(this.#windows.freeAt(), this.#pausedUntil);
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
    const room: Room<T> = { name: conversation, windows, queue: new PostsFirst(), pausedUntil: 0 };
    this.#rooms.set(conversation, room);
    return room;
  }
}

function roomFreeAt(room: Room<unknown>): number {
  return Math.max(room.windows.freeAt(), room.pausedUntil);
}
