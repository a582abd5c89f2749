import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Chat, Place } from './chat.ts';
import { cardOf, changeEdition, openPlace, sanne, seenOn } from './chat.ts';

let place: Place;
let chat: Chat;

beforeEach(async () => {
  place = await openPlace();
  chat = place.with();
});
afterEach(() => place.close());

const description = 'Wij gaan bij bewoners langs en leggen uit hoe afval scheiden werkt.';

async function said(...words: string[]): Promise<string> {
  for (const word of words) await chat.say(word);
  return (await chat.newest()).text;
}

const untilTitle = ['hoi', 'eigen', 'ja'];
const untilFinished = [...untilTitle, 'Afvalcoach aan de deur', description, 'direct'];
const untilReview = [...untilFinished, 'maart 2025', 'klopt'];

describe('input that is no answer gets a sentence that says what to do, and loses nothing', () => {
  test.each([
    ['nothing', '   ', 'Ik zie nog geen antwoord.'],
    ['20,000 characters', 'a'.repeat(20_000), 'De titel is 19.880 tekens te lang; er passen 120 tekens.'],
    ['an emoji', '🚗🚗🚗', 'Een titel heeft woorden nodig'],
    ['one letter', 'x', 'Een titel heeft woorden nodig'],
  ])('as a title: %s', async (_name, typed, sentence) => {
    const seen = await said(...untilTitle, typed);
    expect(seen).toContain(sentence);
    expect(seen).toContain('Hoe heet het initiatief?');
    expect(seen).toContain('Deelnemer: Utrecht');
  });

  test('a sticker or a file', async () => {
    await said(...untilTitle);
    await chat.say('', { hasAttachment: true });
    expect((await chat.newest()).text).toContain('Een sticker, foto of bestand kan ik niet lezen.');
  });

  test('HTML and Markdown are kept as typed', async () => {
    const title = '**Slim** <b onclick="x">parkeren</b> [hier](http://x) ${x}';
    await said(...untilTitle, title);
    expect((await chat.draft()).answers.title).toBe(title);
    expect((await chat.newest()).text).not.toContain('**Slim**');
    const { card } = await chat.newest();
    await chat.tap('Terug', {}, card);
    expect(JSON.stringify((await chat.newest()).card)).toContain(JSON.stringify(title));
  });

  test('what was too long stands in the field again, to be shortened', async () => {
    const long = `Een titel ${'die te lang is '.repeat(10)}`.trim();
    await said(...untilTitle, long);
    expect(JSON.stringify((await chat.newest()).card)).toContain(long);
    await chat.tap('Verder', { answer: 'Een titel die past' });
    expect((await chat.draft()).answers.title).toBe('Een titel die past');
  });

  test('a municipality that does not exist: the nearest three to tap', async () => {
    const seen = await said('hoi', 'andere', 'Nijmwegen aan Zee');
    expect(seen).toContain('Ik ken geen gemeente “Nijmwegen aan Zee”.');
    await chat.say('1');
    expect((await chat.draft()).answers.participant).toEqual({ kind: 'municipality', code: 'GM0268' });
  });

  test('a name of two municipalities: choose', async () => {
    expect(await said('hoi', 'andere', 'Bergen')).toContain('kan meer dan één gemeente zijn');
    await chat.tap(/Bergen \(L\.\)/);
    expect((await chat.draft()).answers.participant).toEqual({ kind: 'municipality', code: 'GM0893' });
  });

  test('too long ago: says which date counts, and takes the right one at once', async () => {
    const seen = await said(...untilFinished, 'maart 2022');
    expect(seen).toContain(
      'Dit initiatief is afgerond in maart 2022. Meedoen kan als het op of na 21 januari 2024 is afgerond.',
    );
    expect((await chat.draft()).answers.finished).toBeUndefined();
    expect(await said('maart 2025')).toContain('Bij wie kunnen we terecht');
  });

  test('in the future, and not finished yet', async () => {
    expect(await said(...untilFinished, 'maart 2027')).toContain('Dat is na vandaag (22 november 2026).');
    expect(await said('nog mee bezig')).toContain('Meedoen kan met een initiatief dat klaar is');
    expect(await said('zie bijlage')).toContain('Hier kan ik geen datum in vinden.');
  });

  test.each([
    ['Jan Jansen', 'Er is nog geen mailadres.'],
    ['Jan Jansen, jan@', 'is geen volledig mailadres'],
  ])('a contact without a whole address: %s', async (typed, sentence) => {
    expect(await said(...untilFinished, 'maart 2025', typed)).toContain(sentence);
    await chat.say('Jan Jansen, jan@zwolle.nl');
    expect((await chat.draft()).answers.contact).toEqual({ name: 'Jan Jansen', mail: 'jan@zwolle.nl' });
  });
});

describe('words that work everywhere', () => {
  test('terug, at the first question and after', async () => {
    expect(await said('hoi', 'terug')).toContain('Dit is de eerste vraag.');
    expect(await said('eigen', 'trug')).toContain('Van wie is het initiatief?');
    expect(await said('verder')).toContain('Bij welke gemeente werkt u?');
  });

  test('stop keeps everything and offers to go on', async () => {
    expect(await said(...untilTitle, 'STOP')).toContain('Uw 2 antwoorden zijn bewaard.');
    expect(seenOn(cardOf(await chat.tap('Ga verder')))).toContain('Hoe heet het initiatief?');
    await chat.say('stop');
    expect(await said('Afvalcoach aan de deur')).toContain('Wat hebt u gedaan');
  });

  test('stop and terug keep what stood in the field', async () => {
    await said(...untilTitle);
    await chat.tap('Stop', { answer: 'Een mooie titel' });
    expect((await chat.draft()).answers.title).toBe('Een mooie titel');
    await chat.tap('Ga verder');
    await chat.tap('Terug', { answer: '🚗' });
    expect((await chat.draft()).attempts).toEqual({ title: { answer: '🚗' } });
    expect((await chat.draft()).answers.title).toBe('Een mooie titel');
  });

  test('help says what can be typed, and the question stands', async () => {
    const seen = await said(...untilTitle, 'Help!');
    expect(seen).toContain('tot 21 januari 2027, 17.00 uur');
    expect(seen).toContain('Hoe heet het initiatief?');
  });

  test('opnieuw asks once', async () => {
    expect(await said(...untilTitle, 'opnieuw')).toContain('Opnieuw beginnen?');
    expect(await said('nee')).toContain('Alles staat er nog.');
    expect((await chat.draft()).answers).toEqual({
      whose: 'own',
      participant: { kind: 'municipality', code: 'GM0344' },
    });
    expect(await said('opnieuw', 'ja')).toContain('U begint opnieuw.');
    expect((await chat.draft()).answers).toEqual({});
    expect((await chat.drafts()).map(({ status }) => status).sort()).toEqual(['discarded', 'open']);
  });

  test('opnieuw, tapped, and the old card afterwards', async () => {
    await said(...untilTitle);
    const { card: old } = await chat.newest();
    await chat.say('opnieuw');
    const fresh = cardOf(await chat.tap('Ja, begin opnieuw'));
    expect(seenOn(fresh)).toContain('Van wie is het initiatief?');
    expect(await chat.again()).toEqual({ kind: 'card', card: fresh });
    expect(seenOn(cardOf(await chat.tap('Verder', { answer: 'Oude titel' }, old)))).toContain(
      'Typ **verder**',
    );
    expect((await chat.draft()).answers).toEqual({});
  });

  test('overslaan is not possible, and says why', async () => {
    expect(await said(...untilTitle, 'sla over')).toContain('Deze vraag kunt u niet overslaan');
  });

  test('dien in before everything is answered leads to what is missing', async () => {
    expect(await said(...untilTitle, 'dien in')).toContain('Deze vraag is nog niet beantwoord.');
  });
});

describe('the overview', () => {
  test('changes one line and comes back', async () => {
    expect(await said(...untilReview, 'wijzig de titel')).toContain('Hoe heet het initiatief?');
    expect(await said('Een betere titel')).toContain('Klopt alles?');
    await chat.tap('Wijzig Afgerond');
    expect(await said('terug')).toContain('Klopt alles?');
    expect((await chat.draft()).answers).toMatchObject({
      title: 'Een betere titel',
      finished: { from: '2025-03-01' },
    });
  });

  test('another whose asks the municipality anew', async () => {
    await said(...untilReview);
    await chat.tap('Wijzig Initiatief van');
    await chat.tap(/^Een andere gemeente/);
    expect((await chat.newest()).text).toContain('Welke gemeente draagt u voor?');
    expect(await said('Zwolle')).toContain('Klopt alles?');
  });

  test('what is not understood hands nothing in', async () => {
    expect(await said(...untilReview, 'misschien')).toContain('Klopt alles? Tik op');
    expect(await said('nee')).toContain('Wat wilt u veranderen?');
    expect(await place.submissions()).toEqual([]);
  });
});

describe('after handing in', () => {
  test('a greeting offers another one and the list', async () => {
    await said(...untilReview, 'dien in');
    const seen = await said('hoi');
    expect(seen).toContain('U hebt uw initiatief ingediend');
    expect(await chat.tap('Zend nog een initiatief in')).toEqual({
      kind: 'message',
      text: 'Ga hieronder verder.',
    });
    expect((await chat.newest()).text).toContain('Van wie is het initiatief?');
    const count = await chat.count();
    await chat.again();
    expect(await chat.count()).toBe(count);
    expect(await said('mijn inzendingen')).toContain('GD27-0001 · Afvalcoach aan de deur');
  });

  test('the same button begins another one each time', async () => {
    await said(...untilReview, 'dien in');
    const { card } = await chat.newest();
    for (const _time of [1, 2]) {
      await chat.tap('Zend nog een initiatief in', {}, card);
      await said(...untilReview.slice(1), 'dien in');
    }
    expect(await place.submissions()).toHaveLength(3);
  });

  test('the receipt leads to the list and back', async () => {
    await said(...untilReview, 'dien in');
    const receipt = (await chat.newest()).card;
    const list = cardOf(await chat.tap('Mijn inzendingen', {}, receipt));
    expect(seenOn(list)).toContain('GD27-0001');
    expect(cardOf(await chat.tap('Terug naar het ontvangstbewijs', {}, list))).toEqual(receipt);
  });

  test('a card from before says that it was handed in', async () => {
    await said(...untilReview);
    const { card } = await chat.newest();
    await chat.tap('Dien in', {}, card);
    const seen = seenOn(cardOf(await chat.tap('Wijzig Titel', {}, card)));
    expect(seen).toContain('Dit initiatief hebt u al ingediend.');
    expect(seen).toContain('GD27-0001');
  });
});

describe('outside the edition', () => {
  test('before it opens: when it does', async () => {
    await changeEdition(place.world.store, place.edition, { opensAt: '2026-12-01T08:00:00.000Z' });
    await chat.arrive();
    expect((await chat.newest()).text).toContain('kan vanaf 1 december 2026, 09.00 uur');
    place.setNow('2026-12-02T08:00:00.000Z');
    expect(await said('hoi')).toContain('Waar is uw gemeente trots op?');
  });

  test('after it closed: what was entered is kept, nothing can be handed in', async () => {
    await said(...untilReview);
    const { card } = await chat.newest();
    place.setNow(place.edition.closesAt);
    expect(seenOn(cardOf(await chat.tap('Dien in', {}, card)))).toContain(
      'is niet ingediend, maar blijft bewaard',
    );
    expect(await said('dien in')).toContain('kon tot 21 januari 2027, 17.00 uur');
    expect(await place.submissions()).toEqual([]);
    expect((await chat.draft()).answers.title).toBe('Afvalcoach aan de deur');
  });

  test('the moment of first receipt counts', async () => {
    await said(...untilReview);
    const at = new Date(Date.parse(place.edition.closesAt) - 1).toISOString();
    place.setNow(place.edition.closesAt);
    await chat.say('dien in', { at });
    expect(await place.submissions()).toMatchObject([{ submittedAt: at }]);
  });

  test('a draft goes along to the next edition', async () => {
    await said(...untilReview);
    const [category] = place.edition.categories;
    if (category === undefined) throw new Error('no category');
    await changeEdition(place.world.store, place.edition, {
      categories: [{ ...category, id: 'other', name: { nl: 'Anders' } }],
    });
    expect(await said('hoi')).toContain('In welke categorie past het?');
    expect(await said('anders')).toContain('Klopt alles?');
  });
});

describe('what is tampered with', () => {
  test("another's draft is as unknown as one that never was", async () => {
    await said(...untilTitle);
    const { id, revision } = await chat.draft();
    const other = place.with({ ...sanne, objectId: 'mehmet' });
    await other.say('hoi');
    const data = { revision, step: 'title', answer: 'Gekaapt' };
    const foreign = await other.send('intake.answer', { draft: id, ...data });
    expect(foreign).toEqual(await other.send('intake.answer', { draft: 'never-was', ...data }));
    expect(foreign).toMatchObject({ kind: 'error', code: 'not-found' });
    expect((await chat.draft()).answers.title).toBeUndefined();
    expect(await other.send('intake.receipt', { submission: id })).toMatchObject({ kind: 'error' });
  });

  test.each([
    ['no data', 'intake.answer', {}],
    ['a verb that is none', 'intake.win', {}],
    ['a list for an id', 'intake.answer', { draft: ['x'], revision: 0, step: 'whose' }],
    ['a path for an id', 'intake.answer', { draft: '../person', revision: 0, step: 'whose' }],
    ['a revision that is none', 'intake.answer', { draft: 'draft-1', revision: 1.5, step: 'whose' }],
    [
      'a megabyte',
      'intake.answer',
      { draft: 'draft-1', revision: 0, step: 'whose', answer: 'x'.repeat(1_000_000) },
    ],
  ])('%s: a sentence, and nothing is stored', async (_name, verb, data) => {
    await chat.say('hoi');
    const before = await chat.drafts();
    expect(await chat.send(verb, data)).toMatchObject({
      kind: 'error',
      text: expect.stringContaining('Typ verder'),
    });
    expect(await chat.drafts()).toEqual(before);
  });

  test('an option, a line or a step that does not exist changes nothing', async () => {
    await chat.say('hoi');
    const { id } = await chat.draft();
    for (const [verb, more] of [
      ['intake.answer', { step: 'whose', choice: 'all of them' }],
      ['intake.change', { step: 'whose', line: 'number' }],
      ['intake.answer', { step: 'review', choice: 'own' }],
      ['intake.hand-in', { step: 'whose' }],
      ['intake.start-over', { step: 'whose' }],
    ] as const) {
      expect(await chat.send(verb, { draft: id, revision: 0, ...more })).toMatchObject({ kind: 'card' });
      expect((await chat.draft()).answers).toEqual({});
    }
    expect(await place.submissions()).toEqual([]);
  });
});

test('who somebody is, is kept up to date', async () => {
  await chat.say('hoi');
  const moved = place.with({
    ...sanne,
    language: 'en',
    mail: undefined,
    chat: { serviceUrl: 'https://new/', conversationId: 'new' },
  });
  await moved.say('own');
  expect((await moved.newest()).text).toContain('Which municipality do you work for?');
  expect((await moved.newest()).text).toContain('Utrecht');
});
