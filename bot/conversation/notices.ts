import type { Draft } from '../domain/draft/draft.ts';
import type { Edition } from '../domain/edition/edition.ts';
import { phaseOf } from '../domain/edition/edition.ts';
import type { Instant } from '../domain/instant.ts';
import type { MessageContent } from '../domain/outgoing-message.ts';
import type { Language } from '../domain/person.ts';
import { momentText } from '../texts/dates.ts';
import type { TextKey, TextValues } from '../texts/texts.ts';
import { closingText } from './closing-text.ts';

export type Notice = Extract<MessageContent, { kind: 'notice' }>;

/** Why one can't hand in at that moment, and what one can do instead; `undefined` when one can. (GD6) */
export function notOpenNotice(
  edition: Edition | undefined,
  at: Instant,
  draft: Draft | undefined,
  language: Language,
): Notice | undefined {
  if (edition === undefined) return notice('notice.no-edition');
  const { name, zone } = edition;
  switch (phaseOf(edition, at)) {
    case 'open':
      return undefined;
    case 'before':
      return notice('notice.before', { edition: name, opens: momentText(language, edition.opensAt, zone) });
    case 'closed': {
      const hasWork = draft?.status === 'open' && Object.keys(draft.answers).length > 0;
      return notice(hasWork ? 'notice.closed.with-draft' : 'notice.closed', {
        edition: name,
        closing: closingText(language, edition),
      });
    }
  }
}

export function notice(text: TextKey, values: TextValues = {}): Notice {
  return { kind: 'notice', text, values };
}
