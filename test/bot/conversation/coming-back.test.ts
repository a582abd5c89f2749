import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { EditionStep } from '../../../bot/domain/edition/edition.ts';
import type { Chat, Place } from './chat.ts';
import { cardOf, changeEdition, openPlace, seenOn } from './chat.ts';

let place: Place;
let chat: Chat;

beforeEach(async () => {
  place = await openPlace();
  chat = place.with();
});
afterEach(() => place.close());

const description = 'Wij gaan bij bewoners langs en leggen uit hoe afval scheiden werkt.';
const untilDescription = ['hoi', 'eigen', 'ja', 'Afvalcoach aan de deur'];
const untilReview = [...untilDescription, description, 'direct', 'maart 2025', 'klopt'];

async function said(...words: string[]): Promise<string> {
  for (const word of words) await chat.say(word);
  return (await chat.newest()).text;
}

describe('whoever comes back', () => {
  test('a week later, after a restart, hears where they were', async () => {
    await said(...untilDescription);
    place.setNow('2026-11-29T12:00:00.000Z');
    await place.restart();
    const seen = await said('hoi');
    expect(seen).toContain('Welkom terug. U was bij stap 4 van 8');
    expect(seen).toContain('Wat hebt u gedaan');
  });

  test('at the overview hears that it is not handed in yet', async () => {
    expect(await said(...untilReview, 'hoi')).toContain(
      'Welkom terug. Alles is ingevuld, maar nog niet ingediend.',
    );
  });
});

describe('a question that was added since', () => {
  const added: EditionStep = { ask: 'proof' };
  const add = () =>
    changeEdition(place.world.store, place.edition, { steps: [...place.edition.steps, added] });

  test('is asked before handing in, with a word on why', async () => {
    await said(...untilReview);
    const { card } = await chat.newest();
    await add();
    const seen = seenOn(cardOf(await chat.tap('Dien in', {}, card)));
    expect(seen).toContain('Deze vraag is erbij gekomen sinds u hier was.');
    expect(await place.submissions()).toEqual([]);
    expect(await said('Het scheelt twintig procent afval.')).toContain('Klopt alles?');
    await chat.say('dien in');
    expect(await place.submissions()).toMatchObject([{ proof: 'Het scheelt twintig procent afval.' }]);
  });

  test('is told of once', async () => {
    await said(...untilReview);
    await add();
    expect(await said('hoi')).toContain('Deze vraag is erbij gekomen');
    expect(await said('hoi')).toContain('Welkom terug. U was bij stap 8 van 9');
  });

  test('is no news to who begins after it', async () => {
    await add();
    const seen = await said(...untilReview);
    expect((await chat.draft()).step).toBe('proof');
    expect(seen).not.toContain('erbij gekomen');
  });
});

describe('stop', () => {
  test('says until when it can be finished, and that reminders come', async () => {
    const seen = await said(...untilDescription, 'stop');
    expect(seen).toContain('tot 21 januari 2027, 17.00 uur');
    expect(seen).toContain('Ik herinner u 7 dagen en 1 dag voor het sluiten.');
  });

  test('promises only what is still to come', async () => {
    await said(...untilDescription);
    place.setNow('2027-01-18T12:00:00.000Z');
    expect(await said('stop')).toContain('Ik herinner u 1 dag voor het sluiten.');
    place.setNow('2027-01-21T10:00:00.000Z');
    expect(await said('verder', 'stop')).not.toContain('herinner');
  });
});

describe('when nothing can be handed in', () => {
  test('before the opening: when, and what can be done', async () => {
    await changeEdition(place.world.store, place.edition, { opensAt: '2026-12-01T08:00:00.000Z' });
    const seen = await said('hoi');
    expect(seen).toContain('kan vanaf 1 december 2026, 09.00 uur. Typ **hoi** als het zover is');
    expect(seen).toContain('Wilt u alvast iets klaarleggen?');
  });

  test('after the close: what was entered is read back whole, and waits', async () => {
    await said(...untilReview);
    place.setNow(place.edition.closesAt);
    const seen = await said('dien in');
    expect(seen).toContain('kon tot 21 januari 2027, 17.00 uur');
    expect(seen).toContain(description);
    expect(await place.submissions()).toEqual([]);
  });

  test('help says what can be done, then too', async () => {
    place.setNow(place.edition.closesAt);
    expect(await said('help')).toContain(
      'Ik help u een initiatief in te zenden voor GemeenteDelers 2027. Dat kon',
    );
  });
});
