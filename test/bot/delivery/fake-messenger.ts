import { setTimeout as sleep } from 'node:timers/promises';
import type {
  ChangeOutcome,
  FindOutcome,
  Messenger,
  PostOutcome,
  PostTarget,
  RenderedMessage,
} from '../../../bot/delivery/messenger.ts';
import type { PostAddress } from '../../../bot/domain/outgoing-message.ts';

export type FakeCall =
  | { kind: 'post'; conversation: string; message: RenderedMessage }
  | { kind: 'edit'; at: PostAddress; message: RenderedMessage }
  | { kind: 'remove'; at: PostAddress }
  | { kind: 'find'; conversation: string; marker: string };

/** What happens to a call; where a fault has no meaning for that kind of call, it goes well. */
export type Fault =
  | 'none'
  | 'refused'
  /** Refused, with a Retry-After of {@link FakeOptions.retryAfterMs}. */
  | 'throttled'
  /** No answer, and it was not taken. */
  | 'cut-before'
  /** No answer, and it was taken. */
  | 'cut-after'
  /** A post: no answer, and it is taken only after {@link FakeOptions.lateMs}. */
  | 'late'
  | 'undeliverable'
  /** The messenger itself breaks, before anything is sent. */
  | 'broken';

/** A message as it stands in the fake Teams. */
export interface FakeMessage {
  at: PostAddress;
  shows: RenderedMessage;
  postedAt: number;
  edits: number;
  removed: boolean;
}

export interface FakeOptions {
  /** Whether there is permission to look messages up. */
  canFind?: boolean;
  fault?: (call: FakeCall) => Fault;
  /** How long a call is under way. */
  takesMs?: (call: FakeCall) => number;
  lateMs?: number;
  retryAfterMs?: number;
}

export interface FakeMessenger extends Messenger {
  /** In the order in which they were taken, the removed ones too. */
  messages: FakeMessage[];
  calls: FakeCall[];
  /** To be changed while it is used. */
  options: FakeOptions;
}

/** Teams in memory, with every way in which it can fail. */
export function fakeMessenger(options: FakeOptions = {}): FakeMessenger {
  const fake = new Fake(options);
  return Object.assign(fake, {
    post: fake.post.bind(fake),
    edit: fake.edit.bind(fake),
    remove: fake.remove.bind(fake),
    find: fake.find.bind(fake),
  });
}

class Fake implements FakeMessenger {
  readonly messages: FakeMessage[] = [];
  readonly calls: FakeCall[] = [];
  options: FakeOptions;

  constructor(options: FakeOptions) {
    this.options = options;
  }

  async post(target: PostTarget, message: RenderedMessage, mayGo?: () => boolean): Promise<PostOutcome> {
    const fault = await this.#begin({ kind: 'post', conversation: conversationOf(target), message });
    if (mayGo?.() === false) return { kind: 'refused' };
    switch (fault) {
      case 'none':
        return { kind: 'posted', at: this.#take(target, message) };
      case 'refused':
        return { kind: 'refused' };
      case 'throttled':
        return { kind: 'refused', retryAfterMs: this.options.retryAfterMs ?? 1 };
      case 'cut-after':
        this.#take(target, message);
        return { kind: 'ambiguous' };
      case 'late':
        setTimeout(() => this.#take(target, message), this.options.lateMs ?? 1);
        return { kind: 'ambiguous' };
      case 'cut-before':
        return { kind: 'ambiguous' };
      case 'undeliverable':
        return { kind: 'undeliverable', reason: 'BotNotInConversationRoster' };
      case 'broken':
        throw new Error('broken on purpose');
      default:
        return fault satisfies never;
    }
  }

  async edit(at: PostAddress, message: RenderedMessage, mayGo?: () => boolean): Promise<ChangeOutcome> {
    const apply = (found: FakeMessage) => {
      found.shows = message;
      found.edits += 1;
    };
    return this.#change({ kind: 'edit', at, message }, apply, mayGo);
  }

  async remove(at: PostAddress, mayGo?: () => boolean): Promise<ChangeOutcome> {
    const apply = (found: FakeMessage) => {
      found.removed = true;
    };
    return this.#change({ kind: 'remove', at }, apply, mayGo);
  }

  async find(target: PostTarget, marker: string, since: string): Promise<FindOutcome> {
    const conversation = conversationOf(target);
    const fault = await this.#begin({ kind: 'find', conversation, marker });
    if (fault === 'broken') throw new Error('broken on purpose');
    if (fault === 'throttled') return { kind: 'refused', retryAfterMs: this.options.retryAfterMs ?? 1 };
    // Where the app is no longer, it may not look.
    if (fault === 'undeliverable') return { kind: 'unknown' };
    if (fault !== 'none') return { kind: 'refused' };
    if (this.options.canFind === false) return { kind: 'unknown' };
    const found = this.messages.find(
      (message) =>
        message.at.conversationId === conversation &&
        message.shows.marker === marker &&
        message.postedAt >= Date.parse(since) &&
        !message.removed,
    );
    return found ? { kind: 'found', at: found.at } : { kind: 'absent' };
  }

  async #begin(call: FakeCall): Promise<Fault> {
    this.calls.push(call);
    const takesMs = this.options.takesMs?.(call) ?? 0;
    if (takesMs > 0) await sleep(takesMs);
    return this.options.fault?.(call) ?? 'none';
  }

  #take(target: PostTarget, message: RenderedMessage): PostAddress {
    const { serviceUrl, tenantId, conversationId } = placeOf(target);
    const activityId = String(1_700_000_000_000 + this.messages.length);
    const at = { serviceUrl, tenantId, conversationId, activityId };
    this.messages.push({ at, shows: message, postedAt: Date.now(), edits: 0, removed: false });
    return at;
  }

  async #change(
    call: Extract<FakeCall, { kind: 'edit' | 'remove' }>,
    apply: (found: FakeMessage) => void,
    mayGo: (() => boolean) | undefined,
  ): Promise<ChangeOutcome> {
    const fault = await this.#begin(call);
    if (mayGo?.() === false) return { kind: 'refused' };
    switch (fault) {
      case 'refused':
      case 'cut-before':
        return { kind: 'refused' };
      case 'throttled':
        return { kind: 'refused', retryAfterMs: this.options.retryAfterMs ?? 1 };
      case 'undeliverable':
        return { kind: 'undeliverable', reason: 'MessageNotFound' };
      case 'broken':
        throw new Error('broken on purpose');
      case 'none':
      case 'late':
      case 'cut-after':
        return this.#applyTo(call, apply, fault);
      default:
        return fault satisfies never;
    }
  }

  #applyTo(
    { kind, at }: { kind: 'edit' | 'remove'; at: PostAddress },
    apply: (found: FakeMessage) => void,
    fault: Fault,
  ): ChangeOutcome {
    const found = this.messages.find(
      (message) => message.at.conversationId === at.conversationId && message.at.activityId === at.activityId,
    );
    if (!found || (found.removed && kind === 'edit'))
      return { kind: 'undeliverable', reason: 'MessageNotFound' };
    apply(found);
    return fault === 'cut-after' ? { kind: 'refused' } : { kind: 'done' };
  }
}

function conversationOf(target: PostTarget): string {
  return placeOf(target).conversationId;
}

function placeOf(target: PostTarget) {
  switch (target.kind) {
    case 'chat':
      return { ...target.chat, tenantId: target.person.tenantId };
    case 'channel':
      return target.channel;
    case 'thread':
      return target.thread;
    default:
      return target satisfies never;
  }
}
