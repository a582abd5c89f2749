import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allAsked, readAt } from './read-at.ts';
import utterances from './utterances.json' with { type: 'json' };
import { effort } from '../../../runs.ts';

const parts = [
  'x',
  '.',
  'a.',
  '@',
  ', ',
  '1-',
  ' ',
  '06 ',
  '?',
  ' en ',
  'a@.',
  '[',
  '👍',
  '2024 ',
  'van ',
  '\n',
  'ja ',
];
/** Pieces of what people say, put together as nobody does. */
const mixed = fc
  .array(fc.constantFrom(...utterances.flatMap(({ said }) => said.split(' '))), { maxLength: 12 })
  .map((words) => words.join(' '));

describe('any text at all', () => {
  test('is read at every question, the same each time', () => {
    fc.assert(
      fc.property(
        fc.oneof(mixed, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })),
        fc.constantFrom(...allAsked),
        (said, asked) => {
          expect(readAt(asked, said)).toEqual(readAt(asked, said));
        },
      ),
      effort(300, 10_000),
    );
  });

  test.each(parts)('100,000 characters of %j are read in no time', (part) => {
    const said = `${part.repeat(100_000 / part.length)}x`;
    for (const asked of allAsked) expect(() => readAt(asked, said)).not.toThrow();
  });
});
