import type { MessageContent } from '../domain/outgoing-message.ts';
import type { Language } from '../domain/person.ts';
import { isTextKey, text } from '../texts/texts.ts';
import type { Drawing } from './drawing.ts';
import { storedPlainly, storedSaid } from './said-safely.ts';

/**
 * What is said to somebody in a channel, with the way to their own chat.
 * @returns `undefined` when this version of the app does not know the sentence any more
 */
export function threadNoticeDrawing(
  notice: Extract<MessageContent, { kind: 'notice' }>,
  language: Language,
  chatLink: string,
): Drawing | undefined {
  if (!isTextKey(notice.text)) return undefined;
  const summary = storedPlainly(language, notice);
  const values = {
    lang: language,
    fallbackText: summary,
    text: storedSaid(language, notice),
    openLabel: text(language, 'mention.open-chat'),
    chatLink,
  };
  return { template: 'thread-notice', values, summary };
}
