import type { Draft } from '../domain/draft/draft.ts';
import { dueReminder } from '../domain/draft/reminder.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { OutgoingMessage } from '../domain/outgoing-message.ts';
import type { Language } from '../domain/person.ts';
import type { Stored } from '../store/collection.ts';
import { conversationId, conversations } from '../store/documents/conversation-documents.ts';
import { drafts } from '../store/documents/draft-documents.ts';
import { messagePrefix, outgoingMessages } from '../store/documents/message-documents.ts';
import { people, personDocumentId } from '../store/documents/person-documents.ts';
import { PreconditionFailedError } from '../store/port.ts';
import { findCurrentEdition } from '../use-cases/edition-context.ts';
import type { World } from '../use-cases/world.ts';
import type { TextKey } from '../texts/texts.ts';
import { closingText } from './closing-text.ts';

interface Place {
  partition: string;
  id: string;
}

/** Reminds whoever has an unfinished draft and is due a reminder; each reminder once, however often this is done. */
export async function remindDrafts(world: World, places: readonly Place[]): Promise<void> {
  const edition = await findCurrentEdition(world.store);
  if (edition === undefined || edition.remindDaysBefore.length === 0) return;
  for (const place of places) await remind(world, edition, place);
}

async function remind(world: World, edition: Edition, { partition, id }: Place): Promise<void> {
  const { store } = world;
  const draft = await drafts.read(store, partition, id);
  const days = draft && dueReminder(draft.value, edition, world.now());
  if (draft === undefined || days === undefined) return;
  const conversation = await conversations.read(store, partition, conversationId);
  if (conversation?.value.remindersOff === true) return;
  const language = (await people.read(store, partition, personDocumentId))?.value.language ?? 'nl';
  const name = `${messagePrefix}reminder-${draft.value.id}-${String(days)}`;
  try {
    await store.commit(partition, [
      reminded(draft, days),
      outgoingMessages.create(name, messageTo(draft.value, edition, language)),
    ]);
  } catch (error) {
    // Its owner was at work just now, or another server was first: next time.
    if (!(error instanceof PreconditionFailedError)) throw error;
  }
}

/** In one commit with the message: who hands in at the same time is not reminded. */
function reminded({ id, value, etag }: Stored<Draft>, days: number) {
  return drafts.replace(id, { ...value, reminded: [...(value.reminded ?? []), days] }, etag);
}

function messageTo({ submitter, answers }: Draft, edition: Edition, language: Language): OutgoingMessage {
  const closing = closingText(language, edition);
  const { title } = answers;
  const key: TextKey = title === undefined ? 'reminder.draft.untitled' : 'reminder.draft';
  return {
    destination: { kind: 'person', person: submitter },
    content: { kind: 'notice', text: key, values: { ...(title !== undefined && { title }), closing } },
    wanted: 1,
  };
}
