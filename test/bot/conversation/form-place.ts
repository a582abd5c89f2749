import { drawForm } from '../../../bot/cards/form-card.ts';
import { createFormDialog } from '../../../bot/conversation/form-dialog.ts';
import type { DialogOpened, DialogReply } from '../../../bot/conversation/inbound-event.ts';
import type { Person } from '../../../bot/domain/person.ts';
import { actionsOf, filledIn } from '../../teams/card-actions.ts';
import type { Chat, Place } from './chat.ts';
import { changeEdition, openPlace, sanne, seenOn } from './chat.ts';
import { wholeEdition } from './story-edition.ts';

/** A dialog as somebody has it before them. */
export interface Opened {
  title: string;
  card: Record<string, unknown>;
  /** Everything that can be read in it. */
  text: string;
  /** What stands in the fields. */
  fields: Record<string, string>;
}

/** Somebody with a chat and a form over it. */
export interface AtForm {
  chat: Chat;
  /** Taps *Formulier* with this in the inputs of the card: the newest one, unless told. */
  open: (inputs?: Record<string, string>, card?: Record<string, unknown>) => Promise<DialogReply>;
  opened: (inputs?: Record<string, string>) => Promise<Opened>;
  /** Fills in the form and sends it. @param fields by id, where they differ from what stands there */
  send: (form: Opened, fields?: Record<string, string>, button?: RegExp) => Promise<DialogReply>;
  /** Teams brings the last thing again. */
  again: () => Promise<DialogReply | undefined>;
  /** Sends the form with other data than its button has. */
  forge: (form: Opened, data: Record<string, unknown>) => Promise<DialogReply>;
}

export async function openFormPlace(): Promise<Place> {
  const place = await openPlace();
  await changeEdition(place.world.store, place.edition, wholeEdition);
  return place;
}

let people = 0;

/** A person of their own, with the first question before them. */
export async function atForm(place: Place, person: Partial<Person> = {}): Promise<AtForm> {
  people += 1;
  const chat = place.with({ ...sanne, objectId: `form-${String(people)}`, ...person });
  await chat.say('hoi');
  const form = createFormDialog(place.world, { draw: drawForm });
  let last: (() => Promise<DialogReply | undefined>) | undefined;
  const act = async (deed: () => Promise<DialogReply | undefined>): Promise<DialogReply> => {
    last = deed;
    const reply = await deed();
    if (reply === undefined) throw new Error('nobody knows this form');
    return reply;
  };
  const open: AtForm['open'] = async (inputs = {}, card) => {
    const data = openingData(card ?? (await chat.newest()).card, inputs);
    return act(() => form.opened(deed(place, chat, 'form.open', data)));
  };
  const submit = async (data: Record<string, unknown>) =>
    act(() => form.submitted({ ...deed(place, chat, String(data.verb), data), kind: 'dialog-submitted' }));
  return {
    chat,
    open,
    opened: async (inputs) => asOpened(await open(inputs)),
    send: async (filled, fields = {}, button = /overzicht/) => submit(sentData(filled, fields, button)),
    forge: async (filled, data) => submit({ ...sentData(filled, {}, /overzicht/), ...data }),
    again: async () => last?.(),
  };
}

function sentData({ card }: Opened, fields: Record<string, string>, button: RegExp): Record<string, unknown> {
  const action = actionsOf({ cards: [card] }).find(({ title = '' }) => button.test(title));
  if (action === undefined) throw new Error(`no button ${String(button)}`);
  return filledIn(action, fields).data ?? {};
}

function deed({ world }: Place, chat: Chat, verb: string, data: Record<string, unknown>): DialogOpened {
  const key = `${chat.id} ${verb} ${JSON.stringify(data)}`;
  return { kind: 'dialog-opened', key, at: world.now(), person: chat.person, verb, data, where: 'chat' };
}

function openingData(card: Record<string, unknown>, inputs: Record<string, string>): Record<string, unknown> {
  const action = actionsOf({ cards: [card] }).find(({ data }) => data.verb === 'form.open');
  if (action === undefined) throw new Error(`no form on: ${seenOn(card)}`);
  return filledIn(action, inputs).data ?? {};
}

/** @throws Error when it is no dialog */
export function asOpened(reply: DialogReply): Opened {
  if (reply.kind !== 'dialog') throw new Error(`no dialog but ${JSON.stringify(reply)}`);
  const { title, card } = reply;
  const inputs = actionsOf({ cards: [card] })[0]?.inputs ?? [];
  const fields = Object.fromEntries(inputs.map(({ id, value = '' }) => [id, value]));
  return { title, card, text: seenOn(card), fields };
}

/** What answers every question of the edition. */
export const wholeForm: Record<string, string> = {
  'whose.choice': 'own',
  'participant.answer': 'Utrecht',
  'partners.answer': 'Waterschap Rijnland\nEde',
  'title.answer': 'Slim parkeren',
  'description.answer': 'Wij gaan bij bewoners langs en leggen uit hoe afval scheiden werkt.',
  'category.choice': 'direct',
  'finished.answer': 'maart 2025',
  'proof.answer': 'De wachttijd ging van 6 weken naar 4 dagen.',
  'conditions.condition-works': 'yes',
  'conditions.condition-scalable': 'unsure',
  'own-costs.answer': '€ 12.000',
  'own-scale.choice': 'town',
  'contact.name': 'Jan Jansen',
  'contact.role': 'projectleider',
  'contact.mail': 'jan@utrecht.nl',
  'contact.phone': '06 12345678',
  'consent.agree': 'true',
};
