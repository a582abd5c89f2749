import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { openDatabase } from './open-database.ts';

/** Everything that people in Teams would still see after a restart. Each write is on disk when it returns. */
export interface State {
  /** A value made once and kept: keys, secrets. */
  setting(name: string, make: () => Promise<string>): Promise<string>;
  /** Teams' message ids are the moment in epoch milliseconds; two in one millisecond still differ. */
  newMessageId(now: number): string;
  add(message: NewMessage): Message;
  edit(message: Message, content: Content, now: number): Message;
  remove(message: Message, now: number): void;
  restore(message: Message): void;
  message(id: string): Message | undefined;
  /** Oldest first, deleted ones too; without a conversation: all there are. */
  messages(conversation?: string): Message[];
  view(message: string, person: string): View | undefined;
  putView(view: Omit<View, 'changed'>): void;
  isOpened(conversation: string): boolean;
  setOpened(conversation: string, now: number): void;
  /** The app has to be added there anew. */
  setUnopened(conversation: string): void;
  /** Whether a channel is there for the bot; `left`: it is, but the app is not in it. */
  lost(conversation: string): Lost | undefined;
  setLost(conversation: string, how: Lost | undefined): void;
  /** When the last message was sent, in epoch milliseconds. */
  lastSentAt(conversation: string): number | undefined;
  /** How many messages of others this person has not seen. */
  unread(person: string, conversation: string): number;
  setSeen(person: string, conversation: string): void;
  close(): void;
}

export interface Content {
  text?: string;
  cards: unknown[];
}

type Lost = 'deleted' | 'left';

interface NewMessage extends Content {
  id: string;
  /** The channel or the personal conversation; never with `;messageid=`. */
  conversation: string;
  root?: string;
  /** Object id of a person, or `bot`. */
  sender: string;
  sentAt: number;
}

export interface Message extends NewMessage {
  editedAt?: number;
  deletedAt?: number;
  /** 1 when posted, one more with every edit: what a person's view belongs to. */
  generation: number;
  /** Place in the order of all changes. */
  created: number;
  changed: number;
}

/** What one person was last shown of one message by an action or a refresh. */
interface View {
  message: string;
  person: string;
  generation: number;
  /** Absent: the invoke gave no card, the person sees the message as it is. */
  card?: unknown;
  invokedAt: number;
  /** A refresh was answered with an error: Teams asks no more until the next edit. */
  stopped: boolean;
  changed: number;
}

export function openState(folder: string | undefined): State {
  const database = openDatabase(folder);
  let change = number(
    database,
    'SELECT max(m) AS n FROM (SELECT max(changed) m FROM messages UNION SELECT max(changed) FROM views)',
  );
  let lastId = number(database, 'SELECT max(CAST(id AS INTEGER)) AS n FROM messages');
  const messages = messageTable(database, () => ++change);
  return {
    ...messages,
    ...viewTable(database, () => ++change),
    ...conversationTables(database, () => change),
    async setting(name, make) {
      const row = database.prepare('SELECT value FROM settings WHERE name = ?').get(name);
      if (row) return z.string().parse(row['value']);
      const value = await make();
      database.prepare('INSERT INTO settings VALUES (?, ?)').run(name, value);
      return value;
    },
    newMessageId(now) {
      lastId = Math.max(now, lastId + 1);
      return String(lastId);
    },
    close: () => database.close(),
  };
}

function messageTable(database: DatabaseSync, nextChange: () => number) {
  const parse = once(parseMessage, ['id']);
  const insert = database.prepare('INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL, 1, ?, ?)');
  const update = database.prepare(
    'UPDATE messages SET text = ?, cards = ?, edited_at = ?, generation = ?, changed = ? WHERE id = ?',
  );
  const markDeleted = database.prepare('UPDATE messages SET deleted_at = ?, changed = ? WHERE id = ?');
  const markRestored = database.prepare('UPDATE messages SET deleted_at = NULL, changed = ? WHERE id = ?');
  const byId = database.prepare('SELECT * FROM messages WHERE id = ?');
  const byConversation = database.prepare('SELECT * FROM messages WHERE conversation = ? ORDER BY created');
  const all = database.prepare('SELECT * FROM messages ORDER BY created');
  return {
    add(message: NewMessage): Message {
      const { id, conversation, root, sender, text, cards, sentAt } = message;
      const at = nextChange();
      const cardsText = JSON.stringify(cards);
      insert.run(id, conversation, root ?? null, sender, text ?? null, cardsText, sentAt, at, at);
      return { ...message, generation: 1, created: at, changed: at };
    },
    edit(message: Message, { text, cards }: Content, now: number): Message {
      const changed = nextChange();
      const generation = message.generation + 1;
      update.run(text ?? null, JSON.stringify(cards), now, generation, changed, message.id);
      return { ...message, text, cards, editedAt: now, generation, changed };
    },
    remove(message: Message, now: number): void {
      markDeleted.run(now, nextChange(), message.id);
    },
    restore(message: Message): void {
      markRestored.run(nextChange(), message.id);
    },
    message(id: string): Message | undefined {
      const row = byId.get(id);
      return row && parse(row);
    },
    messages(conversation?: string): Message[] {
      const rows = conversation === undefined ? all.all() : byConversation.all(conversation);
      return rows.map(parse);
    },
  };
}

function viewTable(database: DatabaseSync, nextChange: () => number) {
  const parse = once(parseView, ['message', 'person']);
  const get = database.prepare('SELECT * FROM views WHERE message = ? AND person = ?');
  const put = database.prepare('INSERT OR REPLACE INTO views VALUES (?, ?, ?, ?, ?, ?, ?)');
  return {
    view(message: string, person: string): View | undefined {
      const row = get.get(message, person);
      return row && parse(row);
    },
    putView(view: Omit<View, 'changed'>): void {
      const card = view.card === undefined ? null : JSON.stringify(view.card);
      const stopped = view.stopped ? 1 : 0;
      put.run(view.message, view.person, view.generation, card, view.invokedAt, stopped, nextChange());
    },
  };
}

function conversationTables(database: DatabaseSync, currentChange: () => number) {
  const opened = database.prepare('SELECT at FROM opened WHERE conversation = ?');
  const open = database.prepare('INSERT OR IGNORE INTO opened VALUES (?, ?)');
  const unopen = database.prepare('DELETE FROM opened WHERE conversation = ?');
  const lost = database.prepare('SELECT how FROM lost WHERE conversation = ?');
  const lose = database.prepare('INSERT OR REPLACE INTO lost VALUES (?, ?)');
  const find = database.prepare('DELETE FROM lost WHERE conversation = ?');
  const see = database.prepare('INSERT OR REPLACE INTO seen VALUES (?, ?, ?)');
  const last = database.prepare(
    'SELECT max(sent_at) AS n FROM messages WHERE conversation = ? AND deleted_at IS NULL',
  );
  const unread = database.prepare(`SELECT count(*) AS n FROM messages
    WHERE conversation = :conversation AND sender <> :person AND deleted_at IS NULL AND created >
      coalesce((SELECT change FROM seen WHERE person = :person AND conversation = :conversation), 0)`);
  return {
    isOpened: (conversation: string) => opened.get(conversation) !== undefined,
    setOpened(conversation: string, now: number): void {
      open.run(conversation, now);
    },
    setUnopened(conversation: string): void {
      unopen.run(conversation);
    },
    lost: (conversation: string) =>
      z.enum(['deleted', 'left']).optional().parse(lost.get(conversation)?.['how']),
    setLost(conversation: string, how: Lost | undefined): void {
      if (how === undefined) find.run(conversation);
      else lose.run(conversation, how);
    },
    lastSentAt: (conversation: string) => optional(z.number()).parse(last.get(conversation)?.['n']),
    unread: (person: string, conversation: string) =>
      z.number().parse(unread.get({ person, conversation })?.['n']),
    setSeen(person: string, conversation: string): void {
      see.run(person, conversation, currentChange());
    },
  };
}

/**
 * Who waits for something looks at all there is again and again: a row is read anew only when it was written.
 * @param key the columns that tell rows apart
 */
function once<T extends { changed: number }>(
  parse: (row: unknown) => T,
  key: readonly string[],
): (row: Record<string, unknown>) => T {
  const read = new Map<string, T>();
  return (row) => {
    const name = JSON.stringify(key.map((column) => row[column]));
    const known = read.get(name);
    if (known !== undefined && known.changed === row['changed']) return known;
    const parsed = parse(row);
    read.set(name, parsed);
    return parsed;
  };
}

const json = z.string().transform((text): unknown => JSON.parse(text));
const optional = <T extends z.ZodType>(type: T) => type.nullable().transform((value) => value ?? undefined);

const messageRow = z.object({
  id: z.string(),
  conversation: z.string(),
  root: optional(z.string()),
  sender: z.string(),
  text: optional(z.string()),
  cards: json.pipe(z.array(z.unknown())),
  sent_at: z.number(),
  edited_at: optional(z.number()),
  deleted_at: optional(z.number()),
  generation: z.number(),
  created: z.number(),
  changed: z.number(),
});

function parseMessage(row: unknown): Message {
  const { sent_at, edited_at, deleted_at, ...same } = messageRow.parse(row);
  return { ...same, sentAt: sent_at, editedAt: edited_at, deletedAt: deleted_at };
}

const viewRow = z.object({
  message: z.string(),
  person: z.string(),
  generation: z.number(),
  card: optional(json),
  invoked_at: z.number(),
  stopped: z.number().transform((flag) => flag === 1),
  changed: z.number(),
});

function parseView(row: unknown): View {
  const { invoked_at, ...same } = viewRow.parse(row);
  return { ...same, invokedAt: invoked_at };
}

function number(database: DatabaseSync, query: string): number {
  return z.number().nullable().parse(database.prepare(query).get()?.['n']) ?? 0;
}
