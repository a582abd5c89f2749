import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { PacerLimits } from '../../../bot/delivery/pacer-limits.ts';
import { Pacer, type Place } from '../../../bot/delivery/pacer.ts';
import type { RequestKind } from '../../../bot/delivery/posts-first.ts';
import type { Limit } from '../../../bot/delivery/sliding-windows.ts';

export interface Request extends Place {
  kind: RequestKind;
  askedAt: number;
  /** How long it is under way. */
  takesMs: number;
  /** When, between its beginning (0) and its end (1), the other side counts it. */
  countedAt: number;
}

export interface Sent extends Request {
  order: number;
  sentAt: number;
}

export function request(conversationId: string, more: Partial<Request> = {}): Request {
  return { tenantId: 'x', conversationId, kind: 'post', askedAt: 0, takesMs: 0, countedAt: 0, ...more };
}

/** Conversations have the same names in every tenant: they must not be taken for one. */
export function requests(tenants: string[], conversations: string[]): fc.Arbitrary<Request> {
  return fc.record({
    tenantId: fc.constantFrom(...tenants),
    conversationId: fc.constantFrom(...conversations),
    kind: fc.constantFrom<RequestKind>('post', 'change'),
    askedAt: fc.oneof(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 20 })),
    takesMs: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 300 })),
    countedAt: fc.double({ min: 0, max: 1, noNaN: true }),
  });
}

/**
 * Lets virtual time run from one event to the next.
 * @returns in the order in which they went
 */
export function simulate(limits: PacerLimits, asked: readonly Request[]): Sent[] {
  const pacer = new Pacer<Request & { order: number }>(limits);
  const arrivals = asked.toSorted((a, b) => a.askedAt - b.askedAt).map((each, order) => ({ ...each, order }));
  const ends: { at: number; place: Place }[] = [];
  const sent: Sent[] = [];
  let again = Infinity;
  for (;;) {
    const now = Math.min(arrivals[0]?.askedAt ?? Infinity, again, ...ends.map((end) => end.at));
    if (now === Infinity) return sent;
    for (const end of ends.filter((each) => each.at === now)) pacer.end(end.place, now);
    ends.splice(0, ends.length, ...ends.filter((each) => each.at !== now));
    while (arrivals[0]?.askedAt === now) {
      const [next] = arrivals.splice(0, 1);
      if (next) pacer.ask(next, next.kind, next);
    }
    const taken = pacer.take(now);
    again = taken.again;
    if (again <= now) throw new Error('it asks to be called again at once');
    for (const each of taken.granted) {
      sent.push({ ...each, sentAt: now });
      ends.push({ at: now + each.takesMs, place: each });
    }
    // What took no time has ended before anything else happens.
    if (ends.some((end) => end.at === now)) again = now;
  }
}

export function perTenant(sent: Sent[]): Sent[][] {
  return [...Map.groupBy(sent, (each) => each.tenantId).values()];
}

export function perConversation(sent: Sent[]): Sent[][] {
  return [...Map.groupBy(sent, (each) => `${each.tenantId}/${each.conversationId}`).values()];
}

export function expectWithin(limits: readonly Limit[], sent: Sent[]): void {
  const counted = sent.map((each) => each.sentAt + each.countedAt * each.takesMs).sort((a, b) => a - b);
  for (const { count, withinMs } of limits) {
    const tooClose = counted.filter((at, index) => at - (counted[index - count] ?? -Infinity) < withinMs);
    expect(tooClose).toEqual([]);
  }
}
