import type { PacerLimits } from './pacer-limits.ts';
import type { RequestKind } from './posts-first.ts';
import { TenantPacer, type Taken } from './tenant-pacer.ts';

/** What Teams counts a request by. */
export interface Place {
  tenantId: string;
  conversationId: string;
}

const leastRoomsToSweep = 1_000;

/**
 * Says who may send now: in a conversation posts before changes and else whoever came first, among conversations in
 * turns, and each tenant for itself. It has no clock of its own: every `now` is milliseconds and never goes back.
 */
export class Pacer<T> {
  readonly #limits: PacerLimits;
  readonly #tenants = new Map<string, TenantPacer<T>>();
  #sweepAbove = leastRoomsToSweep;

  constructor(limits: PacerLimits) {
    this.#limits = limits;
  }

  ask(place: Place, kind: RequestKind, asker: T): void {
    this.#tenant(place).ask(place.conversationId, kind, asker);
  }

  /** Lets go whoever may; each must {@link end}. `again` is when to call next, if nothing happens before. */
  take(now: number): Taken<T> {
    this.#sweep(now);
    const taken = [...this.#tenants.values()].map((tenant) => tenant.take(now));
    return {
      granted: taken.flatMap(({ granted }) => granted),
      again: Math.min(...taken.map(({ again }) => again)),
    };
  }

  end(place: Place, now: number): void {
    this.#tenant(place).end(place.conversationId, now);
  }

  /** Teams asked to leave this conversation alone until then. */
  pause(place: Place, until: number, now: number): void {
    this.#tenant(place).pause(place.conversationId, until, now);
  }

  /** How many conversations it keeps count of. */
  get size(): number {
    return [...this.#tenants.values()].reduce((sum, tenant) => sum + tenant.size, 0);
  }

  #tenant({ tenantId }: Place): TenantPacer<T> {
    const name = tenantId.toLowerCase();
    const tenant = this.#tenants.get(name) ?? new TenantPacer<T>(this.#limits);
    this.#tenants.set(name, tenant);
    return tenant;
  }

  #sweep(now: number): void {
    if (this.size <= this.#sweepAbove) return;
    for (const [name, tenant] of this.#tenants) {
      tenant.sweep(now);
      if (tenant.isForgotten(now)) this.#tenants.delete(name);
    }
    this.#sweepAbove = Math.max(leastRoomsToSweep, 2 * this.size);
  }
}
