import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Chat, Place } from './chat.ts';
import { cardOf, openPlace } from './chat.ts';

/** What is kept for a while only, after that while. */

const day = 86_400_000;

let storeNow: number;
let place: Place;
let chat: Chat;

beforeEach(async () => {
  storeNow = Date.parse('2026-11-22T12:00:00.000Z');
  place = await openPlace(undefined, { storeNow: () => storeNow });
  chat = place.with();
});
afterEach(() => place.close());

async function said(...words: string[]): Promise<string> {
  for (const word of words) await chat.say(word);
  return (await chat.newest()).text;
}

test('what somebody works on is there however long they stay away', async () => {
  await said('hoi', 'eigen', 'ja', 'Reizende luisterpaal');
  storeNow += 400 * day;
  expect((await chat.draft()).answers.title).toBe('Reizende luisterpaal');
  expect(await said('verder')).toContain('Reizende luisterpaal');
  expect(await said('verwijder', 'ja')).toContain('Uw concept is verwijderd.');
});

test('what was thrown away is gone after a month, and the chat begins anew', async () => {
  await said('hoi', 'eigen', 'ja', 'Reizende luisterpaal');
  const { card } = await chat.newest();
  await said('verwijder', 'ja');
  const [{ id: thrown } = { id: '' }] = await chat.drafts();
  const { nextMessage } = await chat.chat();
  storeNow += 31 * day;
  expect(await chat.drafts()).toEqual([]);
  expect(await chat.tap('Terug', {}, card)).toMatchObject({ kind: 'error', code: 'not-found' });
  expect(await said('hoi')).toContain('Waar is uw gemeente trots op?');
  expect((await chat.draft()).id).not.toBe(thrown);
  expect((await chat.chat()).nextMessage).toBeGreaterThan(nextMessage);
  expect(await said('eigen', 'ja', 'Luisterpaal op wielen')).toContain('Luisterpaal op wielen');
});

test('a question that has been answered is a line for a month, and in between nothing is lost', async () => {
  await said('hoi', 'eigen', 'ja');
  await chat.say('Reizende luisterpaal');
  const names = async () => (await chat.messages()).map(({ name }) => name);
  const all = await names();
  storeNow += 31 * day;
  const kept = await names();
  expect(all).toEqual(expect.arrayContaining(kept));
  expect(kept.at(-1)).toBe(all.at(-1));
  await said('Een omgebouwde praatpaal reist langs de wijken.');
  expect((await names()).filter((name) => all.includes(name))).toEqual(kept);
  expect(cardOf(await chat.tap('Terug'))).toBeDefined();
});
