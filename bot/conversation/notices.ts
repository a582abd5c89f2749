import type { Draft } from '../domain/draft/draft.ts';
import type { Edition } from '../domain/edition/edition.ts';
import { phaseOf } from '../domain/edition/edition.ts';
import type { Instant } from '../domain/instant.ts';
import type { MessageContent } from '../domain/outgoing-message.ts';
import type { Language } from '../domain/person.ts';
import { momentText } from '../texts/dates.ts';
import type { TextKey, TextValues } from '../texts/texts.ts';
import { closingText } from './closing-text.ts';
import { holdsSomething } from './heard.ts';

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
      return notice(hasWork(draft) ? 'notice.before.with-draft' : 'notice.before', {
        edition: name,
        opens: momentText(language, edition.opensAt, zone),
      });
    case 'closed':
      return notice(closedText(draft), {
        edition: name,
        closing: closingText(language, edition),
      });
  }
}

function closedText(draft: Draft | undefined): TextKey {
  if (!hasWork(draft)) return 'notice.closed';
  return draft?.changes === undefined ? 'notice.closed.with-draft' : 'notice.closed.with-change';
}

function hasWork(draft: Draft | undefined): boolean {
  return draft?.status === 'open' && holdsSomething(draft);
}

export function notice(text: TextKey, values: TextValues = {}): Notice {
  return { kind: 'notice', text, values };
}
