import { expect, test } from '@jest/globals';
import { inOwnOrder } from '../../../../bot/domain/judging/own-order.ts';

const submissions = Array.from({ length: 12 }, (_, index) => ({ id: `inzending-${String(index)}` }));
const orderOf = (judge: string) => inOwnOrder(submissions, judge, 'preselection').map(({ id }) => id);

test('a judge has one order, whatever order they come in', () => {
  expect(inOwnOrder([...submissions].reverse(), 't:jurylid-1', 'preselection').map(({ id }) => id)).toEqual(
    orderOf('t:jurylid-1'),
  );
  expect([...orderOf('t:jurylid-1')].sort()).toEqual(submissions.map(({ id }) => id).sort());
});

test('judges don’t all begin with the same one, nor leave the same one for last', () => {
  const judges = Array.from({ length: 60 }, (_, index) => `t:jurylid-${String(index)}`);
  for (const place of [0, 11]) {
    const there = judges.map((judge) => orderOf(judge)[place]);
    const most = Math.max(...[...Map.groupBy(there, (id) => id).values()].map((same) => same.length));
    expect(new Set(there).size).toBeGreaterThanOrEqual(9);
    expect(most).toBeLessThanOrEqual(14);
  }
});

test('what comes later goes in between, and leaves the others in their order', () => {
  const more = [...submissions, { id: 'laatkomer' }];
  const order = inOwnOrder(more, 't:jurylid-1', 'preselection').map(({ id }) => id);
  expect(order.filter((id) => id !== 'laatkomer')).toEqual(orderOf('t:jurylid-1'));
});
