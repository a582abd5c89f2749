import type { TeamsActivity } from './teams-activity.ts';

const entities: Record<string, string> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** Whether the bot is named in the message. */
export function mentionsBot(activity: TeamsActivity): boolean {
  return botMentions(activity).length > 0;
}

/**
 * What somebody typed: without mentions of the bot, with the names of others for theirs. Teams escapes what HTML would
 * take for its own.
 */
export function messageText(activity: TeamsActivity): string {
  const withoutBot = botMentions(activity).reduce(
    (text, mention) => text.replace(mention, ''),
    activity.text ?? '',
  );
  return withoutBot
    .replace(/<at\b[^<>]*>([^<]*)<\/at>/g, '$1')
    .replace(/&(?:nbsp|lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity)
    .replaceAll('\u00a0', ' ')
    .replaceAll('\r\n', '\n')
    .trim();
}

function botMentions({ entities: found, recipient }: TeamsActivity): string[] {
  return (found ?? [])
    .filter((entity) => entity.type === 'mention' && entity.mentioned?.id === recipient?.id)
    .flatMap((entity) => entity.text ?? []);
}
