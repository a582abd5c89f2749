import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { effort } from '../../runs.ts';
import type { Place } from './chat.ts';
import { openPlace } from './chat.ts';
import type { StoryEvent } from './story-events.ts';
import { stories } from './story-events.ts';
import { Story } from './story.ts';

/**
 * Whatever people type and tap, in whatever order and on however many devices, however often Teams brings it, whenever
 * the process dies and whatever the organiser changes meanwhile: no answer is lost, nothing is handed in twice,
 * nothing throws, each thing typed has one message as its answer, and there is always a way forward.
 */

/** All is filled in by the form, and the process dies while a second form comes in without the tick. */
const tickTakenOffAtACrash: StoryEvent[] = [
  { kind: 'answer' },
  { kind: 'form', form: 0, button: 0, field: 0, text: 'verwijder', isWhole: true },
  {
    kind: 'crash',
    where: 'edition:',
    after: 0,
    then: { kind: 'form', form: 0, button: 0, field: 16, text: 'terug', isWhole: false },
  },
];

let place: Place;
/** Where Linux keeps files in memory: thousands of histories need not wait for a disk. */
const memory = '/dev/shm';

beforeAll(async () => {
  place = await openPlace(existsSync(memory) ? memory : undefined);
  // Whatever is about parking resembles something that was here before.
  place.world.similar = {
    find: ({ title }) =>
      title.includes('parkeren')
        ? [
            {
              kind: 'practice',
              id: 'practice-1',
              title: 'Slim parkeren in Ede',
              score: 0.8,
              why: ['parkeren'],
            },
          ]
        : [],
  };
});
afterAll(() => place.close());

test('any history keeps every answer, hands in once, and can be finished', async () => {
  await fc.assert(
    fc.asyncProperty(stories, async (events) => {
      const story = await Story.begin(place);
      for (const event of events) await story.take(event);
      await story.finish();
    }),
    { ...effort(200, 10_000), examples: [[tickTakenOffAtACrash]] },
  );
  const numbers = (await place.submissions()).map(({ number }) => number).sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
}, 3_600_000);
