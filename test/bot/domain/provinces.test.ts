import { expect, test } from '@jest/globals';
import type { Participant } from '../../../bot/domain/submission/participant.ts';
import { provinceOf, provincesOf } from '../../../bot/domain/submission/participant.ts';

const across: Participant = { kind: 'partnership', name: 'Samen', members: ['GM0193', 'GM0363', 'GM0439'] };

test.each<[Participant, string[], string | undefined]>([
  [{ kind: 'municipality', code: 'GM0439' }, ['Noord-Holland'], 'Noord-Holland'],
  [across, ['Overijssel', 'Noord-Holland'], undefined],
  [{ kind: 'organisation', name: 'Waterschap' }, [], undefined],
])('%j is in each province of its municipalities', (participant, all, only) => {
  expect(provincesOf(participant)).toEqual(all);
  expect(provinceOf(participant)).toBe(only);
});
