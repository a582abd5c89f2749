import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Pacer, teamsLimits, type PacerLimits } from '../../../bot/delivery/pacer.ts';
import type { Limit } from '../../../bot/delivery/sliding-windows.ts';
import { runs } from '../../runs.ts';

interface Request {
  conversation: string;
  askedAt: number;
  /** How long it is under way. */
  takesMs: number;
  /** When, between its beginning (0) and its end (1), the other side counts it. */
  countedAt: number;
}

interface Sent extends Request {
  order: number;
  sentAt: number;
}

const small: PacerLimits = {
  conversation: [
    { count: 3, withinMs: 100 },
    { count: 4, withinMs: 200 },
    { count: 9, withinMs: 1_000 },
  ],
  tenant: [{ count: 6, withinMs: 100 }],
};

describe('pacing', () => {
  test('no window ever holds more than its limit, whenever Teams counts a request', () => {
    fc.assert(
      fc.property(fc.array(requests(['a', 'b', 'c', 'd']), { maxLength: 60 }), (asked) => {
        const sent = simulate(small, asked);
        expect(sent).toHaveLength(asked.length);
        expectWithin(small.tenant, sent);
        for (const own of perConversation(sent)) {
          expectWithin(small.conversation, own);
          expect(own.map((request) => request.order)).toEqual(
            own.map((request) => request.order).toSorted((x, y) => x - y),
          );
        }
      }),
      { numRuns: runs(300, 20_000) },
    );
  });

  test('nobody waits without a reason: alone, everything goes at once', () => {
    const asked = Array.from({ length: 40 }, (_, index) => request(`chat ${index}`, index));
    const sent = simulate(teamsLimits, asked);
    expect(sent.map((each) => each.sentAt - each.askedAt)).toEqual(asked.map(() => 0));
  });

  test('a hundred posts to one channel go as fast as Teams allows, and no faster', () => {
    const asked = Array.from({ length: 100 }, () => request('channel', 0));
    const sent = simulate(teamsLimits, asked);
    expectWithin(teamsLimits.conversation, sent);
    expect(sent[6]?.sentAt).toBe(0);
    expect(sent[59]?.sentAt).toBeLessThan(16_000);
    expect(sent[99]?.sentAt).toBeLessThan(42_000);
  });

  test('a busy channel and a thousand others do not hold up one person for long', () => {
    const channel = Array.from({ length: 500 }, () => request('channel', 0));
    const crowd = Array.from({ length: 1_000 }, (_, index) => request(`chat ${index}`, 0));
    const sent = simulate(teamsLimits, [...channel, ...crowd]);
    const people = sent.filter((each) => each.conversation !== 'channel');
    // 49 a second, of which the channel gets at most 7.
    expect(Math.max(...people.map((each) => each.sentAt))).toBeLessThan(1_000 * (1_000 / 42) + 1_000);
    const early = sent.filter((each) => each.conversation === 'channel' && each.sentAt < 1_000);
    expect(early.length).toBeGreaterThan(0);
  });

  test('a conversation that is asked to wait waits, and the others go on', () => {
    const pacer = new Pacer<string>(small);
    pacer.pause('a', 500, 0);
    pacer.ask('a', 'to a');
    pacer.ask('b', 'to b');
    expect(pacer.take(0)).toEqual({ granted: ['to b'], again: 500 });
    expect(pacer.take(499).granted).toEqual([]);
    expect(pacer.take(500).granted).toEqual(['to a']);
  });

  test('when several conversations are asked to wait, all of them do', () => {
    const pacer = new Pacer<string>(small);
    for (const conversation of ['a', 'b', 'c']) pacer.pause(conversation, 500, 0);
    pacer.ask('d', 'to d');
    expect(pacer.take(0)).toEqual({ granted: [], again: 500 });
    expect(pacer.take(500).granted).toEqual(['to d']);
  });
});

function request(conversation: string, askedAt: number): Request {
  return { conversation, askedAt, takesMs: 0, countedAt: 0 };
}

function requests(conversations: string[]): fc.Arbitrary<Request> {
  return fc.record({
    conversation: fc.constantFrom(...conversations),
    askedAt: fc.integer({ min: 0, max: 2_000 }),
    takesMs: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 300 })),
    countedAt: fc.double({ min: 0, max: 1, noNaN: true }),
  });
}

/** Lets virtual time run from one event to the next. */
function simulate(limits: PacerLimits, asked: readonly Request[]): Sent[] {
  const pacer = new Pacer<Request & { order: number }>(limits);
  const arrivals = asked.toSorted((a, b) => a.askedAt - b.askedAt).map((each, order) => ({ ...each, order }));
  const ends: { at: number; conversation: string }[] = [];
  const sent: Sent[] = [];
  let again = Infinity;
  for (;;) {
    const now = Math.min(arrivals[0]?.askedAt ?? Infinity, again, ...ends.map((end) => end.at));
    if (now === Infinity) return sent;
    for (const end of ends.filter((each) => each.at === now)) pacer.end(end.conversation, now);
    ends.splice(0, ends.length, ...ends.filter((each) => each.at !== now));
    while (arrivals[0]?.askedAt === now) {
      const [next] = arrivals.splice(0, 1);
      if (next) pacer.ask(next.conversation, next);
    }
    const taken = pacer.take(now);
    again = taken.again;
    if (again <= now) throw new Error('it asks to be called again at once');
    for (const each of taken.granted) {
      sent.push({ ...each, sentAt: now });
      ends.push({ at: now + each.takesMs, conversation: each.conversation });
    }
    // What took no time has ended before anything else happens.
    if (ends.some((end) => end.at === now)) again = now;
  }
}

function perConversation(sent: Sent[]): Sent[][] {
  return [...Map.groupBy(sent, (each) => each.conversation).values()];
}

function expectWithin(limits: readonly Limit[], sent: Sent[]): void {
  const counted = sent.map((each) => each.sentAt + each.countedAt * each.takesMs).sort((a, b) => a - b);
  for (const { count, withinMs } of limits) {
    const tooClose = counted.filter((at, index) => at - (counted[index - count] ?? -Infinity) < withinMs);
    expect(tooClose).toEqual([]);
  }
}
