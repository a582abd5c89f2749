import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { titleLength } from '../../../bot/domain/submission/submission.ts';
import type { Place } from './chat.ts';
import { changeEdition } from './chat.ts';
import type { AtForm } from './form-place.ts';
import { asOpened, atForm, openFormPlace, wholeForm } from './form-place.ts';
import { wholeEdition } from './story-edition.ts';

/** The form asks what the chat asks and reads it in the same way; from one to the other nothing is lost. */

let place: Place;

beforeAll(async () => {
  place = await openFormPlace();
});
afterAll(() => place.close());
beforeEach(() => {
  place.setNow('2026-11-22T12:00:00.000Z');
});

const close = { kind: 'close' };
const tooLong = 'Slim parkeren '.repeat(12).trim();

/** Somebody who filled in all of it, but for these. */
async function filledIn(fields: Record<string, string> = {}): Promise<AtForm> {
  const at = await atForm(place);
  await at.send(await at.opened(), { ...wholeForm, ...fields });
  return at;
}

describe('the form', () => {
  test('has every question that is asked, in order', async () => {
    const { opened } = await atForm(place);
    const form = await opened();
    expect(form.title).toBe('GD27: uw inzending');
    expect(Object.keys(form.fields)).toEqual(Object.keys(wholeForm));
  });

  test('has filled in what is known of somebody, and stores nothing by being opened', async () => {
    const { chat, opened } = await atForm(place);
    const before = await chat.draft();
    const { fields } = await opened();
    expect(fields).toMatchObject({ 'participant.answer': 'Utrecht', 'contact.name': 'Sanne de Wit' });
    expect(await chat.draft()).toEqual(before);
  });

  test('filled in whole closes, and the card in the chat is the overview', async () => {
    const { chat, opened, send } = await atForm(place);
    const messages = await chat.count();
    expect(await send(await opened(), wholeForm)).toEqual(close);
    const draft = await chat.draft();
    expect(draft).toMatchObject({ step: 'review', revision: 1 });
    expect(draft.answers).toEqual({
      whose: 'own',
      participant: { kind: 'municipality', code: 'GM0344' },
      partners: [
        { kind: 'municipality', code: 'GM0228' },
        { kind: 'organisation', name: 'Waterschap Rijnland' },
      ],
      title: 'Slim parkeren',
      description: wholeForm['description.answer'],
      categoryId: 'direct',
      finished: { from: '2025-03-01', to: '2025-03-31' },
      proof: wholeForm['proof.answer'],
      conditions: { works: 'yes', scalable: 'unsure' },
      own: { 'own-costs': '€ 12.000', 'own-scale': 'town' },
      contact: { name: 'Jan Jansen', mail: 'jan@utrecht.nl', role: 'projectleider', phone: '+31612345678' },
      consent: { givenAt: place.world.now(), statement: expect.any(String) },
    });
    expect(await chat.count()).toBe(messages);
    expect((await chat.newest()).text).toContain('Klopt alles?');
  });

  test('can be handed in from the overview', async () => {
    const { chat } = await filledIn();
    await chat.tap('Dien in');
    expect((await place.submissions()).find(({ submitter }) => submitter === chat.id)?.title).toBe(
      'Slim parkeren',
    );
  });

  test('sent as it was opened changes nothing', async () => {
    const { chat, opened, send } = await filledIn();
    const before = [await chat.draft(), await chat.messages(), await chat.chat()];
    expect(await send(await opened())).toEqual(close);
    expect([await chat.draft(), await chat.messages(), await chat.chat()]).toEqual(before);
  });

  test('is in English for who reads English', async () => {
    const { opened } = await atForm(place, { language: 'en' });
    const form = await opened();
    expect(form.title).toBe('GD27: your submission');
    expect(form.text).toContain('What is the initiative called?');
    expect(form.text).not.toMatch(/\b(een|het|niet|vraag)\b/i);
  });
});

describe('an answer that is none', () => {
  test('stays where it was typed, with why, and the rest is stored', async () => {
    const { chat, opened, send } = await atForm(place);
    const fields = { ...wholeForm, 'title.answer': tooLong, 'finished.answer': 'maart 2019' };
    const form = asOpened(await send(await opened(), fields));
    expect(form.text).toContain('2 antwoorden kloppen nog niet: titel en afgerond.');
    expect(form.text).toContain('De titel is 47 tekens te lang');
    expect(form.text).toContain('Dit initiatief is afgerond in maart 2019.');
    expect(form.fields).toMatchObject({ 'title.answer': tooLong, 'finished.answer': 'maart 2019' });
    const { answers, attempts, step } = await chat.draft();
    expect(answers).toMatchObject({ description: wholeForm['description.answer'], categoryId: 'direct' });
    expect([answers.title, answers.finished]).toEqual([undefined, undefined]);
    expect(attempts).toEqual({ title: { answer: tooLong }, finished: { answer: 'maart 2019' } });
    expect(step).toBe('title');
  });

  test('is mended in the form', async () => {
    const { chat, opened, send } = await atForm(place);
    const form = asOpened(await send(await opened(), { ...wholeForm, 'title.answer': 'ab' }));
    expect(await send(form, { 'title.answer': 'Slim parkeren' })).toEqual(close);
    expect(await chat.draft()).toMatchObject({ step: 'review', answers: { title: 'Slim parkeren' } });
    expect(await chat.draft()).not.toHaveProperty('attempts');
  });

  test('is mended in the chat, where it stands in the input', async () => {
    const { chat, opened, send } = await atForm(place);
    await send(await opened(), { ...wholeForm, 'title.answer': tooLong });
    const { card, text } = await chat.newest();
    expect(text).toContain('De titel is 47 tekens te lang');
    expect(JSON.stringify(card)).toContain(tooLong);
    await chat.say('Slim parkeren');
    expect((await chat.newest()).text).toContain('Klopt alles?');
  });

  test('still stands there when the form is opened again', async () => {
    const { opened, send } = await atForm(place);
    await send(await opened(), { ...wholeForm, 'title.answer': 'ab' });
    const again = await opened();
    expect(again.fields['title.answer']).toBe('ab');
    expect(again.text).toContain('Een titel heeft woorden nodig');
  });

  test('too long to be stored comes back whole, and once more', async () => {
    const { opened, send } = await atForm(place);
    const story = 'Een heel lang verhaal. '.repeat(300).trim();
    const form = asOpened(await send(await opened(), { ...wholeForm, 'description.answer': story }));
    expect(form.fields['description.answer']).toBe(story);
    expect(asOpened(await send(form)).fields['description.answer']).toBe(story);
    expect(asOpened(await send(form, {}, /later/)).fields['description.answer']).toBe(story);
  });

  test('beyond what a card can hold is cut, and it says so', async () => {
    const { opened, send } = await atForm(place);
    const story = 'Een heel lang verhaal. '.repeat(1_000);
    const form = asOpened(await send(await opened(), { 'description.answer': story }));
    expect(form.fields['description.answer']).toBe(story.slice(0, 8_000));
    expect(form.text).toContain('het einde van uw tekst is weggelaten');
  });

  test('for a condition is explained once, and then taken from who insists', async () => {
    const { chat, opened, send } = await atForm(place);
    const fields = { ...wholeForm, 'conditions.condition-works': 'no' };
    const form = asOpened(await send(await opened(), fields));
    expect(form.text).toContain('kan het initiatief niet meedoen');
    expect(await send(form)).toEqual(close);
    expect(await chat.draft()).toMatchObject({ step: 'review', answers: { conditions: { works: 'no' } } });
  });

  test('names the conditions that are open', async () => {
    const { opened, send } = await atForm(place);
    const fields = { ...wholeForm, 'conditions.condition-scalable': '' };
    const form = asOpened(await send(await opened(), fields));
    expect(form.text).toContain('Vraag 2 is nog niet beantwoord');
  });
});

describe('what is left empty', () => {
  test('is asked for when it is needed, and what was filled in is stored', async () => {
    const { chat, opened, send } = await atForm(place);
    const form = asOpened(await send(await opened(), { 'title.answer': 'Slim parkeren' }));
    expect(form.text).toContain('vragen zijn nog niet beantwoord: initiatief van');
    expect(form.text).toContain('Zet hier een vinkje.');
    expect(await chat.draft()).toMatchObject({ step: 'whose', answers: { title: 'Slim parkeren' } });
    expect((await chat.newest()).text).not.toContain('Vul dit nog in');
  });

  test('is skipped where that may be', async () => {
    const { chat } = await filledIn({ 'own-costs.answer': '', 'partners.answer': '' });
    expect(await chat.draft()).toMatchObject({ step: 'review', skipped: ['partners', 'own-costs'] });
  });

  test('takes away what was answered', async () => {
    const { chat, opened, send } = await filledIn();
    const form = asOpened(await send(await opened(), { 'title.answer': ' ', 'own-costs.answer': '' }));
    expect(form.text).toContain('1 vraag is nog niet beantwoord: titel.');
    const { answers, skipped, step } = await chat.draft();
    expect([answers.title, answers.own, skipped, step]).toEqual([
      undefined,
      { 'own-scale': 'town' },
      ['own-costs'],
      'title',
    ]);
  });

  test('of a contact is not filled in behind somebody’s back', async () => {
    const { chat, opened, send } = await filledIn();
    const none = { 'contact.name': '', 'contact.mail': '', 'contact.role': '', 'contact.phone': '' };
    expect((await send(await opened(), none)).kind).toBe('dialog');
    expect((await chat.draft()).answers.contact).toBeUndefined();
  });

  test('can be left for later', async () => {
    const { chat, opened, send } = await atForm(place);
    const fields = { 'whose.choice': 'own', 'description.answer': 'te kort' };
    expect(await send(await opened(), fields, /later/)).toEqual(close);
    expect(await chat.draft()).toMatchObject({
      step: 'partners',
      answers: { whose: 'own', participant: { code: 'GM0344' } },
      attempts: { description: { answer: 'te kort' } },
    });
    expect(await chat.draft()).not.toHaveProperty('skipped');
  });
});

describe('an answer that another depends on', () => {
  test('asks that anew: whose it is, and of which participant', async () => {
    const { chat, opened, send } = await filledIn();
    const form = asOpened(await send(await opened(), { 'whose.choice': 'nominated' }));
    expect(form.text).toContain('Welke gemeente draagt u voor?');
    expect(form.text).toContain('nog niet beantwoord: deelnemer en contact daar.');
    expect(form.fields).toMatchObject({ 'participant.answer': '', 'contact-there.mail': '' });
    const more = {
      'participant.answer': 'Zwolle',
      'contact-there.name': 'Piet',
      'contact-there.mail': 'piet@zwolle.nl',
    };
    expect(await send(form, more)).toEqual(close);
    expect((await chat.draft()).answers).toMatchObject({
      whose: 'nominated',
      participant: { code: 'GM0193' },
      contactThere: { name: 'Piet', mail: 'piet@zwolle.nl' },
    });
  });

  test('has to be there before what is likely is taken', async () => {
    const { chat, opened, send } = await atForm(place);
    const form = asOpened(await send(await opened(), { ...wholeForm, 'whose.choice': '' }));
    expect(form.fields['participant.answer']).toBe('Utrecht');
    expect(form.text).toContain('Dit hangt af van een ander antwoord.');
    expect((await chat.draft()).answers.participant).toBeUndefined();
    expect(await send(form, { 'whose.choice': 'own' })).toEqual(close);
  });

  test('does not take what was only likely before it', async () => {
    const { opened, send } = await atForm(place);
    const form = await opened();
    expect(form.fields['participant.answer']).toBe('Utrecht');
    const { 'participant.answer': _left, ...fields } = wholeForm;
    const next = asOpened(await send(form, { ...fields, 'whose.choice': 'nominated' }));
    expect(next.fields['participant.answer']).toBe('');
  });

  test('keeps what was typed at a question that is asked no more', async () => {
    const { opened, send } = await filledIn({ 'whose.choice': 'nominated', 'participant.answer': 'Zwolle' });
    const form = await opened();
    await send(form, { 'whose.choice': 'own', 'contact-there.name': 'Piet', 'participant.answer': 'Ede' });
    const back = asOpened(await send(await opened(), { 'whose.choice': 'nominated' }));
    expect(back.fields['contact-there.name']).toBe('Piet');
  });
});

describe('what was read', () => {
  test('is shown as remark on the overview', async () => {
    const { chat } = await filledIn({ 'participant.answer': 'Weesp' });
    expect((await chat.newest()).text).toContain('Weesp hoort sinds');
    expect((await chat.draft()).answers.participant).toEqual({ kind: 'municipality', code: 'GM0363' });
  });

  test('stands in the field, written out', async () => {
    const { opened } = await filledIn({ 'finished.answer': 'Q3 2024', 'contact.phone': '06-12345678' });
    const { fields } = await opened();
    expect(fields).toMatchObject({
      'finished.answer': '3e kwartaal van 2024',
      'contact.phone': '+31612345678',
    });
  });

  test('that could be several is chosen at the field', async () => {
    const { chat, opened, send } = await atForm(place);
    const form = asOpened(await send(await opened(), { ...wholeForm, 'participant.answer': 'Bergen' }));
    expect(form.fields).toMatchObject({ 'participant.answer': 'Bergen', 'participant.choice': '' });
    expect(form.text).toContain('“Bergen” kan meer dan één gemeente zijn');
    expect(await send(form, { 'participant.choice': 'GM0893' })).toEqual(close);
    expect((await chat.draft()).answers.participant).toEqual({ kind: 'municipality', code: 'GM0893' });
  });

  test('as an organisation is chosen at the field, too', async () => {
    const { chat, opened, send } = await atForm(place);
    const form = asOpened(
      await send(await opened(), { ...wholeForm, 'participant.answer': 'Stichting Buurtzon' }),
    );
    const [value = ''] = /organisation:[0-9a-f]+/.exec(JSON.stringify(form.card)) ?? [];
    expect(await send(form, { 'participant.choice': value })).toEqual(close);
    expect((await chat.draft()).answers.participant).toMatchObject({ kind: 'organisation' });
  });

  test('of some of the partners leaves the doubtful ones to be mended', async () => {
    const { opened, send } = await atForm(place);
    const partners = 'Waterschap Rijnland\nBergen';
    const form = asOpened(await send(await opened(), { ...wholeForm, 'partners.answer': partners }));
    expect(form.text).toContain('1 antwoord klopt nog niet: partners.');
    expect(form.fields['partners.answer']).toBe(partners);
    expect((await opened()).fields['partners.answer']).toBe(partners);
  });
});

describe('between chat and form', () => {
  test('what stands in the inputs of the chat stands in the form, and is stored with it', async () => {
    const { chat, opened, send } = await atForm(place);
    await chat.say('eigen');
    await chat.say('Utrecht');
    await chat.say('geen');
    const form = await opened({ answer: 'Slim parkeren' });
    expect(form.fields['title.answer']).toBe('Slim parkeren');
    await send(form, {}, /later/);
    expect((await chat.draft()).answers.title).toBe('Slim parkeren');
  });

  test('what was answered in the chat since stays, where the form was not touched', async () => {
    const { chat, opened, send } = await filledIn();
    const form = await opened();
    await chat.say('wijzig titel');
    await chat.say('Slimmer parkeren');
    expect(await send(form, { 'own-costs.answer': 'niets' })).toEqual(close);
    expect((await chat.draft()).answers).toMatchObject({
      title: 'Slimmer parkeren',
      own: { 'own-costs': 'niets' },
    });
  });

  test('where the form was touched it counts, and it says what stood there', async () => {
    const { chat, opened, send } = await filledIn();
    const form = await opened();
    await chat.say('wijzig titel');
    await chat.say('Slimmer parkeren');
    expect(await send(form, { 'title.answer': 'Slimst parkeren' })).toEqual(close);
    expect((await chat.draft()).answers.title).toBe('Slimst parkeren');
    expect((await chat.newest()).text).toContain(
      'Bij “Titel” stond intussen een ander antwoord: “Slimmer parkeren”.',
    );
  });

  test('says nothing when both say the same', async () => {
    const { chat, opened, send } = await filledIn();
    const form = await opened();
    await chat.say('wijzig titel');
    await chat.say('Slimmer parkeren');
    await send(form, { 'title.answer': 'Slimmer parkeren' });
    expect((await chat.newest()).text).not.toContain('intussen');
  });

  test('a question in between that was asked in the chat is asked no more', async () => {
    const { chat, opened, send } = await atForm(place);
    await send(await opened(), { ...wholeForm, 'title.answer': '' });
    await chat.say('Slim parkeren');
    expect((await chat.newest()).text).toContain('Klopt alles?');
  });
});

describe('brought again', () => {
  test.each([
    ['a whole form', {}],
    ['a title that is none', { 'title.answer': 'ab' }],
    ['a condition that is not met', { 'conditions.condition-works': 'no' }],
    ['a municipality that could be two', { 'participant.answer': 'Bergen' }],
    ['a title that is not there', { 'title.answer': '' }],
  ])('%s has one effect and the same answer', async (_what, fields) => {
    const { chat, opened, send, again } = await atForm(place);
    const reply = await send(await opened(), { ...wholeForm, ...fields });
    const after = [await chat.draft(), await chat.messages(), await chat.chat()];
    expect(await again()).toEqual(reply);
    expect([await chat.draft(), await chat.messages(), await chat.chat()]).toEqual(after);
  });

  test('at the same time, too', async () => {
    const { chat, opened, send, again } = await atForm(place);
    const form = await opened();
    const [first, second] = await Promise.all([send(form, wholeForm), again()]);
    expect([first, second?.kind]).toEqual([close, 'close']);
    expect((await chat.draft()).revision).toBe(1);
  });

  test('an opening is answered the same', async () => {
    const { open, again } = await atForm(place);
    const reply = await open();
    expect(await again()).toEqual(reply);
  });

  test('long after handing in it closes, and nothing happens', async () => {
    const { chat, opened, send, again } = await atForm(place);
    await send(await opened(), wholeForm);
    const resend = again;
    await chat.tap('Dien in');
    expect(await resend()).toEqual(close);
  });
});

describe('where there is nothing to fill in', () => {
  test('it says so once the submission is handed in, and that the rest was not saved', async () => {
    const { chat, opened, send } = await filledIn();
    const form = await opened();
    await chat.tap('Dien in');
    const reply = await send(form, { 'title.answer': 'Iets anders' });
    expect(reply).toMatchObject({ kind: 'close-with-message' });
    expect(JSON.stringify(reply)).toContain('is al ingediend');
    expect(JSON.stringify(reply)).toContain('niet bewaard');
  });

  test('it says so once the draft is deleted', async () => {
    const { chat, opened, send } = await filledIn();
    const form = await opened();
    await chat.say('verwijder');
    await chat.say('ja');
    expect(JSON.stringify(await send(form, { 'title.answer': 'Iets anders' }))).toContain('gestopt');
  });

  test('it says until when it was possible, after the closing', async () => {
    const { chat, open, opened, send } = await filledIn();
    const [form, { card }] = [await opened(), await chat.newest()];
    place.setNow('2027-06-01T12:00:00.000Z');
    const reply = JSON.stringify(await send(form, { 'title.answer': 'Iets anders' }));
    expect(reply).toContain('kon tot 21 januari 2027, 17.00 uur');
    expect(reply).not.toContain('**');
    expect((await open({}, card)).kind).toBe('close-with-message');
  });

  test('of somebody else it says no more than of what never was', async () => {
    const { opened, send } = await filledIn();
    const form = await opened();
    const other = await atForm(place);
    const theirs = await other.send(form, { 'title.answer': 'Iets anders' });
    expect(JSON.stringify(theirs)).toContain('Dit formulier hoort bij iets dat er niet meer is');
    expect(await send(form, {})).toEqual(close);
  });

  test.each([
    ['no marks', { drawn: undefined }],
    ['marks that are none', { drawn: 'x' }],
    ['a draft that is no id', { draft: '../x' }],
    ['a number', { draft: 3 }],
  ])('a forged form with %s is refused with a sentence', async (_what, data) => {
    const { opened, forge } = await filledIn();
    expect((await forge(await opened(), data)).kind).toBe('close-with-message');
  });
});

describe('a change of what was handed in', () => {
  test('works in the form as well', async () => {
    const { chat, opened, send } = await filledIn();
    await chat.tap('Dien in');
    await chat.say('mijn inzendingen');
    await chat.tap(/Bekijk|Open|Slim parkeren/);
    await chat.tap(/Wijzig/);
    const form = await opened();
    expect(form.title).toMatch(/^GD27-\d{4}: wijzigen$/);
    expect(await send(form, { 'title.answer': 'Slimmer parkeren' })).toEqual(close);
    expect((await chat.newest()).text).toContain('Wat wilt u wijzigen?');
    await chat.tap('Wijzigingen indienen');
    const own = (await place.submissions()).filter(({ submitter }) => submitter === chat.id);
    expect(own.at(-1)?.title).toBe('Slimmer parkeren');
  });
});

test('a question that an organiser adds while the form is open is asked in it', async () => {
  const { opened, send } = await filledIn();
  const form = await opened();
  const label = { nl: 'Nieuws', en: 'News' };
  const added = { id: 'own-news', ask: 'line' as const, label, question: { nl: 'Wat is er nieuw?' } };
  const { steps = [] } = wholeEdition;
  await changeEdition(place.world.store, place.edition, { steps: [...steps, added] });
  const next = asOpened(await send(form));
  await changeEdition(place.world.store, place.edition, { steps });
  expect(next.fields['own-news.answer']).toBe('');
  expect(next.text).toContain('Wat is er nieuw?');
});

test('a title may be as long as in the chat', async () => {
  const { chat } = await filledIn({ 'title.answer': 'x'.repeat(titleLength.most) });
  expect((await chat.draft()).answers.title).toHaveLength(titleLength.most);
});
