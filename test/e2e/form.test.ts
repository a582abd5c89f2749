import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { actionsOf } from '../teams/card-actions.ts';
import { textOf } from '../teams/card-text.ts';
import type { Dialog, DialogAnswer, MessageView } from '../teams/page-api.ts';
import type { Person } from '../teams/people.ts';
import { people } from '../teams/people.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import { initiative, lastOfBot, numbersSeen, untilAsked } from './do-as-people.ts';

/** The form over the chat, as Teams opens and sends it; from the one to the other and back. */

const { sanne, mehmet } = people;
const overview = 'Bewaar en ga naar overzicht';
const later = 'Bewaar en ga later verder';

let app: App;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());
afterEach(() => {
  app.simulator.faults();
});

const entered = initiative();
const whole: Record<string, string> = {
  'whose.choice': 'own',
  'participant.answer': entered.municipality,
  'title.answer': entered.title,
  'description.answer': entered.description,
  'category.choice': 'direct',
  'finished.answer': entered.finished,
  'proof.answer': entered.proof,
  ...Object.fromEntries(
    ['finished', 'successful', 'relevant', 'valuable', 'scalable'].map((id) => [
      `conditions.condition-${id}`,
      'yes',
    ]),
  ),
  'contact.name': 'Sanne de Wit',
  'contact.mail': 'sanne.dewit@utrecht.example',
  'consent.agree': 'true',
};

async function open(person: Person, inputs: Record<string, string> = {}): Promise<Dialog> {
  const card = await waitFor('a card with the form', () => {
    const last = lastOfBot(app, person);
    return last !== undefined && actionsOf(last).some(({ title }) => title === 'Formulier') && last;
  });
  return shown(await app.simulator.openDialog(person, card.id, 'Formulier', inputs));
}

function shown(answer: DialogAnswer): Dialog {
  if (answer.kind !== 'dialog') throw new Error(`no dialog but ${JSON.stringify(answer)}`);
  return answer;
}

function send(person: Person, dialog: Dialog, fields: Record<string, string> = {}, button = overview) {
  return app.simulator.submitDialog(person, dialog, button, fields);
}

function valuesIn({ card }: Dialog): Record<string, string | undefined> {
  const [action] = actionsOf({ cards: [card] });
  return Object.fromEntries((action?.inputs ?? []).map(({ id, value }) => [id, value]));
}

const textIn = ({ card }: Dialog) => textOf({ cards: [card] });

async function sees(person: Person, words: string): Promise<MessageView> {
  return waitFor(`"${words}"`, () => {
    const last = lastOfBot(app, person);
    return last !== undefined && textOf(last).includes(words) && last;
  });
}

describe('the form over the chat', () => {
  test('goes from chat to form and back until it is handed in, and nothing is lost', async () => {
    await app.simulator.say(sanne, 'hoi');
    await untilAsked(app, sanne, 'whose');
    await app.simulator.say(sanne, 'eigen gemeente');
    await untilAsked(app, sanne, 'participant');
    const before = lastOfBot(app, sanne)?.id;

    const form = await open(sanne, { answer: 'Weesp' });
    expect(form.title).toBe('GD27: uw inzending');
    expect(valuesIn(form)).toMatchObject({ 'whose.choice': 'own', 'participant.answer': 'Weesp' });

    // Half of it, a title that is none; then the cross.
    const half = { 'title.answer': 'ab', 'description.answer': entered.description };
    const back = shown(await send(sanne, form, half));
    expect(textIn(back)).toContain('1 antwoord klopt nog niet: titel.');
    expect(textIn(back)).toContain('Weesp hoort sinds');

    const card = await sees(sanne, 'Een titel heeft woorden nodig');
    expect(card.id).toBe(before);
    expect(JSON.stringify(card.cards)).toContain('"value":"ab"');
    await app.simulator.say(sanne, entered.title);
    // The form filled in the contact; that is no reason to leave this out.
    await sees(sanne, 'Is uw initiatief nieuw?');
    await app.simulator.say(sanne, 'nieuw');
    await sees(sanne, 'In welke categorie past het?');

    const again = await open(sanne);
    expect(valuesIn(again)).toMatchObject({
      'participant.answer': 'Amsterdam',
      'title.answer': entered.title,
      'description.answer': entered.description,
    });
    const asked = lastOfBot(app, sanne)?.id;
    expect(await send(sanne, again, { ...whole, 'participant.answer': 'Utrecht' })).toEqual({
      kind: 'closed',
    });
    const review = await sees(sanne, 'Klopt alles?');
    expect(review.id).toBe(asked);
    await app.simulator.tap(sanne, review.id, 'intake.hand-in');
    await waitFor('a receipt', () => numbersSeen(app, sanne).at(-1), 30_000);
    expect(app.simulator.violations).toEqual([]);
  });

  test('brought twice has one effect, whatever Teams does', async () => {
    await app.simulator.openChat(mehmet);
    await untilAsked(app, mehmet, 'whose');
    const said = () => app.simulator.messages(mehmet).length;
    const before = said();
    for (const mode of ['same-id', 'new-id', 'at-once'] as const) {
      app.simulator.faults({ inbound: { mode } });
      const form = await open(mehmet);
      const title = `${entered.title} ${mode}`;
      expect(await send(mehmet, form, { 'title.answer': title }, later)).toEqual({ kind: 'closed' });
      await app.simulator.settled();
      expect(valuesIn(await open(mehmet))['title.answer']).toBe(title);
    }
    expect(said()).toBe(before);
  });

  test('survives a crash between opening and sending', async () => {
    const form = await open(mehmet);
    await app.crash();
    expect(await send(mehmet, form, { ...whole, 'title.answer': 'Na de crash' })).toEqual({ kind: 'closed' });
    expect(textOf(await sees(mehmet, 'Klopt alles?'))).toContain('Na de crash');
  });

  test('that was left open says so after handing in', async () => {
    const form = await open(mehmet);
    const review = await sees(mehmet, 'Klopt alles?');
    await app.simulator.tap(mehmet, review.id, 'intake.hand-in');
    await waitFor('a receipt', () => numbersSeen(app, mehmet).at(-1), 30_000);
    const answer = await send(mehmet, form, { 'title.answer': 'Te laat' });
    expect(answer).toMatchObject({ kind: 'message', text: expect.stringContaining('is al ingediend') });
    expect(app.simulator.violations).toEqual([]);
  });
});
