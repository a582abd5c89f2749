import type { Draft } from '../domain/draft/draft.ts';
import { fill, keepTyped, takeReading } from './answer.ts';
import type { Heard } from './heard.ts';
import { asAsked, remarked } from './heard.ts';
import { goBack, pause, skip } from './hear-command.ts';
import { changeLine } from './hear-typed.ts';
import { isSameData } from './same-data.ts';
import type { Step, StepContext } from './steps/step.ts';
import { stepOf } from './steps/steps.ts';
import type { DraftTap } from './tap-data.ts';
import { typedOn } from './tap-data.ts';

/** What a tap on the card that stands makes of the draft. */
export function hearTap(draft: Draft, tap: DraftTap, context: StepContext): Heard {
  const here = asAsked(draft);
  switch (tap.verb) {
    case 'intake.answer':
      return answer(here, tap, context);
    case 'intake.back':
      return leave(here, tap, context, goBack);
    case 'intake.stop':
      return leave(here, tap, context, pause);
    case 'intake.skip':
      return leave(here, tap, context, skip);
    case 'intake.change':
      return { draft: stepOf(tap.line, context.edition) === undefined ? here : changeLine(here, tap.line) };
    case 'intake.hand-in':
      return { draft: here, wish: 'hand-in' };
    case 'intake.resume':
      return { draft: here };
    case 'intake.keep':
      return { draft: remarked(here, 'info', 'intake.kept') };
    case 'intake.delete':
      return { draft: { ...here, deleting: true } };
    case 'intake.start-over':
      return draft.startingOver ? { draft: here, wish: 'start-over' } : { draft: here };
    case 'intake.delete-confirm':
      return draft.deleting ? { draft: here, wish: 'discard' } : { draft: here };
    default:
      return tap satisfies never;
  }
}

/** Whether the draft already says what this tap says: then Teams brought it again, or two devices agree. */
export function saysTheSame(draft: Draft, tap: DraftTap, context: StepContext): boolean {
  if (tap.verb !== 'intake.answer') return false;
  const step = stepOf(tap.step, context.edition);
  const reading = step && readAnswer(step, tap, context);
  if (reading?.kind !== 'understood') return false;
  const kept: Partial<Record<string, unknown>> = draft.answers;
  const said: Partial<Record<string, unknown>> = reading.answers;
  return Object.entries(said).every(
    ([field, value]) => value === undefined || isSameData(kept[field], value),
  );
}

/** Elsewhere, with what was typed there kept. */
function leave(
  draft: Draft,
  tap: DraftTap,
  context: StepContext,
  go: (draft: Draft, context: StepContext) => Draft,
): Heard {
  const kept = keepTyped(draft, stepOf(draft.step, context.edition), typedOn(tap), context);
  const now = { ...context, answers: kept.answers, skipped: kept.skipped ?? [] };
  return { draft: go(kept, now) };
}

type AnswerTap = Extract<DraftTap, { verb: 'intake.answer' }>;

function answer(draft: Draft, tap: AnswerTap, context: StepContext): Heard {
  const step = stepOf(draft.step, context.edition);
  if (step === undefined) return { draft };
  const typed = tap.inputs;
  if (tap.choice === undefined && Object.values(typed).every((value) => value.trim() === '')) {
    return { draft: remarked(draft, 'mend', 'intake.empty') };
  }
  const reading = readAnswer(step, tap, context);
  return takeReading(draft, step, reading, tap.choice === undefined ? typed : {}, context);
}

function readAnswer(step: Step, tap: AnswerTap, context: StepContext) {
  return tap.choice === undefined ? fill(step, tap.inputs, context) : step.pick(tap.choice, context);
}
