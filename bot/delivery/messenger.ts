import type { JuryChannel } from '../domain/edition/edition-role.ts';
import type { Instant } from '../domain/instant.ts';
import type { PostAddress, Thread } from '../domain/outgoing-message.ts';
import type { ChatAddress, PersonKey } from '../domain/person.ts';

/** The way out to Teams, as delivery wants it: one try a call, and an honest answer about what became of it. */
export interface Messenger {
  post(target: PostTarget, message: RenderedMessage, mayGo?: MayGo): Promise<PostOutcome>;
  edit(at: PostAddress, message: RenderedMessage, mayGo?: MayGo): Promise<ChangeOutcome>;
  remove(at: PostAddress, mayGo?: MayGo): Promise<ChangeOutcome>;
  /** Looks whether a message with this marker stands there, posted at `since` or later. */
  find(target: PostTarget, marker: string, since: Instant): Promise<FindOutcome>;
}

/**
 * Asked at the last moment before a request leaves this machine, when there is nothing left to wait for. When the answer
 * is no it does not go, and is refused: this process may have slept, and another may have taken its place.
 */
type MayGo = () => boolean;

export type PostTarget =
  | { kind: 'chat'; person: PersonKey; chat: ChatAddress }
  /** A post that starts a thread. */
  | { kind: 'channel'; channel: JuryChannel }
  /** An answer in a thread. */
  | { kind: 'thread'; thread: Thread };

/** A message as Teams will draw it. */
export interface RenderedMessage {
  /** An Adaptive Card of at most 20 KB. */
  card: Record<string, unknown>;
  /** What a notification says, and a screen reader reads first: plain text. */
  summary: string;
  /**
   * Unique to this message; the messenger puts it where {@link Messenger.find} finds it again (the `id` of the card's
   * first element), so that a post whose answer never came can be recognised.
   */
  marker: string;
}

export type PostOutcome =
  | { kind: 'posted'; at: PostAddress }
  /** It certainly did not arrive: never sent, or turned down (429, 412, connection refused). */
  | { kind: 'refused'; retryAfterMs?: number }
  /** It may have arrived: cut off, timed out, 5xx. */
  | { kind: 'ambiguous' }
  /** It never will: the bot was removed, the conversation is gone. */
  | { kind: 'undeliverable'; reason: string };

/** An edit or a removal may be done again without harm, so there is nothing ambiguous about it. */
export type ChangeOutcome =
  | { kind: 'done' }
  | { kind: 'refused'; retryAfterMs?: number }
  /** The message is gone, or may no longer be changed. */
  | { kind: 'undeliverable'; reason: string };

export type FindOutcome =
  | { kind: 'found'; at: PostAddress }
  | { kind: 'absent' }
  /** It can't be looked up here: no permission to read. */
  | { kind: 'unknown' }
  /** Not now; ask again. */
  | { kind: 'refused'; retryAfterMs?: number };
