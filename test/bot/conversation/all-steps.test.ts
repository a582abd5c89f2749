import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Similar } from '../../../bot/use-cases/submitting/find-similar.ts';
import { exampleConsent } from '../../teams/example/intake.ts';
import type { Chat, Place } from './chat.ts';
import { cardOf, openPlace, sanne, seenOn } from './chat.ts';

/** The intake of an edition that asks all there is to ask. */

const luisterpaal: Similar = {
  kind: 'practice',
  id: 'luisterpaal',
  title: 'Luisterpaal',
  municipality: 'Zwolle',
  editionName: 'GemeenteDelers 2022/23',
  score: 0.9,
  why: ['luisterpaal'],
};

let place: Place;
let chat: Chat;
let resembling: Similar[];
beforeEach(async () => {
  resembling = [];
  place = await openPlace(undefined, { edition: {}, similar: { find: () => resembling } });
  chat = place.with();
});
afterEach(() => place.close());

const description = 'Wij gaan bij bewoners langs en leggen uit hoe afval scheiden werkt.';
const proof = 'De hoeveelheid restafval daalde in een jaar met 30 procent.';
const allYes = { finished: 'yes', successful: 'yes', relevant: 'yes', valuable: 'yes', scalable: 'yes' };

/** What is asked, and what is typed there. */
const typed: [question: string, answer: string][] = [
  ['Van wie is het initiatief?', 'eigen'],
  ['Bij welke gemeente werkt u?', 'ja'],
  ['Wie werkten er nog meer aan mee?', 'Zwolle en Waterschap Rijnland'],
  ['Toegevoegd: Zwolle en Waterschap Rijnland', 'verder'],
  ['Hoe heet het initiatief?', 'Afvalcoach aan de deur'],
  ['Wat hebt u gedaan en wat levert het op?', description],
  ['In welke categorie past het?', 'direct'],
  ['Wanneer is het initiatief afgerond?', 'maart 2025'],
  ['Waaruit blijkt dat het werkt?', proof],
  ['Voldoet het aan de voorwaarden?', 'alles ja behalve 5, weet ik niet'],
  ['Waar kunnen mensen er meer over lezen?', 'https://www.utrecht.nl/afvalcoach'],
  ['Bij wie kunnen we terecht met vragen?', 'Sanne de Wit, projectleider, sanne@utrecht.nl, 06-12345678'],
  ['Gaat u akkoord?', 'akkoord'],
];

const entered = {
  whose: 'own',
  participant: { kind: 'municipality', code: 'GM0344' },
  partners: [
    { kind: 'municipality', code: 'GM0193' },
    { kind: 'organisation', name: 'Waterschap Rijnland' },
  ],
  title: 'Afvalcoach aan de deur',
  description,
  categoryId: 'direct',
  finished: { from: '2025-03-01', to: '2025-03-31' },
  proof,
  conditions: { ...allYes, scalable: 'unsure' },
  own: { 'own-website': 'https://www.utrecht.nl/afvalcoach' },
  contact: { name: 'Sanne de Wit', role: 'projectleider', mail: 'sanne@utrecht.nl', phone: '+31612345678' },
};

async function sayAll(answers: readonly string[]): Promise<void> {
  for (const answer of answers) await chat.say(answer);
}

/** Until that question stands. */
async function sayUntil(question: string): Promise<void> {
  await chat.say('hoi');
  for (const [asked, answer] of typed) {
    if (asked === question) return;
    await chat.say(answer);
  }
}

async function seen(): Promise<string> {
  return (await chat.newest()).text;
}

describe('everything that can be asked', () => {
  test('typed: one message a step, each with its question, and all of it handed in', async () => {
    await chat.say('hoi');
    for (const [question, answer] of typed) {
      expect(await seen()).toContain(question);
      const before = await chat.count();
      await chat.say(answer);
      expect((await chat.count()) - before).toBe(1);
    }
    expect(await seen()).toContain('Klopt alles?');
    await chat.say('dien in');
    const [submission] = await place.submissions();
    expect(submission).toMatchObject(entered);
    expect(submission?.consent).toEqual({ givenAt: place.world.now(), statement: exampleConsent.nl });
  });

  test('tapped: one message, with skipping where that is allowed', async () => {
    await chat.arrive();
    const taps: [title: string | RegExp, inputs?: Record<string, string>][] = [
      [/^Mijn eigen gemeente/],
      [/^Utrecht/],
      ['Geen partners'],
      ['Verder', { answer: entered.title }],
      ['Verder', { answer: description }],
      [/^1\. Direct/],
      ['Verder', { answer: 'maart 2025' }],
      ['Verder', { answer: proof }],
      ['Ja op alle vragen'],
      ['Overslaan'],
      ['Verder'],
      ['Verder', { agree: 'true' }],
      ['Dien in'],
    ];
    for (const [title, inputs] of taps) cardOf(await chat.tap(title, inputs));
    expect(await place.submissions()).toMatchObject([
      { ...entered, partners: [], own: {}, conditions: allYes, contact: { name: 'Sanne de Wit' } },
    ]);
  });

  test('in English, of a partnership that is nominated', async () => {
    chat = place.with({
      ...sanne,
      objectId: 'anouk',
      name: 'Anouk Jansen',
      mail: 'a@denhaag.example',
      language: 'en',
    });
    await sayAll(['hello', 'another', 'Maassluis, Vlaardingen and Schiedam']);
    expect(await seen()).toContain('I understood a partnership of Maassluis, Vlaardingen en Schiedam.');
    await sayAll(['none', 'Door to door', description, '2', 'Q3 2024', proof, 'all yes', 'skip', 'yes']);
    expect(await seen()).toContain('Who can we contact there?');
    await sayAll(['Jan Smit, jan@schiedam.nl']);
    expect(await seen()).toContain('step 13 of 14');
    await sayAll(['I agree', 'submit']);
    expect(await place.submissions()).toMatchObject([
      {
        whose: 'nominated',
        participant: {
          kind: 'partnership',
          name: 'Maassluis, Vlaardingen en Schiedam',
          members: ['GM0556', 'GM0622', 'GM0606'],
        },
        contact: { name: 'Anouk Jansen', mail: 'a@denhaag.example' },
        contactThere: { name: 'Jan Smit', mail: 'jan@schiedam.nl' },
        consent: { statement: exampleConsent.en },
      },
    ]);
  });

  test('the overview has a line for each question, also for what was left open, and each can be changed', async () => {
    await sayUntil('Waar kunnen mensen er meer over lezen?');
    await sayAll(['overslaan', 'ja', 'ja']);
    const { text } = await chat.newest();
    for (const line of ['Partners', 'Bewijs', 'Voorwaarden', 'Website', 'Akkoord'])
      expect(text).toContain(line);
    expect(text).toContain('Niet ingevuld');
    expect(text).toContain('4 keer ja, 1 keer weet ik niet');
    const open = cardOf(await chat.tap('Vul in: Website'));
    expect(seenOn(open)).toContain('Waar kunnen mensen er meer over lezen?');
    await chat.tap('Verder', { answer: 'utrecht.nl' });
    expect(await seen()).toContain('utrecht.nl');
    await chat.say('wijzig voorwaarden');
    expect(await seen()).toContain('Voldoet het aan de voorwaarden?');
  });
});

describe('who takes part', () => {
  const askedWho = ['hoi', 'eigen'];

  test.each([
    ['Drechtsteden: Dordrecht en Zwijndrecht', 'Drechtsteden', ['GM0505', 'GM0642']],
    ['Ede, Barneveld', 'Ede en Barneveld', ['GM0228', 'GM0203']],
  ])('%s is a partnership', async (answer, name, members) => {
    await sayAll([...askedWho, answer]);
    expect((await chat.draft()).answers.participant).toEqual({ kind: 'partnership', name, members });
  });

  test('a partnership is named on its card', async () => {
    await sayAll([...askedWho, 'Ede, Barneveld', 'terug']);
    await chat.tap('Verder', { answer: 'Ede, Barneveld', name: 'Valleiwerk' });
    expect((await chat.draft()).answers.participant).toMatchObject({ name: 'Valleiwerk' });
    await chat.say('terug');
    expect(await seen()).toContain('Valleiwerk');
  });

  test('another organisation is asked once before it is taken, tapped', async () => {
    await sayAll([...askedWho, 'Waterschap Rijnland']);
    expect(await seen()).toContain('Waterschap Rijnland is geen gemeente.');
    await chat.tap(/^Waterschap Rijnland/);
    expect((await chat.draft()).answers.participant).toEqual({
      kind: 'organisation',
      name: 'Waterschap Rijnland',
    });
    expect(await seen()).toContain('Wie werkten er nog meer aan mee?');
  });

  test('or typed; without a name it is asked for', async () => {
    await sayAll([...askedWho, 'een waterschap']);
    expect(await seen()).toContain('Hoe heet de organisatie?');
    await sayAll(['Waterschap Rijnland', 'ja']);
    expect((await chat.draft()).answers.participant).toMatchObject({ name: 'Waterschap Rijnland' });
  });

  test('a name that nobody knows may be an organisation', async () => {
    await sayAll([...askedWho, 'Stroomopwaarts']);
    await chat.tap(/Stroomopwaarts/);
    expect((await chat.draft()).answers.participant).toEqual({
      kind: 'organisation',
      name: 'Stroomopwaarts',
    });
  });

  test('a municipality with an organisation is the one, with the other as a partner', async () => {
    await sayAll([...askedWho, 'gemeente Utrecht en Waterschap Rijnland']);
    expect((await chat.draft()).answers).toMatchObject({
      participant: { kind: 'municipality', code: 'GM0344' },
      partners: [{ kind: 'organisation', name: 'Waterschap Rijnland' }],
    });
  });
});

describe('partners', () => {
  test('are added by typing, one after the other, and taken off on the card', async () => {
    await sayUntil('Wie werkten er nog meer aan mee?');
    await sayAll(['Zwolle', 'Waterschap Rijnland', 'Zwolle']);
    expect(await seen()).toContain('Die staat al in de lijst.');
    await chat.tap('Verder', { answer: 'Waterschap Rijnland' });
    expect((await chat.draft()).answers.partners).toEqual([
      { kind: 'organisation', name: 'Waterschap Rijnland' },
    ]);
  });

  test.each(['geen', 'nee', 'alleen wij'])('%s: nobody', async (answer) => {
    await sayUntil('Wie werkten er nog meer aan mee?');
    await chat.say(answer);
    expect((await chat.draft()).answers.partners).toEqual([]);
    expect(await seen()).toContain('Hoe heet het initiatief?');
  });

  test('of whom it is not clear which they are, are asked for; the others are kept', async () => {
    await sayUntil('Wie werkten er nog meer aan mee?');
    await chat.say('Zwolle en Bergen');
    expect(await seen()).toContain('“Bergen” kan meer dan één gemeente zijn');
    expect((await chat.draft()).answers.partners).toEqual([{ kind: 'municipality', code: 'GM0193' }]);
    await chat.say('Bergen (L.)');
    expect((await chat.draft()).answers.partners).toHaveLength(2);
  });
});

describe('whether it is new', () => {
  beforeEach(() => {
    resembling = [luisterpaal];
  });

  test.each([
    ['nieuw', { novelty: 'new' }],
    ['1', { novelty: 'new' }],
    [
      'vervolg',
      { novelty: 'sequel', follows: { kind: 'practice', id: 'luisterpaal', title: 'Luisterpaal' } },
    ],
    ['2', { novelty: 'sequel', follows: { kind: 'practice', id: 'luisterpaal', title: 'Luisterpaal' } }],
  ])('is asked of what resembles something: %s', async (answer, expected) => {
    await sayUntil('In welke categorie past het?');
    expect(await seen()).toContain('Is uw initiatief nieuw?');
    expect(await seen()).toContain('Zwolle · GemeenteDelers 2022/23');
    await chat.say(answer);
    expect((await chat.draft()).answers).toMatchObject(expected);
    expect(await seen()).toContain('In welke categorie past het?');
  });

  test.each(['hetzelfde', '3'])(
    'who says that it is the same stops, and loses nothing: %s',
    async (answer) => {
      await sayUntil('In welke categorie past het?');
      await chat.say(answer);
      expect(await seen()).toContain('Tot later');
      expect((await chat.draft()).answers).toMatchObject({ title: 'Afvalcoach aan de deur' });
      await chat.say('verder');
      expect(await seen()).toContain('Is uw initiatief nieuw?');
    },
  );

  test('is not asked of who has gone on, whatever others hand in meanwhile', async () => {
    resembling = [];
    await sayUntil('Wanneer is het initiatief afgerond?');
    resembling = [luisterpaal];
    await chat.say('maart 2025');
    expect(await seen()).toContain('Waaruit blijkt dat het werkt?');
  });
});

describe('conditions', () => {
  const question = 'Voldoet het aan de voorwaarden?';

  test.each<[string, Record<string, string>]>([
    ['ja', allYes],
    ['ja op alles', allYes],
    ['1 ja 2 ja 3 ja 4 nee 5 ja', { ...allYes, valuable: 'no' }],
    ['ja ja ja nee weet ik niet', { ...allYes, valuable: 'no', scalable: 'unsure' }],
    ['alles ja behalve 4', { ...allYes, valuable: 'no' }],
    ['1-3 ja, de rest weet ik niet', { ...allYes, valuable: 'unsure', scalable: 'unsure' }],
    ['4 nee, de rest ja', { ...allYes, valuable: 'no' }],
    ['all yes except 3 and 4', { ...allYes, relevant: 'no', valuable: 'no' }],
  ])('%s', async (answer, expected) => {
    await sayUntil(question);
    await chat.say(answer);
    expect((await chat.draft()).answers.conditions).toEqual(expected);
    expect(await seen()).toContain('Waar kunnen mensen er meer over lezen?');
  });

  test('some of them: kept, and the others are asked for', async () => {
    await sayUntil(question);
    await chat.say('1 ja 2 ja');
    expect(await seen()).toContain('De vragen 3, 4 en 5 zijn nog niet beantwoord.');
    await chat.tap('Verder', { 'condition-relevant': 'yes', 'condition-valuable': 'yes' });
    expect(await seen()).toContain('Vraag 5 is nog niet beantwoord.');
    await chat.say('nee');
    expect((await chat.draft()).answers.conditions).toEqual({ ...allYes, scalable: 'no' });
  });

  test('no to a rule is explained at once, can be corrected, and is no way in', async () => {
    await sayUntil(question);
    await chat.say('alles ja behalve 1');
    const text = await seen();
    expect(text).toContain('Door uw antwoord op vraag 1 kan het initiatief niet meedoen');
    expect(text).toContain('Meedoen kan als het initiatief is afgerond en wordt gebruikt.');
    await sayAll(['verder', 'overslaan', 'ja', 'ja', 'dien in']);
    expect(await place.submissions()).toEqual([]);
    expect(await seen()).toContain('Door uw antwoord op vraag 1');
    await sayAll(['1 ja', 'dien in']);
    expect(await place.submissions()).toHaveLength(1);
  });

  test.each(['nee', 'blauw', '7 ja'])('%s is asked again', async (answer) => {
    await sayUntil(question);
    await chat.say(answer);
    expect((await chat.draft()).answers.conditions).toBeUndefined();
    expect(await seen()).toContain(question);
  });
});

describe('contact', () => {
  test.each([
    ['06 12345678', { mail: 'sanne.dewit@utrecht.example', phone: '+31612345678' }],
    ['Jan Smit, jan@ede.nl', { name: 'Jan Smit', mail: 'jan@ede.nl' }],
  ])('%s', async (answer, expected) => {
    await sayUntil('Bij wie kunnen we terecht met vragen?');
    await chat.say(answer);
    expect((await chat.draft()).answers.contact).toMatchObject(expected);
  });

  test('a telephone number that is none is asked for again, and the rest stays', async () => {
    await sayUntil('Bij wie kunnen we terecht met vragen?');
    await chat.tap('Verder', { name: 'Jan', mail: 'jan@ede.nl', role: '', phone: '0612' });
    expect(await seen()).toContain('“0612” is geen volledig telefoonnummer.');
    expect(await seen()).toContain('jan@ede.nl');
  });
});

describe('consent', () => {
  test('is needed, and given once', async () => {
    await sayUntil('Gaat u akkoord?');
    await chat.tap('Verder', { agree: 'false' });
    expect(await seen()).toContain('Zonder uw akkoord');
    await chat.say('ja');
    const { consent } = (await chat.draft()).answers;
    place.setNow('2026-11-23T12:00:00.000Z');
    await sayAll(['wijzig akkoord', 'ja']);
    expect((await chat.draft()).answers.consent).toEqual(consent);
  });
});
