import { expect, test } from '@jest/globals';
import { busyPosts } from '../../../bot/compose/busy-posts.ts';
import type { MessageContent } from '../../../bot/domain/outgoing-message.ts';

const post: MessageContent = { kind: 'jury-post', submissionId: 'garden', roundId: 'assessment' };
const desk: MessageContent = { kind: 'desk' };
const openSheets = { filledInUntil: () => 1_000, apply: () => undefined };
const upToDate = async () => undefined;

test('a post waits for the sheets that lie open, and nothing else does', () => {
  const busy = busyPosts({ openSheets, waitingFor: () => [], upToDate });
  expect([busy.until(post), busy.until(desk)]).toEqual([1_000, 0]);
});

test('a server that does not know yet which sheets lie open leaves every post alone', () => {
  const waitingFor = ['views'];
  const busy = busyPosts({ openSheets, waitingFor: () => waitingFor, upToDate });
  expect([busy.until(post), busy.until(desk)]).toEqual([Infinity, 0]);
  waitingFor.pop();
  expect(busy.until(post)).toBe(1_000);
});

test('before a post is edited it looks what was opened meanwhile, on whatever server', async () => {
  const looks: string[] = [];
  const busy = busyPosts({ openSheets, waitingFor: () => [], upToDate: async () => void looks.push('look') });
  await busy.look(desk);
  expect(looks).toEqual([]);
  await busy.look(post);
  expect(looks).toEqual(['look']);
});
