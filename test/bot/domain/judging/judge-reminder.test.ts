import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayInZone } from '../../../../bot/domain/day-in-zone.ts';
import type { JudgeReminders, RemindedRound } from '../../../../bot/domain/judging/judge-reminder.ts';
import { noReminders, snoozeUntil, takeReminder } from '../../../../bot/domain/judging/judge-reminder.ts';
import { isWorkingMoment, nextWorkingMoment } from '../../../../bot/domain/working-hours.ts';
import { effort } from '../../../runs.ts';

const zone = 'Europe/Amsterdam';
/** Closes on Friday 27 November 2026 at five in the afternoon. */
const round: RemindedRound = {
  id: 'preselection',
  opensAt: '2026-11-02T08:00:00.000Z',
  closesAt: '2026-11-27T16:00:00.000Z',
};

const take = (kept: JudgeReminders, now: string, changes: Partial<RemindedRound> = {}) =>
  takeReminder(kept, { round: { ...round, ...changes }, zone }, now);
const taken = (days: number, lastAt: string, changes: Partial<JudgeReminders> = {}): JudgeReminders => ({
  count: 1,
  lastAt,
  taken: [{ roundId: round.id, closesAt: round.closesAt, days }],
  ...changes,
});
const week = taken(7, '2026-11-20T08:00:00.000Z');

describe('a reminder to a judge', () => {
  test.each<[string, string, JudgeReminders, Partial<RemindedRound>, boolean]>([
    ['is not due eight days before', '2026-11-19T10:00:00.000Z', noReminders, {}, false],
    ['is due a week before, from nine', '2026-11-20T08:00:00.000Z', noReminders, {}, true],
    ['is not due before nine', '2026-11-20T07:59:00.000Z', noReminders, {}, false],
    ['is not due after five', '2026-11-20T16:00:00.000Z', noReminders, {}, false],
    ['waits over the weekend', '2026-11-21T10:00:00.000Z', noReminders, {}, false],
    ['goes out on Monday after', '2026-11-23T08:00:00.000Z', noReminders, {}, true],
    ['goes once', '2026-11-20T09:00:00.000Z', week, {}, false],
    ['goes once, also the day after', '2026-11-23T09:00:00.000Z', week, {}, false],
    ['is due again the day before', '2026-11-26T08:00:00.000Z', week, {}, true],
    ['is one when both are due', '2026-11-26T08:00:00.000Z', noReminders, {}, true],
    ['is not due when the round has closed', '2026-11-27T16:00:00.000Z', noReminders, {}, false],
    [
      'is not due when nobody is reminded',
      '2026-11-26T08:00:00.000Z',
      noReminders,
      { remindDaysBefore: [] },
      false,
    ],
    ['comes when the edition says', '2026-11-24T08:00:00.000Z', noReminders, { remindDaysBefore: [3] }, true],
    [
      'is left out when the round was not open that day',
      '2026-11-23T08:00:00.000Z',
      noReminders,
      { opensAt: '2026-11-23T07:00:00.000Z' },
      false,
    ],
    [
      'waits until the round opens that day',
      '2026-11-20T09:59:00.000Z',
      noReminders,
      { opensAt: '2026-11-20T10:00:00.000Z' },
      false,
    ],
    [
      'comes when the round opens that day',
      '2026-11-20T10:00:00.000Z',
      noReminders,
      { opensAt: '2026-11-20T10:00:00.000Z' },
      true,
    ],
    [
      'for a closing on Monday goes on Friday',
      '2026-11-27T09:00:00.000Z',
      week,
      { closesAt: '2026-11-30T08:00:00.000Z' },
      true,
    ],
    [
      'for a closing after Christmas goes before it',
      '2026-12-24T08:00:00.000Z',
      noReminders,
      { closesAt: '2026-12-27T22:00:00.000Z' },
      true,
    ],
    [
      'is not due at Christmas',
      '2026-12-25T09:00:00.000Z',
      noReminders,
      { closesAt: '2026-12-27T22:00:00.000Z' },
      false,
    ],
    [
      'comes anew when the round closes later',
      '2026-11-27T09:00:00.000Z',
      taken(1, '2026-11-26T08:00:00.000Z'),
      { closesAt: '2026-12-03T16:00:00.000Z' },
      true,
    ],
  ])('%s', (_what, now, kept, changes, isDue) => {
    expect(take(kept, now, changes) !== undefined).toBe(isDue);
  });

  test('is at nine by the clock there, before and after summer time ends', () => {
    const autumn = { opensAt: '2026-10-01T07:00:00.000Z', closesAt: '2026-10-29T16:00:00.000Z' };
    const at = (now: string) => take(noReminders, now, autumn) !== undefined;
    expect([at('2026-10-22T06:59:00.000Z'), at('2026-10-22T07:00:00.000Z')]).toEqual([false, true]);
    const dayBefore = { ...autumn, remindDaysBefore: [1] };
    const then = (now: string) => take(noReminders, now, dayBefore) !== undefined;
    expect([then('2026-10-28T07:59:00.000Z'), then('2026-10-28T08:00:00.000Z')]).toEqual([false, true]);
  });

  test('that an organiser asks for comes at any time, once a day', () => {
    const asked = (kept: JudgeReminders, notBefore: string, now: string) =>
      takeReminder(kept, { round, zone, nudge: { roundId: round.id, notBefore } }, now);
    const sent = asked(noReminders, '2026-11-10T09:00:00.000Z', '2026-11-10T09:00:00.000Z');
    expect(sent).toEqual({ count: 1, lastAt: '2026-11-10T09:00:00.000Z', taken: [] });
    expect(
      asked(sent ?? noReminders, '2026-11-10T10:00:00.000Z', '2026-11-10T10:00:00.000Z'),
    ).toBeUndefined();
    expect(
      asked(sent ?? noReminders, '2026-11-10T09:00:00.000Z', '2026-11-11T09:00:00.000Z'),
    ).toBeUndefined();
    expect(asked(noReminders, '2026-11-11T08:00:00.000Z', '2026-11-10T10:00:00.000Z')).toBeUndefined();
    const other = { roundId: 'pitch', notBefore: '2026-11-10T09:00:00.000Z' } as const;
    expect(
      takeReminder(noReminders, { round, zone, nudge: other }, '2026-11-10T09:00:00.000Z'),
    ).toBeUndefined();
  });

  test('that an organiser asks for on the day of one of the edition is that one too', () => {
    const nudge = { roundId: round.id, notBefore: '2026-11-20T08:00:00.000Z' };
    const sent = takeReminder(noReminders, { round, zone, nudge }, '2026-11-20T08:00:00.000Z');
    expect(sent?.taken).toEqual(week.taken);
    expect(take(sent ?? noReminders, '2026-11-23T08:00:00.000Z')).toBeUndefined();
  });
});

describe('who puts it off', () => {
  test.each<[string, number, string, string | undefined]>([
    ['until tomorrow hears of it then', 1, '2026-11-18T10:00:00.000Z', '2026-11-19T08:00:00.000Z'],
    [
      'on Friday until tomorrow hears of it on Monday',
      1,
      '2026-11-20T10:00:00.000Z',
      '2026-11-23T08:00:00.000Z',
    ],
    [
      'on Thursday for three days hears of it on Monday',
      3,
      '2026-11-19T10:00:00.000Z',
      '2026-11-23T08:00:00.000Z',
    ],
    [
      'past the closing hears of it on the last morning',
      3,
      '2026-11-25T10:00:00.000Z',
      '2026-11-27T08:00:00.000Z',
    ],
    ['on the day of the closing hears nothing more', 1, '2026-11-27T10:00:00.000Z', undefined],
    [
      'just after midnight until tomorrow skips a day',
      1,
      '2026-11-17T23:30:00.000Z',
      '2026-11-19T08:00:00.000Z',
    ],
  ])('%s', (_what, days, now, until) => {
    expect(snoozeUntil(days, round, zone, now)).toBe(until);
  });

  test('past a closing in the early morning hears of it the day before', () => {
    const early = { closesAt: '2026-11-27T07:30:00.000Z' };
    expect(snoozeUntil(3, early, zone, '2026-11-24T10:00:00.000Z')).toBe('2026-11-26T08:00:00.000Z');
  });

  test('is left alone until then, also by the edition, and hears of both in one', () => {
    const snoozed = { roundId: round.id, until: '2026-11-24T08:00:00.000Z' };
    const kept = { count: 1, lastAt: '2026-11-19T10:00:00.000Z', taken: [], snoozed };
    expect(take(kept, '2026-11-20T09:00:00.000Z')).toBeUndefined();
    expect(take(kept, '2026-11-24T08:00:00.000Z')).toEqual({
      count: 2,
      lastAt: '2026-11-24T08:00:00.000Z',
      taken: week.taken,
    });
  });

  test('in another round is not left alone in this one', () => {
    const kept = {
      ...noReminders,
      snoozed: { roundId: 'pitch', until: '2027-01-04T08:00:00.000Z' },
    } as const;
    expect(take(kept, '2026-11-20T09:00:00.000Z')).toBeDefined();
  });
});

const minutes = 60_000;
const clock = fc.array(
  fc.record({
    wait: fc.integer({ min: 1, max: 3 * 24 * 60 }),
    act: fc.constantFrom('tick', 'snooze-1', 'snooze-3', 'nudge', 'finish', 'undo'),
  }),
  { maxLength: 60 },
);

test('whatever happens when: one a day at most, in working hours, never to who is done', () => {
  fc.assert(
    fc.property(clock, fc.integer({ min: 0, max: 20 }), (steps, from) => {
      let now = new Date(Date.parse(round.opensAt) + from * 24 * 60 * minutes).toISOString();
      let kept = noReminders;
      let isDone = false;
      let notBefore: string | undefined;
      const sent: string[] = [];
      for (const { wait, act } of steps) {
        now = new Date(Date.parse(now) + wait * minutes).toISOString();
        if (act === 'finish') isDone = true;
        if (act === 'undo') isDone = false;
        if (act === 'nudge') notBefore = nextWorkingMoment(now, zone);
        const until = act.startsWith('snooze')
          ? snoozeUntil(Number(act.slice(-1)), round, zone, now)
          : undefined;
        if (until !== undefined) {
          expect(isWorkingMoment(until, zone) && until > now && until < round.closesAt).toBe(true);
          kept = { ...kept, snoozed: { roundId: round.id, until } };
        }
        const nudge = notBefore === undefined ? undefined : { roundId: round.id, notBefore };
        const after = isDone ? undefined : takeReminder(kept, { round, zone, nudge }, now);
        if (after === undefined) continue;
        kept = after;
        sent.push(now);
        expect(isWorkingMoment(now, zone) && now >= round.opensAt && now < round.closesAt).toBe(true);
      }
      const days = sent.map((at) => dayInZone(at, zone));
      expect(days).toEqual([...new Set(days)]);
      expect(kept.count).toBe(sent.length);
    }),
    effort(200, 5_000),
  );
});
