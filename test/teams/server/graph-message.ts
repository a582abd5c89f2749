import { createHash } from 'node:crypto';
import { adaptiveCardType } from './card-rules.ts';
import type { Core } from './core.ts';
import type { Message } from './state.ts';
import { personById } from './world.ts';

/** A message as Microsoft Graph gives it. Source: learn.microsoft.com/graph/api/resources/chatmessage */
export function graphMessage(core: Core, message: Message, where: Record<string, unknown>) {
  const isDeleted = message.deletedAt !== undefined;
  const attachments = isDeleted ? [] : message.cards.map((card, index) => attachment(message, card, index));
  return {
    id: message.id,
    replyToId: message.root ?? null,
    etag: String(message.changed),
    messageType: 'message',
    createdDateTime: instant(message.sentAt),
    lastModifiedDateTime: instant(message.deletedAt ?? message.editedAt ?? message.sentAt),
    lastEditedDateTime: message.editedAt === undefined ? null : instant(message.editedAt),
    deletedDateTime: message.deletedAt === undefined ? null : instant(message.deletedAt),
    ...where,
    from: from(core, message),
    body: { contentType: 'html', content: isDeleted ? '' : body(message, attachments) },
    attachments,
    mentions: [],
    reactions: [],
  };
}

function attachment({ id }: Message, card: unknown, index: number) {
  const hash = createHash('md5').update(`${id}/${index}`).digest('hex');
  return {
    id: hash,
    contentType: adaptiveCardType,
    contentUrl: null,
    content: JSON.stringify(card),
    name: null,
    thumbnailUrl: null,
  };
}

function body({ text }: Message, attachments: { id: string }[]): string {
  const escaped = (text ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const marks = attachments.map(({ id }) => `<attachment id="${id}"></attachment>`);
  return [...(escaped === '' ? [] : [`<p>${escaped}</p>`]), ...marks].join('');
}

function from({ world }: Core, { sender }: Message) {
  const person = personById(sender);
  if (person) {
    const user = {
      id: person.id,
      displayName: person.name,
      userIdentityType: 'aadUser',
      tenantId: world.tenantId,
    };
    return { application: null, device: null, user };
  }
  const { appId, name } = world.bot;
  const application = { id: appId, displayName: name, applicationIdentityType: 'bot' };
  return { application, device: null, user: null };
}

function instant(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
