import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import en from '../../../bot/texts/en.json' with { type: 'json' };
import nl from '../../../bot/texts/nl.json' with { type: 'json' };
import asides from '../../../bot/conversation/reading/asides.json' with { type: 'json' };
import type { AsideId } from '../../../bot/conversation/reading/read-aside.ts';
import { asideText } from '../../../bot/conversation/asides.ts';
import { text } from '../../../bot/texts/texts.ts';
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
const untilTitle = ['hoi', 'eigen', 'ja'];
const untilCategory = [...untilTitle, 'Afvalcoach aan de deur', description];
const untilFinished = [...untilCategory, 'direct'];
const untilReview = [...untilFinished, 'maart 2025', 'klopt'];

async function said(...words: string[]): Promise<string> {
  for (const word of words) await chat.say(word);
  return (await chat.newest()).text;
}

describe('a question in the middle', () => {
  test.each([
    ['wanneer is de deadline?', 'Inzenden voor GemeenteDelers 2027 kan tot 21 januari 2027, 17.00 uur.'],
    ['Wie ziet dit?', 'lezen de organisatie en de jury uw inzending'],
    ['waar let de jury op?', 'Succesvol (25%), Waardevol (25%), Herbruikbaar (25%) en Inclusief (25%)'],
    ['welke categorieën zijn er?', 'twee categorieën'],
    ['hoe oud mag het zijn?', 'op of na 21 januari 2024'],
  ])('%s is answered, and the question stands again', async (asked, answer) => {
    await said(...untilFinished);
    const count = await chat.count();
    const seen = await said(asked);
    expect(seen).toContain(answer.replace('twee categorieën', '2 categorieën: Direct en Indirect'));
    expect(seen).toContain('Wanneer is het initiatief afgerond?');
    expect(await chat.count()).toBe(count + 1);
    expect(await said('maart 2025')).toContain('Bij wie kunnen we terecht');
  });

  test('one that is not known is offered to the organisers', async () => {
    const seen = await said(...untilFinished, 'hoe laat begint de lunch?');
    expect(seen).toContain('Dat weet ik niet. Wilt u het aan de organisatie vragen?');
    expect(seen).toContain('Wanneer is het initiatief afgerond?');
  });

  test('where any words are an answer, a question may be the title; it says how to undo it', async () => {
    const seen = await said(...untilTitle, 'Hoe houden we de wijk schoon?');
    expect((await chat.draft()).answers.title).toBe('Hoe houden we de wijk schoon?');
    expect(seen).toContain('Ik heb dit genoteerd bij “Titel”. Wilde u iets anders? Typ **terug**.');
    expect(await said('terug')).toContain('Hoe heet het initiatief?');
  });

  test('where any words are an answer, one that is plainly about the conversation is still answered', async () => {
    expect(await said(...untilTitle, 'wanneer is de deadline?')).toContain('kan tot 21 januari 2027');
    expect((await chat.draft()).answers.title).toBeUndefined();
  });

  test('before the opening, after the close and after handing in it is answered too', async () => {
    await said(...untilReview, 'dien in');
    expect(await said('waar let de jury op?')).toContain('Succesvol (25%)');
    place.setNow(place.edition.closesAt);
    expect(await said('wanneer is de deadline?')).toContain('kon tot 21 januari 2027, 17.00 uur');
    await changeEdition(place.world.store, place.edition, {
      opensAt: '2028-01-10T08:00:00.000Z',
      closesAt: '2028-03-10T08:00:00.000Z',
    });
    expect(await said('wanneer gaat het open?')).toContain('kan vanaf 10 januari 2028');
  });

  test.each(Object.keys(asides))('%s has an answer in both languages, in every phase', (aside) => {
    // @NOTE the keys of that very file are what an aside is
    const id = aside as AsideId;
    for (const at of ['2020-01-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z', '2030-01-01T00:00:00.000Z']) {
      for (const language of ['nl', 'en'] as const) {
        const { text: key, values } = asideText(id, place.edition, language, at);
        expect(text(language, key, values)).not.toMatch(/undefined|NaN|\{|\}/);
      }
    }
    expect([nl, en].map((texts) => Object.hasOwn(texts, `aside.${aside}`))).toEqual([true, true]);
  });
});

describe('a command in a sentence', () => {
  test.each([
    ['kunt u een stap terug gaan?', 'In welke categorie past het?'],
    ['ik wil graag even stoppen', 'Tot later'],
    ['help me even', 'Typ uw antwoord of tik op een knop.'],
  ])('%s', async (sentence, seen) => {
    expect(await said(...untilFinished, sentence)).toContain(seen);
  });

  test.each(['Terug naar de buurt', 'Stop met roken', 'verwijder mijn oude auto', 'Help elkaar'])(
    'as a title it is a title, with a word on how to undo it: %s',
    async (title) => {
      const seen = await said(...untilTitle, title);
      expect((await chat.draft()).answers.title).toBe(title);
      expect(seen).toContain('Ik heb dit genoteerd bij “Titel”. Wilde u iets anders? Typ **terug**.');
    },
  );

  test('a long text that begins with such a word is plainly an answer', async () => {
    const seen = await said(...untilTitle, 'Stop met roken, samen met alle huisartsen van de stad');
    expect(seen).not.toContain('Wilde u iets anders?');
  });
});

describe('a request', () => {
  test('the form: says where it is, with the card below', async () => {
    const seen = await said(...untilTitle, 'formulier');
    expect(seen).toContain('Tik op **Formulier**');
    expect(seen).toContain('Hoe heet het initiatief?');
  });

  test.each(['ik heb een vraag', 'wat moet ik nog beoordelen', 'geen herinneringen'])(
    'that nobody carries out here gets an honest sentence: %s',
    async (request) => {
      const seen = await said(...untilFinished, request);
      expect(seen).toMatch(/kan ik hier niet/);
      expect(seen).toContain('Wanneer is het initiatief afgerond?');
    },
  );

  test('changing or withdrawing what was handed in leads to the list', async () => {
    await said(...untilReview, 'dien in');
    expect(await said('trek mijn inzending in')).toContain('GD27-0001');
    expect(await said('wijzig mijn inzending')).toContain('GD27-0001');
  });
});

describe('leaving a question open', () => {
  beforeEach(async () => {
    const steps = place.edition.steps.flatMap((step) =>
      step.ask === 'category' ? [{ ask: 'proof' as const, optional: true }, step] : [step],
    );
    await changeEdition(place.world.store, place.edition, { steps });
  });

  test('is possible where the edition says so, and can be come back on', async () => {
    expect(await said(...untilCategory)).toContain('werkt');
    expect(await said('overslaan')).toContain('In welke categorie past het?');
    expect((await chat.draft()).skipped).toEqual(['proof']);
    await chat.say('terug');
    expect((await chat.draft()).step).toBe('proof');
    expect(await said('verder')).toContain('In welke categorie past het?');
    await said('terug', 'Het scheelt twintig procent afval.');
    expect((await chat.draft()).skipped).toBeUndefined();
    expect((await chat.draft()).answers.proof).toBe('Het scheelt twintig procent afval.');
  });

  test('a tap keeps what stood in the field, to be mended', async () => {
    await said(...untilCategory);
    const { id, revision } = await chat.draft();
    const reply = await chat.send('intake.skip', { draft: id, revision, step: 'proof', answer: 'kort' });
    expect(seenOn(cardOf(reply))).toContain('In welke categorie past het?');
    expect(await chat.draft()).toMatchObject({ skipped: ['proof'], attempts: { proof: { answer: 'kort' } } });
    expect(await said('direct', 'maart 2025', 'klopt')).toContain('Klopt alles?');
    await chat.say('dien in');
    expect(await place.submissions()).toMatchObject([{ proof: '' }]);
  });

  test('elsewhere it says why not, and what to do', async () => {
    const seen = await said(...untilTitle, 'overslaan');
    expect(seen).toContain('Deze vraag kunt u niet overslaan: de jury heeft het antwoord nodig.');
    expect(seen).toContain('Typ **stop**');
  });
});
