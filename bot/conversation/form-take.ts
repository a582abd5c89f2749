import type { Draft, Remark } from '../domain/draft/draft.ts';
import { stepIds } from './added-steps.ts';
import { takeReading } from './answer.ts';
import { withoutAnswer } from './form-clear.ts';
import type { FilledForm } from './form-data.ts';
import { choicesAt, hasAttempt, isBlank, readFields, standing, textsOf, withAnswers } from './form-fields.ts';
import { asSent, isAsDrawn } from './form-fingerprint.ts';
import type { Progress, Taken } from './form-outcome.ts';
import { outcomeOf } from './form-outcome.ts';
import { touchedIn } from './form-section.ts';
import { asAsked } from './heard.ts';
import type { Inputs, Step, StepContext } from './steps/step.ts';
import { unclear } from './steps/step.ts';
import { isDone, isOptional, stepOf, whereNext } from './steps/steps.ts';
import { shortened } from './reading/words.ts';
import { wordsText } from './wording.ts';

/**
 * Each question in order, with what was answered before it. What was not touched in the form stays as it is stored,
 * also when that was changed elsewhere since; what was touched is read, by the step itself.
 */
export function takeForm(before: Draft, filled: FilledForm, context: StepContext): Taken {
  const progress: Progress = { draft: asAsked(before), said: new Map(), meanwhile: [] };
  for (const id of stepIds(context.edition)) {
    const step = stepOf(id, context.edition);
    if (step !== undefined && filled.drawn[id] !== undefined) takeStep(progress, step, filled, context);
  }
  return outcomeOf(progress, before, filled, context);
}

function takeStep(progress: Progress, step: Step, filled: FilledForm, base: StepContext): void {
  const { draft } = progress;
  const context = withAnswers(base, draft);
  const touched = touchedIn(step, filled);
  const isTouched = Object.keys(touched).length > 0;
  if (step.isSettled?.(context) === true) {
    progress.draft = asAttempt(draft, step, touched, context);
    return;
  }
  const stored = standing(step, draft, context);
  if (!isTouched && staysAsItIs(step, draft, { stored, filled, context })) return;
  const values = { ...stored, ...touched };
  const overruled = overruledBy(step, touched, { stored, filled, context });
  if (overruled !== undefined) progress.meanwhile.push(overruled);
  if (isBlank(step, values, context)) {
    progress.draft = leftBlank(draft, step, values, context);
    return;
  }
  const choices = choicesAt(step, draft, context);
  takeValues(progress, step, { values, touched, context: { ...context, choices } });
}

interface AtStep {
  /** What stood in its fields. */
  stored: Inputs;
  filled: FilledForm;
  context: StepContext;
}

/** What was not touched is an answer that stands, or nothing that they agreed to by sending the form. */
function staysAsItIs(step: Step, draft: Draft, at: AtStep): boolean {
  const { stored, filled, context } = at;
  const isTyped = hasAttempt(step, draft, context);
  if (isDone(step, context) && !isTyped) return true;
  if (isAskedAnew(step, at)) return true;
  if (isBlank(step, stored, context)) return filled.wish === 'later' || isNeeded(step, context);
  return !isTyped && isGuess(step, context) && whereNext(context) !== step.id;
}

/** Another answer changed what stands there, and they have not seen it. */
function isAskedAnew(step: Step, { stored, filled }: AtStep): boolean {
  return Object.entries(stored).some(([id, value]) => {
    const mark = filled.drawn[step.id]?.[id];
    return mark !== undefined && !isAsDrawn(value, mark);
  });
}

/** It stands there only because it is offered, and what is offered hangs on what comes before. */
function isGuess(step: Step, context: StepContext): boolean {
  return step.inputs(context).every(({ value }) => value === '');
}

/** Nothing in its fields is no answer. */
function isNeeded(step: Step, context: StepContext): boolean {
  return !isOptional(step.id, context.edition) && needsInput(step, context);
}

interface Values {
  values: Inputs;
  touched: Inputs;
  context: StepContext;
}

function takeValues(progress: Progress, step: Step, { values, touched, context }: Values): void {
  const reading = readFields(step, values, touched, context);
  const typed = textsOf(values);
  const { draft } = takeReading(progress.draft, step, reading, typed, context);
  progress.draft = draft;
  if (reading.kind === 'unclear') return;
  const { remark, wish } = reading;
  if (remark !== undefined) progress.said.set(step.id, remark);
  if (remark?.tone === 'mend') progress.draft = withMended(draft, step, typed, context);
  if (wish === 'pause') progress.pauses = true;
}

/** Part of it was an answer: the rest of what was typed stays, to be mended. */
function withMended(draft: Draft, step: Step, typed: Inputs, context: StepContext): Draft {
  const now = standing(step, draft, withAnswers(context, draft));
  const isAll = Object.entries(typed).every(([id, value]) => now[id] === value);
  return isAll ? draft : asAttempt(draft, step, typed, context);
}

/** Typed text, kept as what was not taken. */
function asAttempt(draft: Draft, step: Step, values: Inputs, context: StepContext): Draft {
  return takeReading(draft, step, unclear('form.empty'), textsOf(values), context).draft;
}

/** Nothing stands there: left open where that may be, else without an answer; or that is an answer too. */
function leftBlank(draft: Draft, step: Step, values: Inputs, context: StepContext): Draft {
  const { attempts = {}, skipped = [], ...rest } = draft;
  const others = Object.entries(attempts).filter(([id]) => id !== step.id);
  const without: Draft = {
    ...rest,
    answers: withoutAnswer(draft.answers, step.id),
    ...(skipped.length > 0 && { skipped }),
    ...(others.length > 0 && { attempts: Object.fromEntries(others) }),
  };
  if (isOptional(step.id, context.edition)) {
    return { ...without, skipped: [...skipped.filter((id) => id !== step.id), step.id] };
  }
  if (needsInput(step, context)) return without;
  const reading = readFields(step, values, values, context);
  return reading.kind === 'understood' ? takeReading(draft, step, reading, {}, context).draft : without;
}

function needsInput(step: Step, context: StepContext): boolean {
  const inputs = step.inputs(context);
  return inputs.length === 0 || inputs.some(({ required }) => required);
}

/** Somebody's own answer from elsewhere, that what they changed in the form takes the place of. */
function overruledBy(step: Step, touched: Inputs, { stored, filled, context }: AtStep): Remark | undefined {
  const drawn = filled.drawn[step.id] ?? {};
  const answer = step.show(context);
  const isOverruled = Object.entries(touched).some(([id, value]) => {
    const now = stored[id] ?? '';
    return !isAsDrawn(now, drawn[id] ?? '') && asSent(value) !== asSent(now);
  });
  if (!isOverruled || answer === undefined) return undefined;
  const values = { label: wordsText(context.language, step.label), answer: shortened(answer, 120) };
  return { tone: 'info', text: 'form.overruled', values };
}
