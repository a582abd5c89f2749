import type { OutgoingMessage, Thread } from '../../domain/outgoing-message.ts';
import type { Person } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import { channelPrefix, editionPartition, juryChannels } from '../../store/documents/edition-documents.ts';
import { messagePrefix, outgoingMessages } from '../../store/documents/message-documents.ts';
import { personPartition } from '../../store/documents/person-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { PreconditionFailedError } from '../../store/port.ts';
import { findCurrentEdition } from '../edition-context.ts';
import { boundChannel } from '../people/find-address.ts';
import type { World } from '../world.ts';

export interface Mention {
  /** The same however often Teams brings it. */
  key: string;
  person: Person;
  thread: Thread;
}

/**
 * Tells who named the bot in a channel what it can do there, and what only in their own chat; once a mention.
 * @param isKept it was said below a jury post, and kept as what the jury says
 */
export async function answerMention(
  { store }: Pick<World, 'store'>,
  mention: Mention,
  isKept = false,
): Promise<void> {
  if (isKept) return answerInThread(store, mention, { text: 'mention.jury-thread' });
  const isJurys = await isJuryChannel(store, mention.thread);
  await answerInThread(store, mention, { text: isJurys ? 'mention.jury-channel' : 'mention.elsewhere' });
}

/** A sentence, by the key of its text. */
interface Sentence {
  text: string;
  values?: Record<string, string | number>;
}

/** Says a sentence below what was said to the bot; once a mention. */
export async function answerInThread(
  store: DocumentStore,
  { key, person, thread }: Mention,
  { text, values = {} }: Sentence,
): Promise<void> {
  const answer: OutgoingMessage = {
    destination: { kind: 'thread', language: person.language, ...thread },
    content: { kind: 'notice', text, values },
    wanted: 1,
  };
  try {
    const once = outgoingMessages.create(`${messagePrefix}mention-${key}`, answer);
    await store.commit(personPartition(personId(person)), [once]);
  } catch (error) {
    // It was answered already.
    if (!(error instanceof PreconditionFailedError)) throw error;
  }
}

/** Whether a mention was answered already: what it asked is done then. */
export async function isAnswered(
  store: DocumentStore,
  { key, person }: Omit<Mention, 'thread'>,
): Promise<boolean> {
  const id = `${messagePrefix}mention-${key}`;
  return (await outgoingMessages.read(store, personPartition(personId(person)), id)) !== undefined;
}

async function isJuryChannel(store: DocumentStore, thread: Thread): Promise<boolean> {
  const edition = await findCurrentEdition(store);
  if (edition === undefined) return false;
  const bound = await juryChannels.list(store, editionPartition(edition.id), { prefix: channelPrefix });
  const here = channelOf(thread.conversationId);
  return bound.some(({ value }) => boundChannel(value)?.conversationId === here);
}

/** Teams calls a thread by its channel and, behind a semicolon, its first message. */
export function channelOf(conversationId: string): string {
  return conversationId.split(';')[0] ?? conversationId;
}
