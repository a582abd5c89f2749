import { z } from 'zod';
import type { FindOutcome, Messenger, PostTarget } from '../delivery/messenger.ts';
import type { Instant } from '../domain/instant.ts';
import type { PostAddress, Thread } from '../domain/outgoing-message.ts';
import { personId, type PersonKey } from '../domain/person.ts';
import { graphScope } from './app-tokens.ts';
import type { CallMicrosoft, CallResult } from './call-microsoft.ts';
import { channelOf, rootOf, threadId } from './connector-url.ts';

export type FindPost = Messenger['find'];

export interface FindPostOptions {
  call: CallMicrosoft;
  /** Microsoft Graph's, without version or slash at the end. */
  graphAddress: string;
  /** The app's id in its manifest. */
  manifestId: string;
}

type Looked = { kind: 'found'; messageId: string } | Exclude<FindOutcome, { kind: 'found' }>;
type Given<T> = { kind: 'given'; value: T } | Extract<FindOutcome, { kind: 'unknown' | 'refused' }>;

const pageSize = 50;
/** More than a conversation sees in the time that a post stays in doubt. */
const mostPages = 20;

const chatSchema = z.object({ id: z.string() });
const installationsSchema = z.object({ value: z.array(z.object({ id: z.string() })) });
const messageSchema = z.object({
  id: z.string(),
  createdDateTime: z.string(),
  lastModifiedDateTime: z.string().nullish(),
  attachments: z.array(z.object({ content: z.string().nullish() })).nullish(),
});
const pageSchema = z.object({
  value: z.array(messageSchema),
  '@odata.nextLink': z.url().optional(),
});
type Page = z.infer<typeof pageSchema>;

/**
 * Finds posts again in Microsoft Graph, by their marker. Without the permission to read there the answer is `unknown`.
 */
export function postFinder({ call, graphAddress, manifestId }: FindPostOptions): FindPost {
  const base = `${graphAddress}/v1.0`;
  const chatIds = new Map<string, string>();

  async function ask<T>(url: string, schema: z.ZodType<T>): Promise<Given<T>> {
    if (new URL(url).origin !== new URL(base).origin) return { kind: 'unknown' };
    return given(await call({ method: 'GET', url, scope: graphScope }), schema);
  }
  async function chatIdOf(person: PersonKey): Promise<Given<string>> {
    const known = chatIds.get(personId(person));
    if (known !== undefined) return { kind: 'given', value: known };
    const apps = `${base}/users/${encodeURIComponent(person.objectId)}/teamwork/installedApps`;
    const query = new URLSearchParams({
      $expand: 'teamsApp',
      $filter: `teamsApp/externalId eq '${manifestId}'`,
    });
    const installed = await ask(`${apps}?${query.toString()}`, installationsSchema);
    if (installed.kind !== 'given') return installed;
    const [installation] = installed.value.value;
    if (installation === undefined) return { kind: 'unknown' };
    const chat = await ask(`${apps}/${encodeURIComponent(installation.id)}/chat`, chatSchema);
    if (chat.kind !== 'given') return chat;
    chatIds.set(personId(person), chat.value.id);
    return { kind: 'given', value: chat.value.id };
  }
  async function look(messages: string, marker: string, since: Instant | undefined): Promise<Looked> {
    let url: string | undefined = `${messages}?$top=${pageSize}`;
    for (let pages = 0; pages < mostPages && url !== undefined; pages += 1) {
      const page: Given<Page> = await ask(url, pageSchema);
      if (page.kind !== 'given') return page;
      const found = page.value.value.find((message) => bears(message, marker));
      if (found !== undefined) return { kind: 'found', messageId: found.id };
      if (since !== undefined && reachesBackTo(page.value, since)) return { kind: 'absent' };
      url = page.value['@odata.nextLink'];
    }
    return url === undefined ? { kind: 'absent' } : { kind: 'unknown' };
  }
  return async (target, marker, since) => {
    const messages = await messagesUrl(target, base, chatIdOf);
    if (messages.kind !== 'given') return messages;
    // In which order the answers in a thread come is not written anywhere.
    const looked = await look(messages.value, marker, target.kind === 'thread' ? undefined : since);
    return looked.kind === 'found' ? { kind: 'found', at: addressOf(target, looked.messageId) } : looked;
  };
}

async function messagesUrl(
  target: PostTarget,
  base: string,
  chatIdOf: (person: PersonKey) => Promise<Given<string>>,
): Promise<Given<string>> {
  switch (target.kind) {
    case 'chat': {
      const chatId = await chatIdOf(target.person);
      if (chatId.kind !== 'given') return chatId;
      return { kind: 'given', value: `${base}/chats/${encodeURIComponent(chatId.value)}/messages` };
    }
    case 'channel': {
      const { conversationId, teamId } = target.channel;
      if (teamId === undefined) return { kind: 'unknown' };
      return { kind: 'given', value: base + channelPath({ conversationId, teamId }) };
    }
    case 'thread':
      return repliesUrl(target.thread, base);
    default:
      return target satisfies never;
  }
}

function repliesUrl({ conversationId, teamId }: Thread, base: string): Given<string> {
  const root = rootOf(conversationId);
  if (teamId === undefined || root === undefined) return { kind: 'unknown' };
  const messages = base + channelPath({ conversationId, teamId });
  return { kind: 'given', value: `${messages}/${encodeURIComponent(root)}/replies` };
}

function channelPath({ conversationId, teamId }: { conversationId: string; teamId: string }): string {
  const channel = encodeURIComponent(channelOf(conversationId));
  return `/teams/${encodeURIComponent(teamId)}/channels/${channel}/messages`;
}

function given<T>(result: CallResult, schema: z.ZodType<T>): Given<T> {
  if (result.kind === 'forbidden') return { kind: 'unknown' };
  if (result.kind !== 'answered') return { kind: 'refused' };
  if (result.status === 403 || result.status === 404) return { kind: 'unknown' };
  const parsed = result.status === 200 ? schema.safeParse(result.body) : undefined;
  return parsed?.success === true
    ? { kind: 'given', value: parsed.data }
    : { kind: 'refused', retryAfterMs: result.retryAfterMs };
}

/** Teams gives the card back as text, and may write it in its own way. */
function bears({ attachments }: Page['value'][number], marker: string): boolean {
  return (attachments ?? []).some(({ content }) => content?.includes(`"${marker}"`) === true);
}

/** Messages come last changed first. */
function reachesBackTo({ value }: Page, since: Instant): boolean {
  const last = value.at(-1);
  if (last === undefined) return true;
  return Date.parse(last.lastModifiedDateTime ?? last.createdDateTime) < Date.parse(since);
}

function addressOf(target: PostTarget, messageId: string): PostAddress {
  switch (target.kind) {
    case 'chat':
      return { ...target.chat, tenantId: target.person.tenantId, activityId: messageId };
    case 'thread': {
      const { serviceUrl, conversationId, tenantId } = target.thread;
      return { serviceUrl, tenantId, conversationId, activityId: messageId };
    }
    case 'channel': {
      const { serviceUrl, conversationId, tenantId } = target.channel;
      const thread = threadId(conversationId, messageId);
      return { serviceUrl, tenantId, conversationId: thread, activityId: messageId };
    }
    default:
      return target satisfies never;
  }
}
