/** An address at the Bot Connector; the parts of the path are escaped here. */
export function connectorUrl(serviceUrl: string, ...path: string[]): string {
  return [serviceUrl.replace(/\/+$/, ''), 'v3', ...path.map(encodeURIComponent)].join('/');
}

const threadMark = ';messageid=';

/** The conversation that a channel's thread has of its own. */
export function threadId(channelId: string, rootId: string): string {
  return `${channelOf(channelId)}${threadMark}${rootId}`;
}

/** The channel that a conversation is, or is a thread of. */
export function channelOf(conversationId: string): string {
  return conversationId.split(threadMark)[0] ?? conversationId;
}

/** The message that a thread hangs below. */
export function rootOf(conversationId: string): string | undefined {
  return conversationId.split(threadMark)[1];
}
