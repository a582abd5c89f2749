import type { ReceiptView } from '../conversation/personal-view.ts';
import type { Language } from '../domain/person.ts';
import { text } from '../texts/texts.ts';
import type { Drawing } from './drawing.ts';
import { plainLine } from './escape.ts';
import { nextLabels } from './notice-drawing.ts';

/** What somebody gets for handing in: the number, and what happens next. */
export function receiptDrawing(view: ReceiptView, language: Language): Drawing {
  const { number, next } = view;
  const values = {
    lang: language,
    fallbackText: text(language, 'receipt.fallback', { number }),
    title: text(language, 'receipt.title'),
    facts: [
      { title: text(language, 'receipt.number'), value: plainLine(number, 40) },
      { title: text(language, 'receipt.initiative'), value: plainLine(view.title, 120) },
      { title: text(language, 'receipt.participant'), value: plainLine(view.participant, 80) },
      { title: text(language, 'receipt.received'), value: view.received },
    ],
    next: nextText(view, language),
    closing: closingLine(view, language),
    submission: view.submission,
    ...nextLabels(next, language, true),
    ownLabel: text(language, 'notice.own'),
  };
  return { template: 'receipt', values, summary: text(language, 'receipt.summary', { number }) };
}

function nextText({ ownWords, judgedBy }: ReceiptView, language: Language): string {
  if (ownWords !== undefined) return plainLine(ownWords, 300);
  if (judgedBy === undefined) return text(language, 'receipt.next.unknown');
  return text(language, 'receipt.next', { judgedBy });
}

/** Until when it can be changed; nothing when it can't be any more. */
function closingLine({ stage, closing }: ReceiptView, language: Language): string {
  switch (stage) {
    case 'received':
      return text(language, 'receipt.closing', { closing });
    case 'withdrawn':
      return text(language, 'receipt.withdrawn');
    case 'waiting':
    case 'judging':
    case 'judged':
      return '';
    default:
      return stage satisfies never;
  }
}
