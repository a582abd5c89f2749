import type { Draft, Remark } from '../domain/draft/draft.ts';
import type { Language } from '../domain/person.ts';
import { isTextKey, text } from '../texts/texts.ts';
import { stepIds } from './added-steps.ts';
import { takeReading } from './answer.ts';
import { withoutAnswer } from './form-clear.ts';
import type { FilledForm } from './form-data.ts';
import { choicesAt, hasAttempt, isBlank, readFields, standing, textsOf } from './form-fields.ts';
import { asSent, isAsDrawn } from './form-fingerprint.ts';
import type { FormSection } from './form-section.ts';
import { touchedIn } from './form-section.ts';
import { viewForm } from './form-view.ts';
import { asAsked, movedTo } from './heard.ts';
import type { Inputs, Step, StepContext } from './steps/step.ts';
import { unclear } from './steps/step.ts';
import { isDone, isOptional, review, stepOf, whereNext } from './steps/steps.ts';
import { shortened } from './reading/words.ts';
import { wordsText } from './wording.ts';

/** What a filled in form makes of a draft. */
export interface Taken {
  draft: Draft;
  /** Whether every question has its answer. */
  isWhole: boolean;
  /** Whether all that was typed is stored, be it as an answer or to be mended. */
  isKept: boolean;
  /** What was said of an answer when it was taken, by step. */
  said: ReadonlyMap<string, Remark>;
  /** Of answers that were given elsewhere since the form was drawn, and that the form went over. */
  meanwhile: Remark[];
}

interface Progress {
  draft: Draft;
  said: Map<string, Remark>;
  meanwhile: Remark[];
  /** They asked to stop. */
  pauses?: boolean;
}

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
  return placed(progress, before, filled, context);
}

function takeStep(progress: Progress, step: Step, filled: FilledForm, base: StepContext): void {
  const { draft } = progress;
  const context = withAnswersOf(draft, base);
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
  const now = standing(step, draft, withAnswersOf(draft, context));
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
  if (step.inputs(context).length === 0 || step.inputs(context).some(({ required }) => required))
    return without;
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

/** The draft at the first question that needs something, or else at the overview. */
function placed(progress: Progress, before: Draft, filled: FilledForm, base: StepContext): Taken {
  const { draft, said, meanwhile, pauses } = progress;
  const context = withAnswersOf(draft, base);
  const { sections } = viewForm(asAsked(draft), context, { filled, said });
  const first = sections.find(({ trouble }) => trouble !== undefined);
  const isWhole = first === undefined || pauses === true;
  const moved = movedTo(draft, first?.step ?? review);
  const { changing: _changing, choices: _choices, ...here } = asAsked(moved);
  const after: Draft = {
    ...here,
    ...(first === undefined ? overviewWord(progress, base.language) : standingAt(first)),
    ...(pauses && { paused: true }),
  };
  return {
    draft: isNews(before, after) ? after : before,
    isWhole,
    isKept: isKept(sections),
    said,
    meanwhile,
  };
}

/** Whether what stands in the form and is no answer is stored: more than the chat can show is not. */
export function isKept(sections: readonly FormSection[]): boolean {
  const wrong = sections.filter(({ trouble }) => trouble?.kind === 'wrong');
  return wrong.every(({ fields }) =>
    fields.every(({ value, drawn }) => value === '' || isAsDrawn(value, drawn)),
  );
}

/** What the chat says there; where nothing was filled in, there is nothing to mend. */
function standingAt({ trouble }: FormSection): Pick<Draft, 'remark' | 'choices'> {
  if (trouble?.kind !== 'wrong') return {};
  const { remark, choices = [] } = trouble;
  return { remark, ...(choices.length > 0 && { choices: [...choices] }) };
}

/** All that is to be said at the overview. */
function overviewWord({ said, meanwhile }: Progress, language: Language): Pick<Draft, 'remark'> {
  const remarks = [...meanwhile, ...said.values()];
  const [first, another] = remarks;
  if (first === undefined || another === undefined) return first === undefined ? {} : { remark: first };
  const sentences = remarks.flatMap((each) =>
    isTextKey(each.text) ? [text(language, each.text, each.values)] : [],
  );
  const values = { said: sentences.join(' ').replaceAll('**', '') };
  return { remark: { tone: 'info', text: 'form.said', values } };
}

function isNews(before: Draft, after: Draft): boolean {
  return JSON.stringify(withoutSaid(before)) !== JSON.stringify(withoutSaid(after));
}

function withoutSaid(draft: Draft): unknown {
  const { remark: _remark, choices: _choices, changing: _changing, ...rest } = draft;
  return Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function withAnswersOf(draft: Draft, context: StepContext): StepContext {
  return { ...context, answers: draft.answers, skipped: draft.skipped ?? [], choices: [] };
}
