import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chanceFrom } from '../../../../bot/domain/ranking/chance.ts';
import { factorise, inverse } from '../../../../bot/domain/ranking/cholesky.ts';
import { rankerOf } from '../../../../bot/domain/ranking/ranker.ts';
import { rankChances } from '../../../../bot/domain/ranking/rank-intervals.ts';
import { effort } from '../../../runs.ts';

/** What is done often enough that it is done with some art, beside the plain way. */

describe('ranking a draw', () => {
  const scores = fc.oneof(
    fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 200 }),
    // So far from the rest that these all lie in one bucket.
    fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 60, maxLength: 200 }).map((all) => [...all, 1e7]),
  );

  test('gives each one more than there are higher, equals the same', () => {
    fc.assert(
      fc.property(scores, (all) => {
        const ranks = new Uint32Array(all.length);
        rankerOf(all.length)(Float64Array.from(all), ranks);
        expect([...ranks]).toEqual(all.map((own) => 1 + all.filter((each) => each > own).length));
      }),
      effort(200, 2000),
    );
  });
});

describe('the chances of a rank', () => {
  test.each([12, 5_000])('of %d submissions are those that were drawn', (submissions) => {
    const ranks = fc.array(fc.integer({ min: 1, max: submissions }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(ranks, (all) => {
        const draws = { draws: all.length, submissions, ranks: Uint32Array.from(all) };
        const [chances] = rankChances({ ...draws, within: Uint32Array.of(1) }, 'equal-tailed', [0, 1]);
        const sorted = [...all].sort((a, b) => a - b);
        const place = (part: number) => sorted[Math.max(0, Math.ceil(part * all.length - 1e-9) - 1)];
        expect(chances).toEqual({
          interval: { from: place(0.025), to: place(0.975) },
          first: all.filter((rank) => rank === 1).length / all.length,
          within: 1 / all.length,
        });
      }),
      effort(200, 2000),
    );
  });

  test('the run nearest to 95 % is found among all runs', () => {
    const ranks = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(ranks, (all) => {
        const draws = { draws: all.length, submissions: 9, ranks: Uint32Array.from(all) };
        const [chances] = rankChances({ ...draws, within: new Uint32Array(9) }, 'nearest', [0, 1]);
        const held = (from: number, to: number) => all.filter((rank) => rank >= from && rank <= to).length;
        const most = (length: number) =>
          Math.max(...Array.from({ length: 9 }, (_, start) => held(start + 1, start + length)));
        const off = (length: number) => Math.abs(most(length) - 0.95 * all.length);
        const best = Math.min(...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(off));
        const { from, to } = chances?.interval ?? { from: 0, to: 0 };
        expect(held(from, to)).toBe(most(to - from + 1));
        expect(off(to - from + 1)).toBeCloseTo(best, 9);
      }),
      effort(200, 2000),
    );
  });
});

test('numbers that come at once are those that come one by one', () => {
  const lengths = [1, 2, 0, 3, 4, 1, 5];
  const [atOnce, oneByOne] = [chanceFrom(3), chanceFrom(3)];
  for (const length of lengths) {
    const numbers = new Float64Array(length);
    atOnce.normals(numbers);
    expect([...numbers]).toEqual(Array.from({ length }, () => oneByOne.normal()));
    expect(atOnce.chiSquare(length + 2)).toBe(oneByOne.chiSquare(length + 2));
  }
});

test.each([1, 2, 3, 4, 5, 8, 11, 30])('a matrix of %d rows times its inverse is the identity', (size) => {
  const chance = chanceFrom(size);
  const matrix = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < row; column += 1) {
      matrix[row * size + column] = matrix[column * size + row] = chance.normal() / size;
    }
    matrix[row * size + row] = 4;
  }
  const inverted = inverse(factorise(Float64Array.from(matrix), size));
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      let sum = 0;
      for (let k = 0; k < size; k += 1) {
        sum += (matrix[row * size + k] ?? Number.NaN) * (inverted[k * size + column] ?? Number.NaN);
      }
      expect(sum).toBeCloseTo(row === column ? 1 : 0, 10);
    }
  }
});
