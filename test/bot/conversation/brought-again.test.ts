import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Chat, Place } from './chat.ts';
import { cardOf, openPlace, seenOn } from './chat.ts';
import { atForm } from './form-place.ts';

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

test('a stop does not stop what went on in the form since', async () => {
  const { chat: stopped, opened, send } = await atForm(place);
  const form = await opened();
  await stopped.tap('Stop');
  // No answer, so nothing but going on.
  await send(form, { 'contact.mail': 'geen' }, /later/);
  const before = await stopped.draft();
  expect([before.paused, before.answers]).toEqual([undefined, {}]);
  await stopped.again();
  expect(await stopped.draft()).toEqual(before);
});
