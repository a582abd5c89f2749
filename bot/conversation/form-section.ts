import type { Draft, Remark } from '../domain/draft/draft.ts';
import type { TextKey, TextValues } from '../texts/texts.ts';
import { isTextKey } from '../texts/texts.ts';
import type { FilledForm } from './form-data.ts';
import { fieldsOf, hasAttempt, isBlank, readFields, standing } from './form-fields.ts';
import { asSent, isAsDrawn, markOf } from './form-fingerprint.ts';
import type { Input, Inputs, Step, StepContext, StepId } from './steps/step.ts';
import { isDone, isOptional } from './steps/steps.ts';
import type { Words } from './wording.ts';

/** One question in the form. Texts that people typed are as they typed them. */
export interface FormSection {
  step: StepId;
  label: Words;
  question: Words;
  explanation?: Words;
  /** For both. */
  values: TextValues;
  isRequired: boolean;
  fields: FormField[];
  trouble?: Trouble;
  /** What was made of the answer, when that is not what it literally said. */
  told?: Remark;
}

export type FormField = Input & {
  /** Of what is stored there, which need not be what stands in it. */
  drawn: string;
};

/** Why the form can't be left: what was typed is no answer, or nothing was. */
export interface Trouble {
  kind: 'wrong' | 'open';
  remark: Remark;
  /** What it could mean, when that is several things: options of the step. */
  choices?: readonly string[];
}

/** What stands in the form beside what is stored. */
export interface OnForm {
  /** What was filled in and sent; absent when the form is opened. */
  filled?: Pick<FilledForm, 'typed' | 'drawn'>;
  /** What stands in the card in the chat. */
  inChat?: { step: string; typed: Inputs };
  /** What was said of an answer when it was taken, by step. */
  said?: ReadonlyMap<string, Remark>;
}

/** @param context with the answers of the draft */
export function sectionOf(step: Step, draft: Draft, context: StepContext, on: OnForm): FormSection {
  const stored = standing(step, draft, context);
  const changed = changedIn(step, on);
  const shown = { ...stored, ...changed };
  const trouble = lookAt(step, draft, context, { shown, changed, on }) ?? saidOf(step, on);
  const here = { ...context, choices: trouble?.choices ?? [] };
  const keepsShown = trouble !== undefined || on.filled === undefined;
  const explanation = explanationOf(step, here);
  return {
    step: step.id,
    label: step.label,
    question: step.question(here),
    ...(explanation !== undefined && { explanation }),
    values: step.values?.(here) ?? {},
    isRequired: !isOptional(step.id, context.edition),
    fields: fieldsOf(step, here).map((field) => {
      const base = stored[field.id] ?? field.value;
      const value = keepsShown ? (shown[field.id] ?? field.value) : base;
      return { ...field, value, drawn: markOf(field.kind, base) };
    }),
    ...(trouble ? { trouble } : toldOf(step, on)),
  };
}

/** What was changed in the form since it was drawn. */
export function touchedIn(step: Step, { typed, drawn }: Pick<FilledForm, 'typed' | 'drawn'>): Inputs {
  const before = drawn[step.id] ?? {};
  const now = typed[step.id] ?? {};
  return Object.fromEntries(
    Object.entries(before).flatMap(([id, mark]) => {
      const value = now[id] ?? '';
      return isAsDrawn(value, mark) ? [] : [[id, value]];
    }),
  );
}

/** Whether anything was changed in it. */
export function isTouched({ typed, drawn }: Pick<FilledForm, 'typed' | 'drawn'>): boolean {
  return Object.entries(drawn).some(([step, marks]) =>
    Object.entries(marks).some(([id, mark]) => !isAsDrawn(typed[step]?.[id] ?? '', mark)),
  );
}

function changedIn(step: Step, { filled, inChat }: OnForm): Inputs {
  if (filled !== undefined) return touchedIn(step, filled);
  return inChat?.step === step.id
    ? Object.fromEntries(Object.entries(inChat.typed).filter(([, value]) => asSent(value) !== ''))
    : {};
}

interface Looked {
  shown: Inputs;
  changed: Inputs;
  on: OnForm;
}

/** What is the matter with a question, by the step's own reading of what stands there. */
function lookAt(step: Step, draft: Draft, context: StepContext, looked: Looked): Trouble | undefined {
  const { shown, changed, on } = looked;
  const isSent = on.filled !== undefined;
  const isAnswered = isDone(step, context);
  const isEmpty = isBlank(step, shown, context);
  if (isEmpty) return isSent && !isAnswered ? open(blankWord(step, on, context)) : undefined;
  const isSaid = hasAttempt(step, draft, context) || (isSent && Object.keys(changed).length > 0);
  if (isSaid || (isSent && !isAnswered)) {
    const reading = readFields(step, shown, changed, { ...context, choices: [] });
    if (reading.kind === 'unclear')
      return { kind: 'wrong', remark: reading.remark, choices: reading.choices ?? [] };
    if (reading.remark?.tone === 'mend' && !isAnswered) return { kind: 'wrong', remark: reading.remark };
    if (reading.remark?.tone === 'mend' && hasAttempt(step, draft, context))
      return { kind: 'wrong', remark: reading.remark };
    if (isSent && !isAnswered) return open('form.check');
  }
  const { remark } = draft;
  const stands = draft.step === step.id && isAnswered && remark?.tone === 'mend';
  return stands ? { kind: 'wrong', remark } : undefined;
}

function open(sentence: TextKey): Trouble {
  return { kind: 'open', remark: { tone: 'mend', text: sentence, values: {} } };
}

function blankWord(step: Step, { filled }: OnForm, context: StepContext): TextKey {
  if (filled?.drawn[step.id] === undefined) return 'form.new';
  return step.inputs(context).some(({ kind }) => kind === 'toggle') ? 'form.empty.tick' : 'form.empty';
}

function saidOf({ id }: Step, { said }: OnForm): Trouble | undefined {
  const remark = said?.get(id);
  return remark?.tone === 'mend' ? { kind: 'wrong', remark } : undefined;
}

function toldOf({ id }: Step, { said }: OnForm): { told?: Remark } {
  const remark = said?.get(id);
  return remark === undefined || remark.tone === 'mend' ? {} : { told: remark };
}

/** In the chat a question explains how to answer there; where that does not hold here, the form has its own words. */
function explanationOf(step: Step, context: StepContext): Words | undefined {
  const own = `form.explanation.${step.id}`;
  if (isTextKey(own)) return own;
  const explanation = step.explanation(context);
  const isOurs = typeof explanation === 'string';
  return isOurs && step.inputs(context).length === 0 ? undefined : explanation;
}
