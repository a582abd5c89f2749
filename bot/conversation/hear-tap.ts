import type { Draft } from '../domain/draft/draft.ts';
import { fill, keepTyped, takeReading } from './answer.ts';
import { goBack, pause } from './hear-command.ts';
import { changeLine } from './hear-typed.ts';
import type { Heard } from './heard.ts';
import { remarked, withoutAsides } from './heard.ts';
import type { StepContext } from './steps/step.ts';
import { stepOf } from './steps/steps.ts';
import type { DraftTap } from './tap-data.ts';
import { inputsOf } from './tap-data.ts';

/** What a tap on the card that stands makes of the draft. */
export function hearTap(draft: Draft, tap: DraftTap, context: StepContext): Heard {
  const here = withoutAsides(draft);
  switch (tap.verb) {
    case 'intake.answer':
      return answer(here, tap, context);
    case 'intake.back':
      return { draft: goBack(keptTyped(here, tap, context), context) };
    case 'intake.stop':
      return { draft: pause(keptTyped(here, tap, context)) };
    case 'intake.change':
      return { draft: stepOf(tap.line, context.edition) === undefined ? here : changeLine(here, tap.line) };
    case 'intake.hand-in':
      return { draft: here, wish: 'hand-in' };
    case 'intake.resume':
      return { draft: here };
    case 'intake.start-over':
      return draft.startingOver ? { draft: here, wish: 'start-over' } : { draft: here };
    default:
      return tap satisfies never;
  }
}

function keptTyped(
  draft: Draft,
  tap: Extract<DraftTap, { verb: 'intake.back' | 'intake.stop' }>,
  context: StepContext,
): Draft {
  return keepTyped(draft, stepOf(draft.step, context.edition), inputsOf(tap), context);
}

type AnswerTap = Extract<DraftTap, { verb: 'intake.answer' }>;

/** Whether the draft already says what this tap says: then Teams brought it again, or two devices agree. */
export function saysTheSame(draft: Draft, tap: DraftTap, context: StepContext): boolean {
  if (tap.verb !== 'intake.answer') return false;
  const step = stepOf(tap.step, context.edition);
  const reading = step && readAnswer(step, tap, context);
  if (reading?.kind !== 'understood') return false;
  const kept: Partial<Record<string, unknown>> = draft.answers;
  const said: Partial<Record<string, unknown>> = reading.answers;
  return Object.entries(said).every(
    ([field, value]) => value === undefined || JSON.stringify(kept[field]) === JSON.stringify(value),
  );
}

function answer(draft: Draft, tap: AnswerTap, context: StepContext): Heard {
  const step = stepOf(draft.step, context.edition);
  if (step === undefined) return { draft };
  const typed = inputsOf(tap);
  if (tap.choice === undefined && Object.values(typed).every((value) => value.trim() === '')) {
    return { draft: remarked(draft, 'mend', 'intake.empty') };
  }
  return takeReading(
    draft,
    step,
    readAnswer(step, tap, context),
    tap.choice === undefined ? typed : {},
    context,
  );
}

function readAnswer(step: NonNullable<ReturnType<typeof stepOf>>, tap: AnswerTap, context: StepContext) {
  return tap.choice === undefined ? fill(step, inputsOf(tap), context) : step.pick(tap.choice, context);
}
