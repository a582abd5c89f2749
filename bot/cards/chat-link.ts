/**
 * Teams' deep link to somebody's own chat with the bot, which begins it where there is none yet.
 * https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams
 */
export function createChatLink({ appId }: { appId: string }): string {
  return `https://teams.microsoft.com/l/chat/0/0?users=28:${encodeURIComponent(appId)}`;
}
