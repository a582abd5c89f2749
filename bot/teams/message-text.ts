import type { TeamsActivity } from './teams-activity.ts';

const entities: Record<string, string> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** Somebody else who is named in a message. */
interface Named {
  teamsUserId: string;
  name: string;
}

/** Others who are named in the message, each once, in the order in which they stand. */
export function othersNamed({ entities: found, recipient }: TeamsActivity): Named[] {
  const named = (found ?? []).flatMap(({ type, text, mentioned }): [string, Named][] => {
    if (type !== 'mention' || mentioned?.id === undefined || mentioned.id === recipient?.id) return [];
    const { id, name } = mentioned;
    return [[id, { teamsUserId: id, name: name ?? nameIn(text ?? '') }]];
  });
  return [...new Map(named).values()];
}

function nameIn(mention: string): string {
  return mention.replace(/<[^<>]*>/g, '').trim();
}

/** What somebody typed besides the names of the bot and of others. */
export function textBesidesNames(activity: TeamsActivity): string {
  const text = (activity.text ?? '').replace(/<at\b[^<>]*>[^<]*<\/at>/g, ' ');
  return messageText({ ...activity, text });
}

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
