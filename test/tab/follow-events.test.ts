import { expect, test } from '@jest/globals';
import type { TabEvent } from '../../bot/http/contract/events.ts';
import type { LiveState, LiveTimings } from '../../tab/src/shared/live/follow-events.ts';
import { followEvents } from '../../tab/src/shared/live/follow-events.ts';

const timings: LiveTimings = { firstDelayMs: 1_000, mostDelayMs: 8_000, silenceMs: 1_500, soundAfterMs: 600 };

/** What one attempt to open the stream comes to: a refusal, or these pieces and then the end. */
type Attempt = Error | { pieces: string[]; openMs?: number; hangs?: boolean };

interface Heard {
  states: LiveState[];
  events: (TabEvent | undefined)[];
  opened: number;
  waits: number[];
  breaks: unknown[];
}

/** Follows a stream whose attempts go as told, and stops when there are none left. */
async function follow(...attempts: Attempt[]): Promise<Heard> {
  const stop = new AbortController();
  const heard: Heard = { states: [], events: [], opened: 0, waits: [], breaks: [] };
  await followEvents({
    open: async (signal) => {
      const attempt = attempts.shift();
      if (attempt === undefined) stop.abort();
      if (attempt === undefined || attempt instanceof Error) throw attempt ?? new Error('the end');
      return new Response(streamOf(attempt, signal));
    },
    onOpen: () => (heard.opened += 1),
    onEvent: (event) => heard.events.push(event),
    onState: (state) => {
      if (heard.states.at(-1) !== state) heard.states.push(state);
    },
    onBreak: (reason) => heard.breaks.push(reason),
    wait: async (ms) => {
      heard.waits.push(ms);
    },
    signal: stop.signal,
    timings,
  });
  return heard;
}

function streamOf({ pieces, openMs = 0, hangs = false }: Exclude<Attempt, Error>, signal: AbortSignal) {
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      signal.addEventListener('abort', () => controller.error(new Error('aborted')));
      await new Promise((resolve) => setTimeout(resolve, openMs));
      if (!hangs) controller.close();
    },
  });
}

test('events come in whole, however they are cut up', async () => {
  const pieces = [
    ': open\n\n',
    'data: {"kind":"lead',
    'erboard","categoryId":"direct"}\n\ndata: {"kind":"progress"}\n',
    '\n',
  ];
  const { events, opened, states } = await follow({ pieces });
  expect(events).toEqual([{ kind: 'leaderboard', categoryId: 'direct' }, { kind: 'progress' }]);
  expect(opened).toBe(1);
  expect(states).toEqual(['connecting', 'live', 'reconnecting']);
});

test.each(['{"kind":"weather"}', '{"kind":"leaderboard"}', '"x"', '{}'])(
  '%s is an unknown event',
  async (data) => {
    expect((await follow({ pieces: [`data: ${data}\n\n`] })).events).toEqual([undefined]);
  },
);

test('delays grow, up to a limit, and are never the same for all', async () => {
  const { waits } = await follow(...Array.from({ length: 6 }, () => new Error('refused')));
  const longest = [1_000, 2_000, 4_000, 8_000, 8_000, 8_000];
  waits.forEach((wait, index) => {
    expect(wait).toBeGreaterThanOrEqual((longest[index] ?? 0) / 2);
    expect(wait).toBeLessThanOrEqual(longest[index] ?? 0);
  });
  expect(waits).toHaveLength(6);
});

test('a stream that ends with its token is opened again at once, and nobody is told', async () => {
  const { waits, states, opened } = await follow({ pieces: [], openMs: 700 }, { pieces: [], openMs: 700 });
  expect(waits).toEqual([]);
  expect(opened).toBe(2);
  expect(states).toEqual(['connecting', 'live']);
});

test('a server that takes the stream and drops it is not asked again and again at once', async () => {
  const { waits } = await follow({ pieces: [] }, { pieces: [] }, { pieces: [] });
  expect(waits).toHaveLength(3);
});

test('silence is a broken line', async () => {
  const { opened, breaks } = await follow({ pieces: [': open\n\n'], hangs: true }, { pieces: [] });
  expect(opened).toBe(2);
  expect(breaks).toHaveLength(1);
});
