import { expect, test } from '@jest/globals';
import { Lanes } from '../../../bot/delivery/lanes.ts';

class Walker {
  woken = 0;
  wake(): void {
    this.woken += 1;
  }
}

test('whoever came first is in front, and joining again keeps the place', () => {
  const lanes = new Lanes<Walker>();
  const [first, second] = [new Walker(), new Walker()];
  lanes.join('a', first);
  lanes.join('a', second);
  lanes.join('a', first);
  expect(lanes.front('a')).toBe(first);
});

test('who leaves wakes the next in front; a lane that is empty is gone', () => {
  const lanes = new Lanes<Walker>();
  const [first, second] = [new Walker(), new Walker()];
  lanes.join('a', first);
  lanes.join('a', second);
  lanes.leave('a', first);
  lanes.leave('a', first);
  expect([lanes.front('a'), second.woken, lanes.size]).toEqual([second, 1, 1]);
  lanes.leave('a', second);
  expect([lanes.front('a'), lanes.size]).toEqual([undefined, 0]);
});

test('the fronts of lanes are found by how their names begin', () => {
  const lanes = new Lanes<Walker>();
  const [first, second, third] = [new Walker(), new Walker(), new Walker()];
  lanes.join('edition:1/digital', first);
  lanes.join('edition:1/green', second);
  lanes.join('edition:2/green', third);
  expect(lanes.fronts('edition:1/')).toEqual([first, second]);
});
