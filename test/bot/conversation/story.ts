import { expect } from '@jest/globals';
import { drawForm } from '../../../bot/cards/form-card.ts';
import { renderPersonalMessage } from '../../../bot/cards/personal-message.ts';
import { createFormDialog } from '../../../bot/conversation/form-dialog.ts';
import type { DialogReply } from '../../../bot/conversation/inbound-event.ts';
import type { Draft } from '../../../bot/domain/draft/draft.ts';
import type { OutgoingMessage } from '../../../bot/domain/outgoing-message.ts';
import type { Stored } from '../../../bot/store/collection.ts';
import { messagePrefix, outgoingMessages } from '../../../bot/store/documents/message-documents.ts';
import { personPartition } from '../../../bot/store/documents/person-documents.ts';
import type { CardAction } from '../../teams/card-actions.ts';
import { actionsOf, filledIn } from '../../teams/card-actions.ts';
import type { Chat, Place } from './chat.ts';
import { changeEdition, sanne, seenOn, submissionOf } from './chat.ts';
import { wholeForm } from './form-place.ts';
import { expectNothingLost, isInWork } from './story-checks.ts';
import { shortEdition, wholeEdition } from './story-edition.ts';
import type { SimpleEvent, StoryEvent } from './story-events.ts';
import { description } from './story-events.ts';

/** What answers each question; what `review` asks for is handing in. */
const goodAnswers: Record<string, string> = {
  whose: 'eigen',
  participant: 'Zwolle',
  partners: 'geen',
  title: 'Slim parkeren',
  description,
  similar: 'nieuw',
  category: '1',
  finished: 'maart 2025',
  proof: 'Het scheelt twintig procent afval.',
  conditions: 'alles ja',
  'own-costs': '300 euro',
  'own-scale': '1',
  contact: 'Jan Jansen, adviseur, jan@zwolle.nl, 06 12345678',
  'contact-there': 'Piet Pieters, beleidsmedewerker, piet@ede.nl, 06 87654321',
  consent: 'ja',
  review: 'dien in',
};

let people = 0;

/** One person's chat, in which things happen, and what has to be true after each. */
export class Story {
  readonly chat: Chat;
  readonly #place: Place;
  /** Cards that were seen, newest first. */
  #cards: Record<string, unknown>[] = [];
  /** Forms that were opened, newest first. */
  #forms: Record<string, unknown>[] = [];

  private constructor(place: Place) {
    people += 1;
    this.#place = place;
    this.chat = place.with({ ...sanne, objectId: `person-${String(people)}` });
  }

  static async begin(place: Place): Promise<Story> {
    const story = new Story(place);
    await story.#allIsOpen();
    return story;
  }

  async take(event: StoryEvent): Promise<void> {
    const before = await this.chat.drafts();
    const countBefore = await this.chat.count();
    await this.#act(event);
    const messages = await this.#messages();
    if (event.kind === 'say' || event.kind === 'answer') expect(messages).toHaveLength(countBefore + 1);
    if (event.kind === 'tap' || event.kind === 'form')
      expect(messages.length).toBeLessThanOrEqual(countBefore + 1);
    await this.#expectWayForward(messages);
    await this.#expectSound(event, before, messages);
  }

  /** From wherever it is, the right answers lead to a receipt. */
  async finish(): Promise<void> {
    await this.#allIsOpen();
    await this.#leaveChanges();
    const handedIn = (await this.chat.drafts()).filter(({ status }) => status === 'handed-in').length;
    if ((await this.#open()) === undefined) await this.chat.say('nieuwe inzending');
    for (let turn = 0; turn < 40 && (await this.#open()) !== undefined; turn += 1) await this.#answer();
    expect((await this.chat.newest()).kind).toBe('receipt');
    expect((await this.chat.drafts()).filter(({ status }) => status === 'handed-in')).toHaveLength(
      handedIn + 1,
    );
  }

  async #allIsOpen(): Promise<void> {
    this.#place.setNow('2026-11-22T12:00:00.000Z');
    await changeEdition(this.#place.world.store, this.#place.edition, wholeEdition);
  }

  async #act(event: StoryEvent): Promise<void> {
    const { edition, world } = this.#place;
    switch (event.kind) {
      case 'again':
        return this.#again();
      case 'restart':
        return this.#place.restart();
      case 'crash':
        return this.#crash(event);
      case 'both':
        await Promise.all([this.#do(event.one), this.#do(event.other)]);
        return;
      case 'edition':
        return changeEdition(world.store, edition, event.isShort ? shortEdition : wholeEdition);
      case 'clock':
        this.#place.setNow(moments(this.#place)[event.to]);
        return;
      default:
        return this.#do(event);
    }
  }

  async #do(event: SimpleEvent): Promise<void> {
    switch (event.kind) {
      case 'say':
        return this.chat.say(event.text);
      case 'answer':
        return this.#answer();
      case 'tap':
        return this.#tap(event);
      case 'form':
        return this.#fillIn(event);
      default:
        return event satisfies never;
    }
  }

  async #answer(): Promise<void> {
    const open = await this.#open();
    if (open?.startingOver || open?.deleting) return this.chat.say('nee');
    await this.chat.say(goodAnswers[open?.step ?? ''] ?? 'hoi');
  }

  async #tap({ card, action, text }: Extract<SimpleEvent, { kind: 'tap' }>): Promise<void> {
    const seen = this.#cards[card % Math.max(1, this.#cards.length)];
    const actions = seen === undefined ? [] : actionsOf({ cards: [seen] });
    const chosen = actions[action % Math.max(1, actions.length)];
    if (chosen === undefined) return;
    const { verb = '', data = {} } = filledIn(chosen, inputsOf(chosen, text));
    const reply = await this.chat.send(verb, data);
    if (reply.kind === 'card') this.#see(reply.card);
    else expect(reply.text).toMatch(/\p{L}/u);
  }

  async #fillIn(event: Extract<SimpleEvent, { kind: 'form' }>): Promise<void> {
    const open = await this.#open();
    const form = createFormDialog(this.#place.world, { draw: drawForm });
    const opening = { draft: open?.id ?? 'draft-0', step: open?.step ?? 'title' };
    this.#read(
      await form.opened({ kind: 'dialog-opened', where: 'chat', ...this.#deed('form.open', opening) }),
    );
    const card = this.#forms[event.form % Math.max(1, this.#forms.length)];
    const buttons = card === undefined ? [] : actionsOf({ cards: [card] });
    const button = buttons[event.button % Math.max(1, buttons.length)];
    if (button === undefined) return;
    const { data = {} } = filledIn(button, typedIn(button, event));
    const sent = { kind: 'dialog-submitted' as const, ...this.#deed(String(data.verb), data) };
    this.#read(await form.submitted(sent));
  }

  #deed(verb: string, data: Record<string, unknown>) {
    const key = `${this.chat.id} ${verb} ${JSON.stringify(data)}`;
    return { key, at: this.#place.world.now(), person: this.chat.person, verb, data };
  }

  #read(reply: DialogReply | undefined): void {
    expect(reply).toBeDefined();
    if (reply?.kind === 'dialog') {
      expect(seenOn(reply.card)).toMatch(/\p{L}/u);
      this.#forms = [reply.card, ...this.#forms].slice(0, 3);
    } else if (reply?.kind === 'close-with-message') expect(reply.text).toMatch(/\p{L}/u);
  }

  async #again(): Promise<void> {
    const before = [await this.chat.drafts(), await this.chat.count()];
    await this.chat.again();
    expect([await this.chat.drafts(), await this.chat.count()]).toEqual(before);
  }

  async #crash({ where, after, then }: Extract<StoryEvent, { kind: 'crash' }>): Promise<void> {
    let left = after;
    this.#place.failCommits((partition) => partition.startsWith(where) && (left -= 1) < 0);
    const failed = await this.#do(then).then(
      () => false,
      (error: unknown) => {
        if (!String(error).includes('disk')) throw error;
        return true;
      },
    );
    this.#place.failCommits(undefined);
    await this.#place.restart();
    if (failed) await this.chat.again();
  }

  #see(card: Record<string, unknown>): void {
    this.#cards = [card, ...this.#cards].slice(0, 12);
  }

  async #messages(): Promise<Stored<OutgoingMessage>[]> {
    const partition = personPartition(this.chat.id);
    return outgoingMessages.list(this.#place.world.store, partition, { prefix: messagePrefix });
  }

  /** The newest message says something, and the card of what is being made can be tapped. */
  async #expectWayForward(messages: Stored<OutgoingMessage>[]): Promise<void> {
    const newest = messages.at(-1);
    const { livingCard } = await this.chat.chat();
    // What waits behind a change that was handed in has no card yet: the newest message leads to it.
    const living = messages.find(({ id }) => id === `${messagePrefix}${livingCard ?? ''}`) ?? newest;
    const isMaking = (await this.#open()) !== undefined;
    for (const each of new Set([newest, ...(isMaking ? [living] : [])])) {
      if (each === undefined) continue;
      const card = await this.#drawn(each.value);
      expect(seenOn(card)).toMatch(/\p{L}/u);
      if (each === living && isMaking) expect(actionsOf({ cards: [card] }).length).toBeGreaterThan(0);
      this.#see(card);
    }
    if (isMaking) expect(living).toBeDefined();
  }

  async #drawn({ content }: OutgoingMessage): Promise<Record<string, unknown>> {
    if (content.kind === 'nothing' || content.kind === 'jury-post') throw new Error('not for one person');
    const drawn = await renderPersonalMessage(this.#place.world, this.chat.id, content);
    if (drawn === undefined) throw new Error(`${content.kind} shows nothing`);
    return drawn.card;
  }

  async #expectSound(event: StoryEvent, before: Draft[], messages: Stored<OutgoingMessage>[]): Promise<void> {
    const drafts = await this.chat.drafts();
    const inWork = drafts.filter(({ status, changes }) => isInWork(status) && changes === undefined);
    expect(inWork.length).toBeLessThanOrEqual(1);
    for (const draft of before) {
      const after = drafts.find(({ id }) => id === draft.id);
      expect(after).toBeDefined();
      if (after !== undefined) expectNothingLost(draft, after, event);
    }
    for (const draft of drafts.filter(({ changes }) => changes === undefined)) {
      await this.#expectOneSubmission(draft, drafts);
    }
    const receipts = messages.filter(({ value }) => value.content.kind === 'receipt');
    expect(receipts).toHaveLength(
      drafts.filter(({ status, changes }) => status === 'handed-in' && changes === undefined).length,
    );
  }

  async #expectOneSubmission(draft: Draft, all: readonly Draft[]): Promise<void> {
    const submission = await submissionOf(this.#place.world.store, draft.id);
    if (draft.status !== 'handed-in') {
      expect(submission).toBeUndefined();
      return;
    }
    expect(submission).toMatchObject({ id: draft.id, submittedAt: draft.handedInAt, number: draft.number });
    const isChanged = all.some(
      ({ changes, status }) => changes?.submissionId === draft.id && status !== 'open',
    );
    if (!isChanged) expect(submission).toMatchObject({ ...draft.answers });
  }

  /** What is being changed of earlier submissions is let go, so that what is new stands again. */
  async #leaveChanges(): Promise<void> {
    for (let turn = 0; turn < 10; turn += 1) {
      const { draftId } = await this.chat.chat();
      const current = (await this.chat.drafts()).find(({ id }) => id === draftId);
      if (current?.status !== 'open' || current.changes === undefined) return;
      await this.chat.send('own.leave', { draft: current.id });
    }
  }

  async #open(): Promise<Draft | undefined> {
    const { draftId } = await this.chat.chat();
    return (await this.chat.drafts()).find(({ id, status }) => status === 'open' && id === draftId);
  }
}

function moments({ edition }: Place) {
  return {
    before: new Date(Date.parse(edition.opensAt) - 1).toISOString(),
    open: '2026-11-22T12:00:00.000Z',
    closed: edition.closesAt,
  };
}

/** All questions answered, or one field with something in it. */
function typedIn(
  { inputs }: CardAction,
  { isWhole, field, text }: Extract<SimpleEvent, { kind: 'form' }>,
): Record<string, string> {
  if (!isWhole)
    return Object.fromEntries(
      [inputs[field % Math.max(1, inputs.length)]].flatMap((each) => (each ? [[each.id, text]] : [])),
    );
  return Object.fromEntries(
    Object.entries(wholeForm).filter(([id]) => inputs.some((each) => each.id === id)),
  );
}

function inputsOf(action: CardAction, text: string): Record<string, string> {
  return Object.fromEntries(action.inputs.slice(0, 1).map(({ id }) => [id, text]));
}
