import type { Thread } from '../../domain/outgoing-message.ts';

/**
 * Teams' deep link to a thread in a channel; `undefined` for what is no thread.
 * https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams
 */
export function threadLink({ conversationId, tenantId, teamId }: Thread): string | undefined {
  const [channel, root] = conversationId.split(';messageid=');
  if (channel === undefined || root === undefined) return undefined;
  const query = new URLSearchParams({
    tenantId,
    ...(teamId !== undefined && { groupId: teamId }),
    parentMessageId: root,
    createdTime: root,
  });
  const path = [channel, root].map(encodeURIComponent).join('/');
  return `https://teams.microsoft.com/l/message/${path}?${query.toString()}`;
}
