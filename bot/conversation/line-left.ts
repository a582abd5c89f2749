import type { Draft } from '../domain/draft/draft.ts';
import type { MessageContent } from '../domain/outgoing-message.ts';
import type { TextKey } from '../texts/texts.ts';
import type { StepContext } from './steps/step.ts';
import { stepOf } from './steps/steps.ts';
import { wordsText } from './wording.ts';

type AskedLine = Extract<MessageContent, { kind: 'asked-line' }>;

/**
 * What stays where the living card was when it moves down unanswered: what it asked, so that the chat reads on.
 * @param draft the open draft, with the question that stood
 */
export function lineLeft(draft: Draft, context: StepContext): AskedLine {
  if (draft.startingOver) return asked('intake.starting-over.title');
  if (draft.deleting) return asked('intake.deleting.title');
  if (draft.paused) return asked('intake.paused.title');
  if (draft.remark?.tone === 'welcome') {
    const { text, values } = draft.remark;
    return { kind: 'asked-line', text, values };
  }
  const step = stepOf(draft.step, context.edition);
  if (step === undefined)
    return asked(draft.changes !== undefined ? 'change.question' : 'intake.review.question');
  const question = step.question(context);
  return typeof question === 'string'
    ? asked(question, step.values?.(context))
    : asked('intake.asked-line', { question: wordsText(context.language, question) });
}

function asked(text: TextKey, values: AskedLine['values'] = {}): AskedLine {
  return { kind: 'asked-line', text, values };
}
