import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Chat, Place } from './chat.ts';
import { cardOf, openPlace, seenOn } from './chat.ts';

let place: Place;
let chat: Chat;

beforeEach(async () => {
  place = await openPlace();
  chat = place.with();
});
afterEach(() => place.close());

const secret = 'Afvalcoach Marjolein aan de deur';
const untilDescription = ['hoi', 'eigen', 'ja', secret];

async function said(...words: string[]): Promise<string> {
  for (const word of words) await chat.say(word);
  return (await chat.newest()).text;
}

/** Everything that is stored, of everybody. */
async function stored(): Promise<string> {
  const { changes } = await place.world.store.readFeed('all', null, 1_000_000);
  return JSON.stringify(changes);
}

describe('verwijder', () => {
  test('asks once, and says that it can not be undone', async () => {
    const seen = await said(...untilDescription, 'verwijder');
    expect(seen).toContain('Alles verwijderen?');
    expect(seen).toContain('Dat kunt u niet terugdraaien.');
    expect((await chat.draft()).answers.title).toBe(secret);
    expect(await said('nee')).toContain('Alles staat er nog.');
  });

  test('leaves nothing of what was typed in the store', async () => {
    await said(...untilDescription, 'kort Marjolein', 'terug');
    await chat.tap('Terug', { answer: 'Marjolein 🚗'.repeat(20) });
    expect(await stored()).toContain('Marjolein');
    const count = await chat.count();
    expect(await said('verwijder', 'ja')).toContain('Uw concept is verwijderd.');
    expect(await chat.count()).toBe(count + 2);
    expect(await stored()).not.toContain('Marjolein');
    expect(await chat.draft()).toMatchObject({ status: 'discarded', answers: {} });
    expect((await chat.messages()).map((message) => message.text)).toContain('Verwijderd');
  });

  test('by buttons, once, however often it is tapped', async () => {
    await said(...untilDescription);
    const asking = cardOf(await chat.tap('Verwijder', {}, cardOf(await chat.tap('Stop'))));
    const count = await chat.count();
    expect(seenOn(cardOf(await chat.tap('Nee, bewaren', {}, asking)))).toContain('Alles staat er nog.');
    const stale = seenOn(cardOf(await chat.tap('Verwijderen', {}, asking)));
    expect(stale).toContain('Wat hebt u gedaan');
    const { card } = await askAgain();
    const deleted = cardOf(await chat.tap('Verwijderen', {}, card));
    expect(seenOn(deleted)).toContain('Uw concept is verwijderd.');
    expect(await chat.again()).toEqual({ kind: 'card', card: deleted });
    expect(await chat.count()).toBe(count + 1);
    expect(await stored()).not.toContain('Marjolein');
  });

  async function askAgain() {
    await chat.say('verwijder');
    return chat.newest();
  }

  test('the same word twice deletes nothing: it may have been sent twice', async () => {
    expect(await said(...untilDescription, 'verwijder', 'verwijder')).toContain('Alles verwijderen?');
    expect((await chat.draft()).answers.title).toBe(secret);
  });

  test('what is said next begins anew', async () => {
    const seen = await said(...untilDescription, 'verwijder', 'verwijderen', 'hoi');
    expect(seen).toContain('Van wie is het initiatief?');
    expect((await chat.drafts()).map(({ status }) => status).sort()).toEqual(['discarded', 'open']);
  });

  test('works after the close, when what was entered can still be read', async () => {
    await said(...untilDescription);
    place.setNow(place.edition.closesAt);
    const seen = await said('hoi');
    expect(seen).toContain('blijft bewaard');
    expect(seen).toContain(secret);
    expect(seenOn(cardOf(await chat.tap('Verwijder')))).toContain('Alles verwijderen?');
    expect(await said('ja')).toContain('Uw concept is verwijderd.');
    expect(await stored()).not.toContain('Marjolein');
  });

  test('with nothing to delete it says so', async () => {
    await said(...untilDescription, 'verwijder', 'ja');
    expect(await said('verwijder')).toContain('U hebt geen concept dat u kunt verwijderen.');
  });

  test('reaches lines of long ago, when there are hundreds', async () => {
    await chat.say('hoi');
    for (let time = 0; time < 70; time += 1)
      await said('eigen', 'ja', `${secret} ${String(time)}`, 'opnieuw', 'nee');
    await said('verwijder', 'ja');
    expect(await stored()).not.toContain('Marjolein');
  });

  test('when the process dies halfway, nothing is said to be gone that is not', async () => {
    await said(...untilDescription, 'verwijder');
    place.failCommits((partition) => partition.startsWith('person:'));
    await expect(chat.say('ja')).rejects.toThrow('disk');
    place.failCommits(undefined);
    await place.restart();
    expect((await chat.draft()).answers.title).toBe(secret);
    await chat.again();
    expect((await chat.newest()).text).toContain('Uw concept is verwijderd.');
    expect(await stored()).not.toContain('Marjolein');
  });
});

test('opnieuw throws away as thoroughly', async () => {
  await said(...untilDescription, 'opnieuw', 'ja');
  expect(await stored()).not.toContain('Marjolein');
  expect((await chat.newest()).text).toContain('Van wie is het initiatief?');
});
