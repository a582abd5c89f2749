import type { Draft } from '../domain/draft/draft.ts';
import type { Heard } from './heard.ts';
import { asAsked, movedTo, remarked } from './heard.ts';
import { hearAnswer } from './hear-answer.ts';
import { hearConfirmation } from './hear-confirmation.ts';
import { hearInterjection } from './hear-interjection.ts';
import type { Said } from './inbound-event.ts';
import { readChange } from './reading/read-command.ts';
import { readOption } from './reading/read-option.ts';
import { isNo, isYes } from './reading/read-yes-no.ts';
import type { StepContext } from './steps/step.ts';
import { review, stepOf, stepsOf } from './steps/steps.ts';
import { wordsText } from './wording.ts';

/** What somebody typed in the chat, made of it what it means to the draft that stands. */
export function hearTyped(
  draft: Draft,
  said: Pick<Said, 'text' | 'hasAttachment' | 'at'>,
  context: StepContext,
): Heard {
  const typed = said.text.trim();
  const here = asAsked(draft);
  if (typed === '')
    return { draft: remarked(here, 'mend', said.hasAttachment ? 'intake.attachment' : 'intake.empty') };
  const confirmed = hearConfirmation(draft, typed);
  if (confirmed !== undefined) return confirmed;
  const step = stepOf(here.step, context.edition);
  const interjected = hearInterjection(here, step, { typed, at: said.at }, context);
  if (interjected !== undefined) return interjected;
  return step === undefined ? hearAtReview(here, typed, context) : hearAnswer(here, step, said.text, context);
}

/** At the overview: "ja" hands in, "wijzig titel" or "titel" goes to that line. */
function hearAtReview(draft: Draft, typed: string, context: StepContext): Heard {
  if (isYes(typed)) return { draft, wish: 'hand-in' };
  const line = readChange(typed) ?? typed;
  const [only, another] = readOption(line, lineNames(context));
  if (only !== undefined && another === undefined) return { draft: changeLine(draft, only) };
  return {
    draft: remarked(
      movedTo(draft, review),
      'mend',
      isNo(typed) ? 'intake.review.which' : 'intake.review.unclear',
    ),
  };
}

export function changeLine(draft: Draft, step: string): Draft {
  return { ...movedTo(draft, step), changing: true };
}

function lineNames(context: StepContext) {
  return stepsOf(context).map(({ id, label, alsoCalled = [] }) => ({
    value: id,
    names: [id, wordsText('nl', label), wordsText('en', label), ...alsoCalled],
  }));
}
