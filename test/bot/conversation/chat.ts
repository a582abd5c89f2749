import { createHash } from 'node:crypto';
import { drawPersonal, renderPersonalMessage } from '../../../bot/cards/personal-message.ts';
import type { Conversation as ChatDocument } from '../../../bot/domain/draft/conversation.ts';
import { newConversation } from '../../../bot/domain/draft/conversation.ts';
import { createConversation } from '../../../bot/conversation/converse.ts';
import type { Conversation } from '../../../bot/conversation/converse.ts';
import type { Said, Tapped, TapReply } from '../../../bot/conversation/inbound-event.ts';
import type { Draft } from '../../../bot/domain/draft/draft.ts';
import type { Edition } from '../../../bot/domain/edition/edition.ts';
import type { OutgoingMessage } from '../../../bot/domain/outgoing-message.ts';
import type { Person } from '../../../bot/domain/person.ts';
import { personId } from '../../../bot/domain/person.ts';
import type { Submission } from '../../../bot/domain/submission/submission.ts';
import { conversationId, conversations } from '../../../bot/store/documents/conversation-documents.ts';
import { draftPrefix, drafts } from '../../../bot/store/documents/draft-documents.ts';
import {
  editionDocumentId,
  editionPartition,
  editions,
} from '../../../bot/store/documents/edition-documents.ts';
import { messagePrefix, outgoingMessages } from '../../../bot/store/documents/message-documents.ts';
import { personPartition } from '../../../bot/store/documents/person-documents.ts';
import {
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../../bot/store/documents/submission-documents.ts';
import type { DocumentStore } from '../../../bot/store/port.ts';
import type { SimilarFinder } from '../../../bot/use-cases/submitting/find-similar.ts';
import type { World } from '../../../bot/use-cases/world.ts';
import { createReadModel } from '../../../bot/views/kept-read-model.ts';
import { makeExample } from '../../teams/example/make-example.ts';
import { openFreshStore } from '../store/sqlite/open-fresh-store.ts';
import { actionsOf, filledIn } from '../../teams/card-actions.ts';
import { textOf } from '../../teams/card-text.ts';

const noon = '2026-11-22T12:00:00.000Z';

export const sanne: Person = {
  tenantId: 'tenant',
  objectId: 'sanne',
  name: 'Sanne de Wit',
  mail: 'sanne.dewit@utrecht.example',
  language: 'nl',
  teamsUserId: '29:sanne',
  chat: { serviceUrl: 'http://127.0.0.1:9/', conversationId: 'chat-sanne' },
};

/** A message as the person sees it. */
export interface Seen {
  name: string;
  kind: OutgoingMessage['content']['kind'];
  card: Record<string, unknown>;
  text: string;
}

/** The bot over a fresh store, and people who talk to it. */
export interface Place {
  world: World;
  edition: Edition;
  with(person?: Person): Chat;
  setNow(to: string): void;
  /** The process ends and starts again. */
  restart(): Promise<void>;
  /** Whatever the store does next time, it does this first. */
  failCommits(fail: ((partition: string) => boolean) | undefined): void;
  submissions(): Promise<Submission[]>;
  close(): Promise<void>;
}

/** Only what every edition has to ask: most of what a conversation does shows without the rest. */
const fewSteps: Partial<Edition> = {
  steps: [
    { ask: 'whose' },
    { ask: 'participant' },
    { ask: 'title' },
    { ask: 'description' },
    { ask: 'category' },
    { ask: 'finished' },
    { ask: 'contact' },
  ],
  conditions: [],
};

export interface PlaceOptions {
  /** What is different in the example edition; of its questions only the few unless told. */
  edition?: Partial<Edition>;
  similar?: SimilarFinder;
  /** Milliseconds since 1970, of the store: decides what has expired. */
  storeNow?: () => number;
}

/** @param where the folder that its store is made in */
export async function openPlace(where?: string, options: PlaceOptions = {}): Promise<Place> {
  const opened = await openFreshStore(where, options.storeNow);
  const readModel = createReadModel();
  let [at, ids] = [noon, 0];
  let failing: ((partition: string) => boolean) | undefined;
  const store = (): DocumentStore => opened.store;
  const watched = failingStore(store, (partition) => failing?.(partition) ?? false);
  const edition = await makeExample({
    store: opened.store,
    channel: { serviceUrl: 'http://127.0.0.1:9/', conversationId: '19:jury', tenantId: 't', teamId: 'team' },
    now: new Date(noon),
    withoutSubmissions: true,
    changes: options.edition ?? fewSteps,
  });
  const world: World = {
    store: watched,
    readModel,
    now: () => at,
    newId: () => `draft-${String((ids += 1))}`,
    similar: options.similar ?? { find: () => [] },
    firstOrganisers: new Set(),
  };
  let conversation = start(world);
  return {
    world,
    edition,
    with: (person = sanne) => new Chat(world, person, () => conversation),
    setNow: (to) => (at = to),
    restart: async () => {
      await opened.reopen();
      conversation = start(world);
    },
    failCommits: (fail) => (failing = fail),
    submissions: () => submissionsIn(opened.store),
    close: () => opened.close(),
  };
}

function start(world: World): Conversation {
  return createConversation(world, { draw: drawPersonal });
}

class CommitFailedError extends Error {
  readonly code = 'commit-failed';
}

function failingStore(store: () => DocumentStore, fails: (partition: string) => boolean): DocumentStore {
  return {
    read: (partition, id) => store().read(partition, id),
    list: (partition, options) => store().list(partition, options),
    commit: async (partition, operations) => {
      if (fails(partition)) throw new CommitFailedError(`the disk is full for ${partition}`);
      return store().commit(partition, operations);
    },
    feedRanges: () => store().feedRanges(),
    readFeed: (range, token, limit) => store().readFeed(range, token, limit),
    onCommit: (listener) => store().onCommit(listener),
    close: () => store().close(),
  };
}

async function submissionsIn(store: DocumentStore): Promise<Submission[]> {
  const { changes } = await store.readFeed('all', null, 1_000_000);
  return changes.filter((change) => submissions.is(change)).map((change) => submissions.parse(change).value);
}

let events = 0;

export class Chat {
  readonly person: Person;
  readonly id: string;
  readonly #world: World;
  readonly #conversation: () => Conversation;
  readonly #partition: string;
  #last: (() => Promise<TapReply | undefined>) | undefined;

  constructor(world: World, person: Person, conversation: () => Conversation) {
    this.#world = world;
    this.person = person;
    this.id = personId(person);
    this.#partition = personPartition(this.id);
    this.#conversation = conversation;
  }

  async arrive(key = this.#key()): Promise<void> {
    const event = { kind: 'arrived' as const, key, at: this.#world.now(), person: this.person };
    await this.#do(async () => {
      await this.#conversation().arrived(event);
      return undefined;
    });
  }

  async say(text: string, more: Partial<Said> = {}): Promise<void> {
    const event: Said = {
      kind: 'said',
      key: this.#key(),
      at: this.#world.now(),
      person: this.person,
      text,
      hasAttachment: false,
      ...more,
    };
    await this.#do(async () => {
      await this.#conversation().said(event);
      return undefined;
    });
  }

  /** Taps what has this title on a card, the newest one unless told. */
  async tap(
    title: string | RegExp,
    inputs: Record<string, string> = {},
    card?: Record<string, unknown>,
  ): Promise<TapReply> {
    const drawn = card ?? (await this.newest()).card;
    const actions = actionsOf({ cards: [drawn] });
    const action = actions.find(({ title: name = '' }) =>
      typeof title === 'string' ? name === title : title.test(name),
    );
    if (action === undefined) throw new Error(`no action ${String(title)} on: ${seenOn(drawn)}`);
    const { verb = '', data } = filledIn(action, inputs);
    return this.send(verb, data ?? {});
  }

  async send(verb: string, data: Record<string, unknown>, more: Partial<Tapped> = {}): Promise<TapReply> {
    const key = createHash('sha256')
      .update(`${verb} ${JSON.stringify(data)}`)
      .digest('base64url');
    const event: Tapped = {
      kind: 'tapped',
      key,
      at: this.#world.now(),
      person: this.person,
      verb,
      data,
      where: 'chat',
      automatic: false,
      ...more,
    };
    const reply = await this.#do(() => this.#conversation().tapped(event));
    if (reply === undefined) throw new Error('a tap was not answered');
    return reply;
  }

  /** Teams brings the last thing again. */
  async again(): Promise<TapReply | undefined> {
    return this.#last?.();
  }

  async #do(act: () => Promise<TapReply | undefined>): Promise<TapReply | undefined> {
    this.#last = act;
    return act();
  }

  #key(): string {
    return `event-${String((events += 1))}`;
  }

  /** Every message that is to be seen, oldest first. */
  async messages(): Promise<Seen[]> {
    const stored = await outgoingMessages.list(this.#world.store, this.#partition, { prefix: messagePrefix });
    const seen = await Promise.all(
      stored.map(async ({ id, value }): Promise<Seen[]> => {
        const message = await renderPersonalMessage(this.#world, this.id, value.content);
        if (message === undefined) return [];
        return [{ name: id, kind: value.content.kind, card: message.card, text: seenOn(message.card) }];
      }),
    );
    return seen.flat();
  }

  /** How many messages were ever made. */
  async count(): Promise<number> {
    return (await outgoingMessages.list(this.#world.store, this.#partition, { prefix: messagePrefix }))
      .length;
  }

  async newest(): Promise<Seen> {
    const newest = (await this.messages()).at(-1);
    if (newest === undefined) throw new Error('there is no message');
    return newest;
  }

  async chat(): Promise<ChatDocument> {
    return (
      (await conversations.read(this.#world.store, this.#partition, conversationId))?.value ?? newConversation
    );
  }

  async drafts(): Promise<Draft[]> {
    const stored = await drafts.list(this.#world.store, this.#partition, { prefix: draftPrefix });
    return stored.map(({ value }) => value);
  }

  async draft(): Promise<Draft> {
    const { draftId } = await this.chat();
    const draft = (await this.drafts()).find(({ id }) => id === draftId);
    if (draft === undefined) throw new Error('there is no draft');
    return draft;
  }
}

export function cardOf(reply: TapReply): Record<string, unknown> {
  if (reply.kind !== 'card') throw new Error(`no card but ${JSON.stringify(reply)}`);
  return reply.card;
}

export async function submissionOf(store: DocumentStore, id: string): Promise<Submission | undefined> {
  return (await submissions.read(store, submissionPartition(id), submissionDocumentId))?.value;
}

/** Changes when the edition opens and closes. */
export async function changeEdition(
  store: DocumentStore,
  edition: Edition,
  change: Partial<Edition>,
): Promise<void> {
  const partition = editionPartition(edition.id);
  const before = await editions.read(store, partition, editionDocumentId);
  if (before === undefined) throw new Error('there is no edition');
  await store.commit(partition, [
    editions.replace(editionDocumentId, { ...before.value, ...change }, before.etag),
  ]);
}

/** All that can be read on a card, line by line. */
export function seenOn(card: Record<string, unknown>): string {
  return textOf({ cards: [card] });
}
