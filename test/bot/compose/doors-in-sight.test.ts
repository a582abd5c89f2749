import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { doorsInSight } from '../../../bot/compose/doors-in-sight.ts';
import { rankingsToldAgain } from '../../../bot/compose/tell-rankings-again.ts';
import type { TabGate } from '../../../bot/http/tab/tab-gate.ts';
import type { RankedCategory } from '../../../bot/use-cases/read-model.ts';
import { RefusedError } from '../../../bot/gate/refused-error.ts';

const visitor = { tenantId: 't', objectId: 'o', name: 'Sanne', expiresAt: 0 };
const letsIn: TabGate = async () => ({ kind: 'visitor', visitor });
const refuses: TabGate = async () => ({ kind: 'refused', refusal: new RefusedError('no-token') });

function counting() {
  const looks = { count: 0 };
  return { looks, upToDate: async () => void (looks.count += 1) };
}

test('with others about, whoever is let in is answered after a look at what they stored', async () => {
  const { looks, upToDate } = counting();
  await doorsInSight(true, { upToDate }).gate(letsIn)('token');
  expect(looks.count).toBe(1);
});

test('who is refused costs no look', async () => {
  const { looks, upToDate } = counting();
  await doorsInSight(true, { upToDate }).gate(refuses)('token');
  expect(looks.count).toBe(0);
});

test('a server that is alone does not look', async () => {
  const { looks, upToDate } = counting();
  const sight = doorsInSight(false, { upToDate });
  expect(sight.gate(letsIn)).toBe(letsIn);
  expect(looks.count).toBe(0);
});

const category: RankedCategory = { editionId: '2027', categoryId: 'digital', roundId: 'assessment' };

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('a ranking is told at once and once more, but not to who has left', () => {
  const listeners = new Set<(ranked: RankedCategory) => void>();
  const onRanked = rankingsToldAgain((listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  });
  const told: string[] = [];
  onRanked(() => told.push('stays'));
  const leave = onRanked(() => told.push('leaves'));
  for (const listener of listeners) listener(category);
  expect(told).toEqual(['stays', 'leaves']);
  leave();
  jest.advanceTimersByTime(60_000);
  expect(told).toEqual(['stays', 'leaves', 'stays']);
  expect(listeners.size).toBe(1);
});
