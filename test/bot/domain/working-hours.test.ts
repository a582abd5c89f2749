import { describe, expect, test } from '@jest/globals';
import {
  isWorkingMoment,
  nextWorkingMoment,
  workingMorning,
  workingMorningFrom,
} from '../../../bot/domain/working-hours.ts';

const zone = 'Europe/Amsterdam';

test.each([
  ['Friday morning', '2026-11-20T08:00:00.000Z', true],
  ['a minute before nine', '2026-11-20T07:59:00.000Z', false],
  ['a minute before five', '2026-11-20T15:59:00.000Z', true],
  ['five o’clock', '2026-11-20T16:00:00.000Z', false],
  ['Saturday', '2026-11-21T10:00:00.000Z', false],
  ['Sunday', '2026-11-22T10:00:00.000Z', false],
  ['nine o’clock in summer', '2026-07-01T07:00:00.000Z', true],
  ['Christmas', '2026-12-25T10:00:00.000Z', false],
  ['Easter Monday', '2027-03-29T10:00:00.000Z', false],
  ['Ascension Day', '2027-05-06T10:00:00.000Z', false],
  ['Whit Monday', '2027-05-17T10:00:00.000Z', false],
  ['King’s Day', '2027-04-27T10:00:00.000Z', false],
  ['King’s Day on the Saturday before a Sunday', '2025-04-26T10:00:00.000Z', false],
  ['Liberation Day', '2027-05-05T10:00:00.000Z', false],
  ['Good Friday, on which town halls work', '2027-03-26T10:00:00.000Z', true],
])('%s', (_when, at, works) => {
  expect(isWorkingMoment(at, zone)).toBe(works);
});

describe('the working morning', () => {
  test.each([
    ['of a working day is its own', '2026-11-20', '2026-11-20T08:00:00.000Z'],
    ['of a Sunday is Friday’s', '2026-11-22', '2026-11-20T08:00:00.000Z'],
    ['of Easter Monday is Good Friday’s', '2027-03-29', '2027-03-26T08:00:00.000Z'],
    ['after the clock went forward is an hour earlier in UTC', '2026-03-30', '2026-03-30T07:00:00.000Z'],
    ['after the clock went back is an hour later in UTC', '2026-10-26', '2026-10-26T08:00:00.000Z'],
  ])('%s', (_which, day, at) => {
    expect(workingMorning(day, zone)).toBe(at);
  });
});

describe('the next working moment', () => {
  test.each([
    ['in working hours is that moment', '2026-11-20T10:12:00.000Z', '2026-11-20T10:12:00.000Z'],
    ['early in the morning is at nine', '2026-11-20T05:00:00.000Z', '2026-11-20T08:00:00.000Z'],
    ['on Friday evening is on Monday', '2026-11-20T16:00:00.000Z', '2026-11-23T08:00:00.000Z'],
    ['on Sunday is on Monday', '2026-11-22T12:00:00.000Z', '2026-11-23T08:00:00.000Z'],
    ['on the evening before Christmas is after it', '2026-12-24T17:00:00.000Z', '2026-12-28T08:00:00.000Z'],
    ['just after midnight there is that day', '2026-11-18T23:30:00.000Z', '2026-11-19T08:00:00.000Z'],
    ['over the night that the clock goes forward', '2026-03-28T12:00:00.000Z', '2026-03-30T07:00:00.000Z'],
  ])('%s', (_which, at, next) => {
    expect(nextWorkingMoment(at, zone)).toBe(next);
  });

  test('from a holiday on is the first working day after it', () => {
    expect(workingMorningFrom('2027-03-27', zone)).toBe('2027-03-30T07:00:00.000Z');
  });
});
