import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Chat, Place } from './chat.ts';
import { cardOf, openPlace, seenOn } from './chat.ts';

/** Teams brings a tap again when it heard no answer: that is not somebody who insists. */

let place: Place;
let chat: Chat;

beforeEach(async () => {
  place = await openPlace();
  chat = place.with();
});
afterEach(() => place.close());

test('a name that is known nowhere is not confirmed by the same tap, but is by another one', async () => {
  for (const word of ['hoi', 'eigen']) await chat.say(word);
  const first = cardOf(await chat.tap('Verder', { answer: '2020' }));
  const before = await chat.draft();
  expect(before).toMatchObject({ step: 'participant', answers: { whose: 'own' } });
  expect(await chat.again()).toEqual({ kind: 'card', card: first });
  expect(await chat.draft()).toEqual(before);
  expect(seenOn(first)).toContain('2020');
  await chat.tap('Verder', { answer: '2020' }, first);
  expect((await chat.draft()).answers.participant).toEqual({ kind: 'organisation', name: '2020' });
});
