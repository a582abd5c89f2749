import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markerOf } from '../../../bot/delivery/marker.ts';
import { effort } from '../../runs.ts';
import { juryChannel, openWorld, partition, quickTimings, someone, type World } from './delivery-world.ts';
import type { Fault } from './fake-messenger.ts';
import { mortal, type Death } from './mortal.ts';

const minutes = 60_000;

/**
 * What is claimed and late is still there before anybody else stops looking for it, however the machine stalls in between:
 * a claim, {@link lateMs} and some more are less than `settleMs`.
 */
const timings = { ...quickTimings, claimMs: 40, settleMs: 80 };
const lateMs = 8;
const names = ['card', 'receipt', 'post:preselection', 'post:pitch'];

interface Wish {
  name: string;
  /** Taken away, rather than a new text. */
  nothing: boolean;
  /** After how long. */
  afterMs: number;
}

/** What happens while one process, or two at once, live. */
interface Life {
  wishes: Wish[];
  death: Death | undefined;
  /** Stopped in good order, but before all was done. */
  hurried: boolean;
}

interface History {
  lives: Life[];
  /** What happens to the calls, one after the other; after that all goes well. */
  faults: Fault[];
  /** How long calls are under way, over and over. */
  takesMs: number[];
}

const faults: Fault[] = ['none', 'refused', 'throttled', 'cut-before', 'cut-after', 'late', 'broken'];

function histories(options: { deaths: boolean; nothing: boolean }): fc.Arbitrary<History> {
  const wish = fc.record({
    name: fc.constantFrom(...names),
    nothing: options.nothing ? fc.boolean() : fc.constant(false),
    afterMs: fc.constantFrom(0, 0, 0, 1, 5),
  });
  const death = fc.record({
    atCall: fc.integer({ min: 1, max: 14 }),
    when: fc.constantFrom<Death['when']>('before', 'after'),
  });
  const life = fc.record({
    wishes: fc.array(wish, { maxLength: 6 }),
    death: options.deaths ? fc.option(death, { nil: undefined, freq: 5 }) : fc.constant(undefined),
    hurried: fc.boolean(),
  });
  return fc.record({
    lives: fc.array(life, { minLength: 1, maxLength: 4 }),
    faults: fc.array(fc.constantFrom(...faults), { maxLength: 12 }),
    takesMs: fc.array(fc.constantFrom(0, 0, 1, 3, 6), { minLength: 1, maxLength: 7 }),
  });
}

test(
  'whenever a process dies and whatever Teams does, each message is seen once and shows the last revision',
  async () => {
    await fc.assert(
      fc.asyncProperty(histories({ deaths: true, nothing: true }), async (history) => {
        await inWorld(history, true, async (world) => {
          const wanted = await live(world, history, 1);
          expect(seenAll(world)).toEqual(wanted);
        });
      }),
      effort(100, 2_000),
    );
  },
  20 * minutes,
);

test(
  'also when we may not look, no message is ever posted twice, and what is missing is known to be in doubt',
  async () => {
    await fc.assert(
      fc.asyncProperty(histories({ deaths: true, nothing: false }), async (history) => {
        await inWorld(history, false, async (world) => {
          const wanted = await live(world, history, 1);
          for (const [name, texts] of wanted) await expectNoDouble(world, name, texts);
        });
      }),
      effort(100, 2_000),
    );
  },
  20 * minutes,
);

test(
  'two at once do not post twice either, and what they show in the end is the last revision',
  async () => {
    await fc.assert(
      fc.asyncProperty(histories({ deaths: false, nothing: true }), async (history) => {
        await inWorld(history, true, async (world) => {
          const wanted = await live(world, history, 2);
          expect(seenAll(world)).toEqual(wanted);
        });
      }),
      effort(60, 1_000),
    );
  },
  20 * minutes,
);

async function inWorld(
  history: History,
  canFind: boolean,
  body: (world: World) => Promise<void>,
): Promise<void> {
  const left = [...history.faults];
  const world = await openWorld({
    canFind,
    lateMs,
    takesMs: () => history.takesMs[world.teams.calls.length % history.takesMs.length] ?? 0,
    fault: () => left.shift() ?? 'none',
  });
  try {
    await body(world);
  } finally {
    await world.close();
  }
}

/**
 * Lives through a history, and then through one quiet life more, which has to put everything right.
 * @returns by name what should be seen in the end: one text, or nothing
 */
async function live(world: World, { lives }: History, together: number): Promise<Map<string, string[]>> {
  const wanted = new Map<string, string[]>(names.map((name) => [name, []]));
  let revision = 0;
  for (const { wishes, death, hurried } of [...lives, quiet]) {
    const processes = Array.from({ length: together }, () => mortal(world.store, world.teams, death));
    const deliveries = processes.map(({ store, messenger }) => world.start({ store, messenger, timings }));
    for (const wish of wishes) {
      if (wish.afterMs > 0) await sleep(wish.afterMs);
      revision += 1;
      await grant(world, wish, `${wish.name} ${revision}`, wanted);
    }
    const ends = processes.map(({ died }, index) => Promise.race([died, deliveries[index]?.idle()]));
    if (!hurried) await Promise.all(ends);
    await Promise.all(deliveries.map((delivery) => delivery.stop()));
  }
  return wanted;
}

const quiet: Life = { wishes: [], death: undefined, hurried: false };

async function grant(
  world: World,
  { name, nothing }: Wish,
  text: string,
  wanted: Map<string, string[]>,
): Promise<void> {
  const destination = name.startsWith('post:') ? juryChannel : someone;
  if (nothing) await world.wantContent(name, { kind: 'nothing' }, destination);
  else await world.want(name, text, destination);
  wanted.set(name, nothing ? [] : [text]);
}

function seenAll(world: World): Map<string, string[]> {
  const marked = new Map(names.map((name) => [markerOf(partition, name), name]));
  for (const message of world.teams.messages) expect(marked.has(message.shows.marker)).toBe(true);
  return new Map(names.map((name) => [name, world.seen(name)]));
}

async function expectNoDouble(world: World, name: string, texts: string[]): Promise<void> {
  const seen = world.seen(name);
  const delivery = await world.deliveryOf(name);
  expect(seen.length).toBeLessThanOrEqual(1);
  if (delivery?.state !== 'ambiguous') expect(seen).toEqual(texts);
}
