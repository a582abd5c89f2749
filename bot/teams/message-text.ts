import type { TeamsActivity } from './teams-activity.ts';

const entities: Record<string, string> = {
  '&apos;': "'",
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
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
    .replace(/&(?:nbsp|lt|gt|quot|apos|amp|#\d{1,7}|#x[\da-f]{1,6});/gi, decoded)
    .replaceAll('\u00a0', ' ')
    .replaceAll('\r\n', '\n')
    .trim();
}

/** Teams sends each message as HTML too; a sticker is nothing but a picture in that. */
export function isMoreThanText({
  contentType,
  content,
}: NonNullable<TeamsActivity['attachments']>[number]): boolean {
  return contentType !== 'text/html' || (typeof content === 'string' && /<img\b/i.test(content));
}

function decoded(entity: string): string {
  const [, hex, digits] = /^&#(x?)([\da-f]+);$/i.exec(entity) ?? [];
  if (digits === undefined) return entities[entity.toLowerCase()] ?? entity;
  const code = Number.parseInt(digits, hex === '' ? 10 : 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

function botMentions({ entities: found, recipient }: TeamsActivity): string[] {
  return (found ?? [])
    .filter((entity) => entity.type === 'mention' && entity.mentioned?.id === recipient?.id)
    .flatMap((entity) => entity.text ?? []);
}
