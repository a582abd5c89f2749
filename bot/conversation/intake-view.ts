import type { Draft, Remark } from '../domain/draft/draft.ts';
import { localText } from '../domain/edition/edition.ts';
import { numberText } from '../domain/submission/submission.ts';
import type { TextValues } from '../texts/texts.ts';
import { closingText } from './closing-text.ts';
import { settled } from './intake-context.ts';
import type { Notice } from './notices.ts';
import type { Input, Option, Step, StepContext, StepId } from './steps/step.ts';
import { isOptional, stepOf, stepsOf } from './steps/steps.ts';
import type { Words } from './wording.ts';

/** What the living card of a draft shows. Texts that people typed are as they typed them. */
export type IntakeView = {
  kind: 'intake';
  edition: string;
  remark?: Remark;
  /** The organisers' own words, in place of the remark. */
  welcome?: string;
  /** The number of the submission that it changes, when it is no new one. */
  changing?: string;
} & (
  | AskingView
  | ReviewView
  | ({ state: 'paused'; answered: number; closing: string } & OnDraft)
  | ({ state: 'starting-over' | 'deleting'; lines: Line[] } & OnDraft)
  | ({ state: 'not-open'; notice: Notice; lines: Line[] } & OnDraft)
  | { state: 'handing-in' | 'discarded' }
  | { state: 'handed-in'; number: string; title: string; submission: string }
);

/** What each tap on the card names. */
interface OnDraft {
  draft: string;
  revision: number;
  step: string;
}

export interface AskingView extends OnDraft {
  state: 'asking';
  /** Counts from 1; the overview is the last. */
  position: number;
  of: number;
  question: Words;
  explanation?: Words;
  /** For both. */
  values: TextValues;
  options: Option[];
  inputs: Input[];
  /** What has been answered, in the order of the questions. */
  lines: Line[];
  mayGoBack: boolean;
  /** The question may be left open. */
  maySkip: boolean;
  /** All questions can be answered at once, in a form. */
  canOpenForm: boolean;
}

export interface ReviewView extends OnDraft {
  state: 'review';
  position: number;
  of: number;
  /** One for each question; what was left open has no answer. */
  lines: ReviewLine[];
  closing: string;
  canOpenForm: boolean;
}

export interface Line {
  step: StepId;
  label: Words;
  answer: string;
}

export interface ReviewLine {
  step: StepId;
  label: Words;
  answer?: string;
  /** It says something else than the submission that is being changed. */
  isChanged?: boolean;
}

/** @param notOpen why nothing can be handed in now, if so */
export function viewIntake(draft: Draft, context: StepContext, notOpen: Notice | undefined): IntakeView {
  const view = viewByStatus(draft, context, notOpen);
  const { changes, number } = draft;
  if (changes === undefined || number === undefined) return view;
  const changing = numberText(context.edition.numberPrefix, number);
  if (view.state !== 'review') return { ...view, changing };
  const before = new Map(
    linesOf({ ...context, answers: changes.basedOn }).map(({ step, answer }) => [step, answer]),
  );
  const lines = view.lines.map((line) => ({ ...line, isChanged: line.answer !== before.get(line.step) }));
  return { ...view, changing, lines };
}

function viewByStatus(draft: Draft, context: StepContext, notOpen: Notice | undefined): IntakeView {
  const edition = context.edition.name;
  switch (draft.status) {
    case 'open':
      return viewOpen(settled(draft, context.edition, context), context, notOpen);
    case 'handing-in':
    case 'discarded':
      return { kind: 'intake', edition, state: draft.status };
    case 'handed-in':
      return {
        kind: 'intake',
        edition,
        state: 'handed-in',
        number: draft.number === undefined ? '' : numberText(context.edition.numberPrefix, draft.number),
        title: draft.answers.title ?? '',
        submission: draft.id,
      };
    default:
      return draft.status satisfies never;
  }
}

function viewOpen(draft: Draft, context: StepContext, notOpen: Notice | undefined): IntakeView {
  const shared = { kind: 'intake' as const, edition: context.edition.name };
  const on: OnDraft = { draft: draft.id, revision: draft.revision, step: draft.step };
  const lines = linesOf(context);
  const closing = closingText(context.language, context.edition);
  const remark = draft.remark && { remark: draft.remark, ...ownWelcome(draft.remark, context) };
  if (draft.deleting) return { ...shared, state: 'deleting', lines, ...on };
  if (notOpen !== undefined) return { ...shared, state: 'not-open', notice: notOpen, lines, ...on };
  if (draft.startingOver) return { ...shared, state: 'starting-over', lines, ...on };
  if (draft.paused) return { ...shared, state: 'paused', answered: lines.length, closing, ...remark, ...on };
  const step = stepOf(draft.step, context.edition);
  if (step === undefined) return { ...shared, ...reviewing(on, context), ...remark };
  return { ...shared, ...asking(draft, on, step, context), ...remark };
}

/** The organisers' own first words, if that is what stands there and they have any. */
function ownWelcome({ text }: Remark, { edition, language }: StepContext): { welcome?: string } {
  const own = text === 'intake.welcome' ? edition.texts?.welcome : undefined;
  return own === undefined ? {} : { welcome: localText(own, language) };
}

/** Everywhere where there is a question to answer. */
const canOpenForm = true;

function reviewing(on: OnDraft, context: StepContext): ReviewView {
  const steps = stepsOf(context);
  return {
    ...on,
    state: 'review',
    position: steps.length + 1,
    of: steps.length + 1,
    lines: steps.map((step) => reviewLine(step, context)),
    closing: closingText(context.language, context.edition),
    canOpenForm,
  };
}

function asking(draft: Draft, on: OnDraft, step: Step, context: StepContext): AskingView {
  const steps = stepsOf(context);
  const position = steps.findIndex(({ id }) => id === step.id) + 1;
  const explanation = step.explanation(context);
  const options = step.options(context);
  const saysNothing = options.some(({ value }) => value === step.nothing);
  return {
    ...on,
    state: 'asking',
    position,
    of: steps.length + 1,
    question: step.question(context),
    ...(explanation !== undefined && { explanation }),
    values: step.values?.(context) ?? {},
    options,
    inputs: step
      .inputs(context)
      .map((input) => ({ ...input, value: attempted(draft, step, input) ?? input.value })),
    lines: linesOf(context).filter((line) => line.step !== step.id),
    mayGoBack: position > 1 || draft.changing === true,
    maySkip: isOptional(step.id, context.edition) && step.show(context) === undefined && !saysNothing,
    canOpenForm,
  };
}

/** What was typed there and not taken, to be mended. */
function attempted({ attempts }: Draft, step: Step, input: Input): string | undefined {
  return attempts?.[step.id]?.[input.id];
}

function reviewLine(step: Step, context: StepContext): ReviewLine {
  const line: ReviewLine = { step: step.id, label: step.label };
  const answer = step.show(context);
  return answer === undefined ? line : { ...line, answer };
}

/** All that has been answered, in the order of the questions. */
export function linesOf(context: StepContext): Line[] {
  return stepsOf(context).flatMap((step) => {
    const answer = step.show(context);
    return answer === undefined ? [] : [{ step: step.id, label: step.label, answer }];
  });
}
