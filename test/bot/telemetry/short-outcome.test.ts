import { expect, test } from '@jest/globals';
import { shortOutcome } from '../../../bot/telemetry/short-outcome.ts';

test.each([
  ['said', 'done', 'done'],
  ['tapped', 'late', 'late'],
  ['tapped', 'said no: conflict', 'said no'],
  ['refused', 'token-signature', 'refused'],
  ['refused', 'failed', 'failed'],
  ['ignored', 'message of another channel by Sanne', 'ignored'],
  ['said', 'something that nobody thought of', 'other'],
])('a turn of the kind %s that ended with "%s" counts as %s', (kind, outcome, short) => {
  expect(shortOutcome(kind, outcome)).toBe(short);
});
