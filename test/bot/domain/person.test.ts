import { expect, test } from '@jest/globals';
import { seenAgain } from '../../../bot/domain/person.ts';

test.each([
  ['nobody knows when', undefined, '2027-03-01'],
  ['today', '2027-03-01', '2027-03-01'],
  ['six days ago', '2027-02-23', '2027-02-23'],
  ['a week ago', '2027-02-22', '2027-03-01'],
  ['a year ago', '2026-03-01', '2027-03-01'],
])('somebody who was seen %s and is here today', (_name, before, kept) => {
  expect(seenAgain(before, '2027-03-01')).toBe(kept);
});
