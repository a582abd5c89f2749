import { describe, expect, test } from '@jest/globals';
import type { Draft } from '../../../bot/domain/draft/draft.ts';
import { dueReminder } from '../../../bot/domain/draft/reminder.ts';

/** Closes on a Friday at five in the afternoon. */
const edition = {
  id: 'e',
  closesAt: '2026-12-04T16:00:00.000Z',
  zone: 'Europe/Amsterdam',
  remindDaysBefore: [7, 1],
};
const draft = {
  status: 'open',
  answers: { title: 'Luisterpaal' },
  editionId: 'e',
  updatedAt: '2026-11-02T10:00:00.000Z',
} as const;
type Changes = Partial<Pick<Draft, 'status' | 'answers' | 'editionId' | 'updatedAt' | 'reminded'>>;

const due = (now: string, changes: Changes = {}) => dueReminder({ ...draft, ...changes }, edition, now);

describe('a reminder', () => {
  test.each<[string, string, Changes, number | undefined]>([
    ['is not due eight days before', '2026-11-26T10:00:00.000Z', {}, undefined],
    ['is due a week before, from nine', '2026-11-27T08:00:00.000Z', {}, 7],
    ['is not due before nine', '2026-11-27T07:59:00.000Z', {}, undefined],
    ['waits for Monday when the server was down on Friday', '2026-11-28T10:00:00.000Z', {}, undefined],
    ['still goes out on Monday', '2026-11-30T08:00:00.000Z', {}, 7],
    ['goes once', '2026-11-27T09:00:00.000Z', { reminded: [7] }, undefined],
    ['is due again the day before', '2026-12-03T08:00:00.000Z', { reminded: [7] }, 1],
    ['is one when both are due', '2026-12-03T08:00:00.000Z', {}, 1],
    ['does not go back to the first', '2026-12-03T09:00:00.000Z', { reminded: [1] }, undefined],
    [
      'is not for who worked on it since',
      '2026-11-27T10:00:00.000Z',
      { updatedAt: '2026-11-27T09:00:00.000Z' },
      undefined,
    ],
    ['is not for an empty draft', '2026-11-27T10:00:00.000Z', { answers: {} }, undefined],
    ['is not for what was handed in', '2026-11-27T10:00:00.000Z', { status: 'handing-in' }, undefined],
    ['is not for another edition', '2026-11-27T10:00:00.000Z', { editionId: 'f' }, undefined],
    ['is not due after the closing', '2026-12-04T16:00:00.000Z', {}, undefined],
  ])('%s', (_what, now, changes, days) => {
    expect(due(now, changes)).toBe(days);
  });

  test('for a closing on Monday goes on Friday', () => {
    const monday = { ...edition, closesAt: '2026-12-07T08:00:00.000Z' };
    expect(dueReminder({ ...draft, reminded: [7] }, monday, '2026-12-04T08:00:00.000Z')).toBe(1);
  });
});
