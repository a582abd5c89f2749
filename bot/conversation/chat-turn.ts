import type { Conversation } from '../domain/draft/conversation.ts';
import { knows, newConversation, remember } from '../domain/draft/conversation.ts';
import type { Draft } from '../domain/draft/draft.ts';
import type { Instant } from '../domain/instant.ts';
import type { MessageContent, OutgoingMessage } from '../domain/outgoing-message.ts';
import type { Person, PersonId } from '../domain/person.ts';
import { personId, seenAgain } from '../domain/person.ts';
import type { Stored } from '../store/collection.ts';
import { conversationId, conversations } from '../store/documents/conversation-documents.ts';
import { draftPrefix, drafts } from '../store/documents/draft-documents.ts';
import { messagePrefix, outgoingMessages } from '../store/documents/message-documents.ts';
import { people, personDocumentId, personPartition } from '../store/documents/person-documents.ts';
import type { DocumentStore, Operation } from '../store/port.ts';
import { isSameData } from './same-data.ts';

/**
 * One turn of the chat with somebody: what was there when it began, and what it changes, written in one commit.
 * Load it anew for each attempt.
 */
export class ChatTurn {
  readonly partition: string;
  readonly id: PersonId;
  readonly person: Person;
  readonly #store: DocumentStore;
  readonly #before: Before;
  #conversation: Conversation;
  readonly #drafts = new Map<string, Draft>();
  /** What was there of drafts that are not the one they are making. */
  readonly #others = new Map<string, Stored<Draft>>();
  readonly #messages = new Map<string, OutgoingMessage>();
  #replaced: Operation[] = [];

  private constructor(store: DocumentStore, person: Person, before: Before, at: Instant | undefined) {
    this.id = personId(person);
    this.partition = personPartition(this.id);
    this.person = joined(person, before.person?.value, at);
    this.#store = store;
    this.#before = before;
    this.#conversation = before.conversation?.value ?? newConversation;
  }

  /**
   * @param person as the event says they are
   * @param at when they did something; absent when they did nothing
   */
  static async load(store: DocumentStore, person: Person, at?: Instant): Promise<ChatTurn> {
    const partition = personPartition(personId(person));
    const conversation = await conversations.read(store, partition, conversationId);
    const { draftId, livingCard } = conversation?.value ?? newConversation;
    const before = {
      person: await people.read(store, partition, personDocumentId),
      conversation,
      draft: draftId === undefined ? undefined : await drafts.read(store, partition, draftPrefix + draftId),
      livingCard:
        livingCard === undefined
          ? undefined
          : await outgoingMessages.read(store, partition, messagePrefix + livingCard),
    };
    return new ChatTurn(store, person, before, at);
  }

  /** The draft they are making, or else the last one they made. */
  get draft(): Draft | undefined {
    const id = this.#conversation.draftId;
    if (id === undefined) return undefined;
    return this.#drafts.get(id) ?? this.#others.get(id)?.value ?? this.#before.draft?.value;
  }

  /** Another draft of theirs, as it is stored. */
  async draftOf(draftId: string): Promise<Draft | undefined> {
    if (draftId === this.draft?.id) return this.draft;
    const other = await drafts.read(this.#store, this.partition, draftPrefix + draftId);
    if (other !== undefined) this.#others.set(draftId, other);
    return other?.value;
  }

  /** Every draft of theirs that can be gone on with, the one that was worked on last first. */
  async openDrafts(): Promise<Draft[]> {
    const stored = await drafts.list(this.#store, this.partition, { prefix: draftPrefix });
    for (const each of stored) this.#others.set(each.value.id, each);
    const open = stored.map(({ value }) => value).filter(({ status }) => status === 'open');
    return open.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  }

  /** Whether there never was a turn before this one. */
  get isFirst(): boolean {
    return this.#before.conversation === undefined;
  }

  knows(key: string): boolean {
    return knows(this.#conversation, key);
  }

  remember(key: string): void {
    this.#conversation = remember(this.#conversation, key);
  }

  /** Keeps the draft as the one they are making. */
  keep(draft: Draft): void {
    this.#drafts.set(draft.id, draft);
    this.#conversation = { ...this.#conversation, draftId: draft.id };
  }

  /** Goes on with another draft of theirs, which stays as it is. It has to have been read in this turn. */
  turnTo(draftId: string): void {
    this.#conversation = { ...this.#conversation, draftId };
  }

  /** Puts a message under what was said; the living card stays where it is. */
  post(content: MessageContent): void {
    this.#conversation = { ...this.#conversation, nextMessage: this.#conversation.nextMessage + 1 };
    this.#messages.set(messagePrefix + nameOf(this.#conversation.nextMessage - 1), this.#message(content, 0));
  }

  /**
   * Makes the living card the newest message.
   * @param left what stays where it was, when it was somewhere
   */
  moveCardDown(draftId: string, left?: MessageContent): void {
    if (left !== undefined) this.changeCard(left);
    const livingCard = nameOf(this.#conversation.nextMessage);
    this.post({ kind: 'intake-card', draftId });
    this.#conversation = { ...this.#conversation, livingCard };
  }

  /** Has the living card drawn anew, where it is: it shows `content`. Posts it when there is none. */
  redrawCard(draftId: string): void {
    if (this.#before.livingCard === undefined) this.moveCardDown(draftId);
    else this.changeCard({ kind: 'intake-card', draftId });
  }

  /** What stands where the living card is becomes this. Nothing when there is none. */
  changeCard(content: MessageContent): void {
    const card = this.#before.livingCard;
    if (card !== undefined) this.#messages.set(card.id, this.#message(content, card.value.wanted));
  }

  /**
   * Puts other content in messages that were posted, those before the count of `from` left as they are. When there
   * are many, all but the last of it is stored at once; the same again changes nothing more.
   * @param replacement `undefined` for what stays as it is
   */
  async replaceMessages(
    from: number,
    replacement: (content: MessageContent) => MessageContent | undefined,
  ): Promise<void> {
    let after = messagePrefix + nameOf(from - 1);
    for (;;) {
      const page = await outgoingMessages.list(this.#store, this.partition, {
        prefix: messagePrefix,
        after,
        limit: mostReplaced,
      });
      const last = page.at(-1);
      if (last === undefined) return;
      if (this.#replaced.length > 0) await this.#store.commit(this.partition, this.#replaced);
      this.#replaced = page.flatMap((stored) => {
        const content = replacement(stored.value.content);
        return content === undefined
          ? []
          : [outgoingMessages.write(stored.id, this.#message(content, stored.value.wanted), stored)];
      });
      after = last.id;
    }
  }

  /** What is kept of somebody beside their draft. */
  get conversation(): Readonly<Conversation> {
    return this.#conversation;
  }

  note(change: Partial<Pick<Conversation, 'asking' | 'remindersOff'>>): void {
    this.#conversation = { ...this.#conversation, ...change };
  }

  /** The living card is an ordinary message from now on. */
  letCardGo(): void {
    const { livingCard: _livingCard, ...rest } = this.#conversation;
    this.#conversation = rest;
  }

  /** @throws PreconditionFailedError when somebody else was first: load and decide again */
  async commit(): Promise<void> {
    const operations = this.#operations();
    if (operations.length > 0) await this.#store.commit(this.partition, operations);
  }

  #operations(): Operation[] {
    const { person, conversation, draft, livingCard } = this.#before;
    const operations: Operation[] = [];
    if (!isSameData(person?.value, this.person))
      operations.push(people.write(personDocumentId, this.person, person));
    if (!isSameData(conversation?.value, this.#conversation)) {
      operations.push(conversations.write(conversationId, this.#conversation, conversation));
    }
    for (const [id, kept] of this.#drafts) {
      const before = draft?.value.id === id ? draft : this.#others.get(id);
      if (!isSameData(before?.value, kept)) operations.push(drafts.write(draftPrefix + id, kept, before));
    }
    for (const [id, message] of this.#messages) {
      operations.push(outgoingMessages.write(id, message, livingCard?.id === id ? livingCard : undefined));
    }
    return [...operations, ...this.#replaced];
  }

  #message(content: MessageContent, wanted: number): OutgoingMessage {
    return { destination: { kind: 'person', person: this.id }, content, wanted: wanted + 1 };
  }
}

/** With what else a turn writes, it has to fit in one commit. */
const mostReplaced = 60;

interface Before {
  person: Stored<Person> | undefined;
  conversation: Stored<Conversation> | undefined;
  draft: Stored<Draft> | undefined;
  livingCard: Stored<OutgoingMessage> | undefined;
}

/** Teams does not tell everything each time: what was known stays. */
function joined(now: Person, before: Person | undefined, at: Instant | undefined): Person {
  return {
    tenantId: now.tenantId,
    objectId: now.objectId,
    name: now.name === '' ? (before?.name ?? '') : now.name,
    mail: now.mail ?? before?.mail,
    language: now.language,
    teamsUserId: now.teamsUserId ?? before?.teamsUserId,
    chat: now.chat ?? before?.chat,
    seenOn: at === undefined ? before?.seenOn : seenAgain(before?.seenOn, at.slice(0, 10)),
  };
}

/** `000012`: in order of their names they are in order of time. */
function nameOf(count: number): string {
  return String(count).padStart(6, '0');
}
