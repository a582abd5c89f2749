import type { Draft } from '../domain/draft/draft.ts';
import { text } from '../texts/texts.ts';
import { fill } from './answer.ts';
import type { ChoiceInput, Input, Inputs, Option, Reading, Step, StepContext } from './steps/step.ts';
import { isOptional } from './steps/steps.ts';

/** The field in which one of the options is chosen. */
export const choiceField = 'choice';

/**
 * What can be filled in at a question: its inputs, and its options where they are the answer, or where what was typed
 * could mean several things.
 * @param context with the choices that stand at this question, if there are
 */
export function fieldsOf(step: Step, context: StepContext): Input[] {
  const inputs = step.inputs(context);
  const offersOptions = inputs.length === 0 || context.choices.length > 0;
  return offersOptions ? [choiceOf(step, context, inputs.length > 0), ...inputs] : inputs;
}

/** What stands in the fields as it is stored: what was typed and not taken, else the answer, else what is likely. */
export function standing(step: Step, { attempts }: Draft, context: StepContext): Inputs {
  const likely = likelyText(step, context);
  return Object.fromEntries(
    fieldsOf(step, context).map((field) => [
      field.id,
      attempts?.[step.id]?.[field.id] ?? (field.value === '' && field.kind === 'line' ? likely : field.value),
    ]),
  );
}

/** Whether something stands there that was typed and not taken. */
export function hasAttempt(step: Step, { attempts }: Draft, context: StepContext): boolean {
  return step.inputs(context).some(({ id }) => attempts?.[step.id]?.[id] !== undefined);
}

/** What the text that stands there and was not taken could mean, when that is several things. */
export function choicesAt(step: Step, draft: Draft, context: StepContext): readonly string[] {
  if (!hasAttempt(step, draft, context)) return [];
  const reading = readFields(step, standing(step, draft, context), {}, context);
  return reading.kind === 'unclear' ? (reading.choices ?? []) : [];
}

/** Nothing filled in, chosen or ticked. */
export function isBlank(step: Step, values: Inputs, context: StepContext): boolean {
  const boxes = step.inputs(context).filter(({ kind }) => kind === 'toggle');
  return Object.entries(values).every(([id, value]) =>
    boxes.some((box) => box.id === id) ? value !== 'true' : value.trim() === '',
  );
}

/**
 * What the fields say, by the step's own reading.
 * @param touched those that were changed in the form: what was typed anew goes before what was chosen
 */
export function readFields(step: Step, values: Inputs, touched: Inputs, context: StepContext): Reading {
  const { [choiceField]: choice = '', ...inputs } = values;
  const isTypedAnew = Object.keys(touched).some((id) => id !== choiceField);
  const isChoice = step.inputs(context).length === 0 || (choice !== '' && !isTypedAnew);
  return isChoice ? step.pick(choice, context) : fill(step, inputs, context);
}

/** The same, with what the draft answers by now. */
export function withAnswers(context: StepContext, { answers, skipped = [] }: Draft): StepContext {
  return { ...context, answers, skipped, choices: [] };
}

/** What was typed in the fields of a question, without what was chosen. */
export function textsOf(values: Inputs): Inputs {
  return Object.fromEntries(Object.entries(values).filter(([id]) => id !== choiceField));
}

function choiceOf(step: Step, context: StepContext, isAlso: boolean): ChoiceInput {
  const options = step.options(context);
  return {
    id: choiceField,
    kind: 'choice',
    label: isAlso ? 'form.choose' : step.question(context),
    choices: options.map((option) => ({ value: option.value, title: titleOf(option, context) })),
    value: isAlso ? '' : (options.find(({ chosen }) => chosen)?.value ?? ''),
    required: !isOptional(step.id, context.edition),
  };
}

/** The explanation is in the title: there is nowhere else for it. */
function titleOf(
  { title, explanation = '' }: Option,
  { language }: StepContext,
): ChoiceInput['choices'][0]['title'] {
  const said = explanation === '' ? title : text(language, 'form.option', { option: title, explanation });
  return { said: { nl: said } };
}

/** Where one thing is offered beside a line to type on, it is filled in, to be left or changed. */
function likelyText(step: Step, context: StepContext): string {
  const [input, another] = step.inputs(context);
  const [only, second] = step.options(context);
  if (input?.kind !== 'line' || !input.required || another !== undefined) return '';
  return context.choices.length > 0 || only === undefined || second !== undefined ? '' : only.title;
}
