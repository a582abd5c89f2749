import { plain } from '../cards/escape.ts';
import type { DialogReply } from '../conversation/inbound-event.ts';

/**
 * The body of the answer to `task/fetch` and `task/submit`; nothing at all closes the dialog.
 * Source: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
 */
export function dialogAnswer(reply: DialogReply): unknown {
  switch (reply.kind) {
    case 'dialog': {
      const { title, card, height = 'medium', width = 'medium' } = reply;
      return show({ title, height, width }, card);
    }
    case 'close':
      return undefined;
    case 'close-with-message':
    case 'error':
      return { task: { type: 'message', value: reply.text } };
    default:
      return reply satisfies never;
  }
}

/** A dialog with nothing but a sentence, under the app's own name. */
export function smallDialog(sentence: string): unknown {
  const line = { type: 'TextBlock', text: plain(sentence), wrap: true };
  return show({ height: 'small', width: 'small' }, { type: 'AdaptiveCard', version: '1.5', body: [line] });
}

function show(info: object, card: Record<string, unknown>): unknown {
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
  return { task: { type: 'continue', value: { ...info, card: attachment } } };
}
