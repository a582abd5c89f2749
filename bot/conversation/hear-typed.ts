import type { Draft } from '../domain/draft/draft.ts';
import { takeReading } from './answer.ts';
import type { Heard } from './heard.ts';
import { movedTo, remarked, withoutAsides } from './heard.ts';
import { hearCommand } from './hear-command.ts';
import { isNo, isYes, readChange, readCommand } from './reading/read-command.ts';
import { readOption } from './reading/read-option.ts';
import type { StepContext } from './steps/step.ts';
import { review, stepOf, stepsOf } from './steps/steps.ts';
import { text } from '../texts/texts.ts';

/** What somebody typed in the chat, made of it what it means to the draft that stands. */
export function hearTyped(
  draft: Draft,
  said: { text: string; hasAttachment: boolean },
  context: StepContext,
): Heard {
  const typed = said.text.trim();
  const here = withoutAsides(draft);
  if (typed === '')
    return { draft: remarked(here, 'mend', said.hasAttachment ? 'intake.attachment' : 'intake.empty') };
  if (draft.startingOver) {
    if (isYes(typed) || readCommand(typed) === 'start-over') return { draft: here, wish: 'start-over' };
    if (isNo(typed)) return { draft: remarked(here, 'info', 'intake.kept') };
  }
  if (draft.paused && isYes(typed)) return { draft: here };
  const command = readCommand(typed);
  if (command !== undefined) return hearCommand(here, command, context);
  const step = stepOf(here.step, context.edition);
  if (step === undefined) return hearAtReview(here, typed, context);
  return takeReading(here, step, step.read(said.text, context), { answer: said.text }, context);
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
  return stepsOf(context).map(({ id, label }) => ({
    value: id,
    names: [id, text('nl', label), text('en', label)],
  }));
}
