import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { teamsLimits, type PacerLimits } from '../../../bot/delivery/pacer-limits.ts';
import { Pacer, type Place } from '../../../bot/delivery/pacer.ts';
import { effort } from '../../runs.ts';
import {
  expectWithin,
  perConversation,
  perTenant,
  request,
  requests,
  simulate,
  type Sent,
} from './simulate-pacer.ts';

const small: PacerLimits = {
  conversation: [
    { count: 3, withinMs: 100 },
    { count: 4, withinMs: 200 },
    { count: 9, withinMs: 1_000 },
  ],
  tenant: [{ count: 6, withinMs: 100 }],
};
const conversations = ['a', 'b', 'c', 'd'];
/** Enough for them to get in each other's way. */
const crowd = { maxLength: 80, size: 'max' } as const;

describe('pacing', () => {
  test('no window ever holds more than its limit, whenever Teams counts a request', () => {
    fc.assert(
      fc.property(fc.array(requests(['x', 'y'], conversations), crowd), (asked) => {
        const sent = simulate(small, asked);
        expect(sent).toHaveLength(asked.length);
        for (const own of perTenant(sent)) expectWithin(small.tenant, own);
        for (const own of perConversation(sent)) expectWithin(small.conversation, own);
      }),
      effort(300, 20_000),
    );
  });

  test('nobody waits without a reason: alone, everything goes at once', () => {
    const asked = Array.from({ length: 40 }, (_, index) => request(`chat ${index}`, { askedAt: index }));
    const sent = simulate(teamsLimits, asked);
    expect(sent.map((each) => each.sentAt - each.askedAt)).toEqual(asked.map(() => 0));
  });

  test('a hundred posts to one channel go as fast as Teams allows, and no faster', () => {
    const asked = Array.from({ length: 100 }, () => request('channel'));
    const sent = simulate(teamsLimits, asked);
    expectWithin(teamsLimits.conversation, sent);
    expect(sent[6]?.sentAt).toBe(0);
    expect(sent[59]?.sentAt).toBeLessThan(16_000);
    expect(sent[99]?.sentAt).toBeLessThan(42_000);
  });

  test('a busy channel and a thousand others do not hold up one person for long', () => {
    const channel = Array.from({ length: 500 }, () => request('channel'));
    const many = Array.from({ length: 1_000 }, (_, index) => request(`chat ${index}`));
    const sent = simulate(teamsLimits, [...channel, ...many]);
    const people = sent.filter((each) => each.conversationId !== 'channel');
    // 49 a second, of which the channel gets at most 7.
    expect(Math.max(...people.map((each) => each.sentAt))).toBeLessThan(1_000 * (1_000 / 42) + 1_000);
    const early = sent.filter((each) => each.conversationId === 'channel' && each.sentAt < 1_000);
    expect(early.length).toBeGreaterThan(0);
  });

  test('a conversation that is asked to wait waits, and the others go on', () => {
    const pacer = new Pacer<string>(small);
    pacer.pause(place('x', 'a'), 500, 0);
    pacer.ask(place('x', 'a'), 'post', 'to a');
    pacer.ask(place('x', 'b'), 'post', 'to b');
    expect(pacer.take(0)).toEqual({ granted: ['to b'], again: 500 });
    expect(pacer.take(499).granted).toEqual([]);
    expect(pacer.take(500).granted).toEqual(['to a']);
  });

  test.each([
    ['kept as long as they count', 3_599_999, 1_002],
    ['forgotten when nothing depends on them any more', 3_600_000, 2],
  ])('many conversations are %s', (_, now, kept) => {
    const pacer = new Pacer<Place>(teamsLimits);
    const chats = Array.from({ length: 1_000 }, (__, index) =>
      place(`tenant ${index % 100}`, `chat ${index}`),
    );
    for (const chat of chats) pacer.ask(chat, 'post', chat);
    for (const chat of pacer.take(0).granted) pacer.end(chat, 0);
    expect(pacer.size).toBe(1_000);
    pacer.pause(place('busy', 'paused'), 4_000_000, 0);
    pacer.ask(place('late', 'chat'), 'post', place('late', 'chat'));
    pacer.take(now);
    expect(pacer.size).toBe(kept);
  });
});

describe('a tenant', () => {
  test('never notices how busy another one is', () => {
    fc.assert(
      fc.property(fc.array(requests(['x', 'y'], conversations), crowd), (asked) => {
        const times = (sent: Sent[]) => sent.map(({ order: _, ...each }) => each);
        const alone = simulate(
          small,
          asked.filter((each) => each.tenantId === 'y'),
        );
        const together = simulate(small, asked).filter((each) => each.tenantId === 'y');
        expect(times(together)).toEqual(times(alone));
      }),
      effort(300, 20_000),
    );
  });

  test('that is full holds up nobody else', () => {
    const many = Array.from({ length: 500 }, (_, index) => request(`chat ${index}`));
    const others = Array.from({ length: 49 }, (_, index) => request(`chat ${index}`, { tenantId: 'y' }));
    const sent = simulate(teamsLimits, [...many, ...others]);
    expect(sent.filter((each) => each.tenantId === 'x' && each.sentAt === 0)).toHaveLength(49);
    expect(sent.filter((each) => each.tenantId === 'y' && each.sentAt === 0)).toHaveLength(49);
  });

  test('of which several conversations are asked to wait waits as a whole, and the others go on', () => {
    const pacer = new Pacer<string>(small);
    for (const conversation of ['a', 'b', 'c']) pacer.pause(place('x', conversation), 500, 0);
    pacer.ask(place('x', 'd'), 'post', 'to x');
    pacer.ask(place('y', 'd'), 'post', 'to y');
    expect(pacer.take(0)).toEqual({ granted: ['to y'], again: 500 });
    expect(pacer.take(500).granted).toEqual(['to x']);
  });

  test('is the same one however its id is written', () => {
    const pacer = new Pacer<string>(small);
    const full = Array.from({ length: 7 }, (_, index) =>
      place(index % 2 === 0 ? 'AB' : 'ab', `chat ${index}`),
    );
    for (const chat of full) pacer.ask(chat, 'post', chat.conversationId);
    expect(pacer.take(0).granted).toHaveLength(6);
  });
});

describe('in a conversation', () => {
  test('posts go before changes, and after four in a row a change goes', () => {
    const changes = Array.from({ length: 3 }, () => request('a', { kind: 'change' }));
    const posts = Array.from({ length: 10 }, () => request('a'));
    const sent = simulate(teamsLimits, [...changes, ...posts]);
    expect(sent.map((each) => each.kind[0]).join('')).toBe('ppppcppppcppc');
  });

  test('a change never goes before a post that waits but in its turn, nor waits for more than four', () => {
    fc.assert(
      fc.property(fc.array(requests(['x'], ['a', 'b']), crowd), (asked) => {
        for (const own of perConversation(simulate(small, asked))) expectPostsFirst(own);
      }),
      effort(300, 20_000),
    );
  });
});

/** Posts among themselves, and changes among themselves, go in order. */
function expectPostsFirst(own: Sent[]): void {
  for (const kind of ['post', 'change']) {
    const orders = own.filter((each) => each.kind === kind).map((each) => each.order);
    expect(orders).toEqual(orders.toSorted((a, b) => a - b));
  }
  let passed = 0;
  for (const [index, each] of own.entries()) {
    const waiting = own.slice(index + 1).filter((other) => other.askedAt <= each.sentAt);
    if (each.kind === 'change') {
      if (waiting.some((other) => other.kind === 'post')) expect(passed).toBe(4);
      passed = 0;
    } else {
      passed = waiting.some((other) => other.kind === 'change') ? passed + 1 : 0;
      expect(passed).toBeLessThanOrEqual(4);
    }
  }
}

function place(tenantId: string, conversationId: string): Place {
  return { tenantId, conversationId };
}
