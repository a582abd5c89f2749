import { z } from 'zod';
import type {
  ChangeOutcome,
  Messenger,
  PostOutcome,
  PostTarget,
  RenderedMessage,
} from '../delivery/messenger.ts';
import type { PostAddress } from '../domain/outgoing-message.ts';
import type { ChatAddress } from '../domain/person.ts';
import { botScope } from './app-tokens.ts';
import type { CallMicrosoft, CallResult } from './call-microsoft.ts';
import { channelOf, connectorUrl, rootOf, threadId } from './connector-url.ts';
import type { FindPost } from './find-post.ts';
import { markCard } from './mark-card.ts';

/** The messenger that speaks to Teams by the Bot Connector's REST API, and looks things up in Microsoft Graph. */
export function teamsMessenger(call: CallMicrosoft, find: FindPost): Messenger {
  return {
    find,
    async post(target, message, mayGo) {
      const { url, body } = postRequest(target, message);
      return postOutcome(target, await call({ method: 'POST', scope: botScope, url, body, mayGo }));
    },
    async edit(at, message, mayGo) {
      const body = { ...activityOf(message), id: at.activityId };
      return changeOutcome(await call({ method: 'PUT', scope: botScope, url: activityUrl(at), body, mayGo }));
    },
    async remove(at, mayGo) {
      const result = await call({ method: 'DELETE', scope: botScope, url: activityUrl(at), mayGo });
      return isGone(result) ? { kind: 'done' } : changeOutcome(result);
    },
  };
}

function activityUrl({ serviceUrl, conversationId, activityId }: PostAddress): string {
  return connectorUrl(serviceUrl, 'conversations', conversationId, 'activities', activityId);
}

function activitiesUrl({ serviceUrl, conversationId }: ChatAddress): string {
  return connectorUrl(serviceUrl, 'conversations', conversationId, 'activities');
}

/**
 * A post that starts a thread in a channel creates a conversation. Source: learn.microsoft.com/microsoftteams/platform/
 * bots/how-to/conversations/send-proactive-messages
 */
function postRequest(target: PostTarget, message: RenderedMessage): { url: string; body: unknown } {
  const activity = activityOf(message);
  switch (target.kind) {
    case 'chat':
      return { url: activitiesUrl(target.chat), body: activity };
    case 'thread':
      return { url: activitiesUrl(target.thread), body: activity };
    case 'channel': {
      const { serviceUrl, conversationId, tenantId } = target.channel;
      const channelData = { channel: { id: channelOf(conversationId) }, tenant: { id: tenantId } };
      return {
        url: connectorUrl(serviceUrl, 'conversations'),
        body: { isGroup: true, tenantId, channelData, activity },
      };
    }
    default:
      return target satisfies never;
  }
}

function activityOf({ card, summary, marker }: RenderedMessage): Record<string, unknown> {
  const content = markCard(card, marker);
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content };
  return { type: 'message', summary, attachments: [attachment] };
}

const resourceSchema = z.object({ id: z.string().min(1), activityId: z.string().min(1).nullish() });

function addressOf(target: PostTarget, body: unknown): PostAddress | undefined {
  const { data } = resourceSchema.safeParse(body);
  if (data === undefined) return undefined;
  switch (target.kind) {
    case 'chat':
      return { ...target.chat, tenantId: target.person.tenantId, activityId: data.id };
    case 'thread': {
      const { serviceUrl, conversationId, tenantId } = target.thread;
      return { serviceUrl, tenantId, conversationId, activityId: data.id };
    }
    case 'channel': {
      const { serviceUrl, conversationId, tenantId } = target.channel;
      const activityId = rootOf(data.id) ?? data.activityId;
      if (activityId === undefined || activityId === null) return undefined;
      return { serviceUrl, tenantId, conversationId: threadId(conversationId, activityId), activityId };
    }
    default:
      return target satisfies never;
  }
}

type NotDone = Extract<PostOutcome, { kind: 'refused' | 'ambiguous' | 'undeliverable' }>;

function postOutcome(target: PostTarget, result: CallResult): PostOutcome {
  if (!isTaken(result)) return whyNot(result);
  const at = addressOf(target, result.body);
  // Teams has been seen to take a message with an empty answer.
  return at === undefined ? { kind: 'ambiguous' } : { kind: 'posted', at };
}

/** What may or may not have been changed can be changed again. */
function changeOutcome(result: CallResult): ChangeOutcome {
  if (isTaken(result)) return { kind: 'done' };
  const outcome = whyNot(result);
  return outcome.kind === 'ambiguous' ? { kind: 'refused' } : outcome;
}

type Taken = Extract<CallResult, { kind: 'answered' }>;

function isTaken(result: CallResult): result is Taken {
  return result.kind === 'answered' && result.status >= 200 && result.status < 300;
}

function isGone(result: CallResult): boolean {
  return result.kind === 'answered' && result.status === 404;
}

function whyNot(result: CallResult): NotDone {
  switch (result.kind) {
    case 'not-sent':
      return { kind: 'refused' };
    case 'unclear':
      return { kind: 'ambiguous' };
    case 'forbidden':
      return { kind: 'undeliverable', reason: 'host not allowed' };
    case 'answered':
      return turnedDown(result);
    default:
      return result satisfies never;
  }
}

const notNow = [401, 412, 429];

function turnedDown({ status, body, retryAfterMs }: Taken): NotDone {
  if (notNow.includes(status)) return { kind: 'refused', retryAfterMs };
  if (status === 408 || status >= 500 || status < 400) return { kind: 'ambiguous' };
  return { kind: 'undeliverable', reason: [status, errorCode(body)].join(' ').trim() };
}

const errorSchema = z.object({ error: z.object({ code: z.string().max(100) }) });

/** Microsoft's word for it; its sentence may name people. */
function errorCode(body: unknown): string {
  return errorSchema.safeParse(body).data?.error.code ?? '';
}
