import { expect, test } from '@jest/globals';
import { postBusyUntil } from '../../../bot/compose/post-busy.ts';
import type { MessageContent } from '../../../bot/domain/outgoing-message.ts';

const post: MessageContent = { kind: 'jury-post', submissionId: 'garden', roundId: 'assessment' };
const openSheets = { filledInUntil: () => 1_000, apply: () => undefined };

test('a post waits for the sheets that lie open, and nothing else does', () => {
  const busyUntil = postBusyUntil({ openSheets, waitingFor: () => [] });
  expect([busyUntil(post), busyUntil({ kind: 'desk' })]).toEqual([1_000, 0]);
});

test('a server that does not know yet which sheets lie open leaves every post alone', () => {
  const waitingFor = ['views'];
  const busyUntil = postBusyUntil({ openSheets, waitingFor: () => waitingFor });
  expect([busyUntil(post), busyUntil({ kind: 'desk' })]).toEqual([Infinity, 0]);
  waitingFor.pop();
  expect(busyUntil(post)).toBe(1_000);
});
