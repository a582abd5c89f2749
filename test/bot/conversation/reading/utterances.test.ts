import { describe, expect, test } from '@jest/globals';
import type { Asked } from './read-at.ts';
import { allAsked, readAt } from './read-at.ts';
import utterances from './utterances.json' with { type: 'json' };

/** Where answers are plain words, and where one chooses or names something. */
const everywhere: Asked[] = ['title', 'category'];

function placesOf(at: string): Asked[] {
  return at === 'any' ? everywhere : allAsked.filter((asked) => asked === at);
}

describe('what people say', () => {
  test.each(utterances.map(({ said, at, expect: expected }) => [at, said, expected] as const))(
    'at %s: %j',
    (at, said, expected) => {
      const places = placesOf(at);
      expect(places.map((asked) => readAt(asked, said))).toEqual(places.map(() => expected));
    },
  );

  test('there are enough of them, for every question, each once', () => {
    expect(utterances.length).toBeGreaterThanOrEqual(300);
    expect(new Set(utterances.map(({ at }) => at))).toEqual(new Set([...allAsked, 'any']));
    expect(new Set(utterances.map(({ at, said }) => `${at} ${said}`)).size).toBe(utterances.length);
  });
});
