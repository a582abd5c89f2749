import { expect, test } from '@jest/globals';
import { startTurns } from '../../../bot/delivery/take-turns.ts';

const place = { tenantId: 'tenant', conversationId: 'members of one' };

test('requests that Teams counts together wait for each other', async () => {
  const turns = startTurns({ conversation: [], tenant: [{ count: 1, withinMs: 60 }] });
  const moments: number[] = [];
  const request = async () => moments.push(performance.now());
  await Promise.all([1, 2, 3].map(() => turns.inTurn(place, request)));
  const waits = moments.slice(1).map((moment, at) => moment - (moments[at] ?? 0));
  expect(Math.min(...waits)).toBeGreaterThan(50);
  turns.stop();
});

test('one that fails keeps up nobody, and after a stop nobody has a turn', async () => {
  const turns = startTurns({ conversation: [{ count: 1, withinMs: 20 }], tenant: [] });
  const failing = turns.inTurn(place, () => Promise.reject(new Error('on purpose')));
  await expect(failing).rejects.toThrow('on purpose');
  expect(await turns.inTurn(place, async () => 'mine')).toBe('mine');
  const waiting = turns.inTurn(place, async () => 'too late');
  turns.stop();
  expect(await waiting).toBeUndefined();
  expect(await turns.inTurn(place, async () => 'later still')).toBeUndefined();
});
