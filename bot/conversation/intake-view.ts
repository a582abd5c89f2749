import type { Draft, Remark } from '../domain/draft/draft.ts';
import type { Edition } from '../domain/edition/edition.ts';
import { numberText } from '../domain/submission/submission.ts';
import type { TextKey, TextValues } from '../texts/texts.ts';
import { closingText } from './closing-text.ts';
import { settled } from './intake-context.ts';
import type { Notice } from './notices.ts';
import type { Input, Option, Step, StepContext, StepId } from './steps/step.ts';
import { stepOf, stepsOf } from './steps/steps.ts';

/** What the living card of a draft shows. Texts that people typed are as they typed them. */
export type IntakeView = {
  kind: 'intake';
  edition: string;
  remark?: Remark;
  /** The number of the submission that it changes, when it is no new one. */
  changing?: string;
} & (
  | AskingView
  | ReviewView
  | ({ state: 'paused'; answered: number; closing: string } & OnDraft)
  | ({ state: 'starting-over'; lines: Line[] } & OnDraft)
  | { state: 'not-open'; notice: Notice }
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
  question: TextKey;
  explanation: TextKey;
  values: TextValues;
  options: Option[];
  inputs: Input[];
  /** What has been answered, in the order of the questions. */
  lines: Line[];
  mayGoBack: boolean;
}

export interface ReviewView extends OnDraft {
  state: 'review';
  position: number;
  of: number;
  lines: Line[];
  closing: string;
}

export interface Line {
  step: StepId;
  label: TextKey;
  answer: string;
}

/** @param notOpen why nothing can be handed in now, if so */
export function viewIntake(draft: Draft, context: StepContext, notOpen: Notice | undefined): IntakeView {
  const view = viewByStatus(draft, context, notOpen);
  const { changes, number } = draft;
  if (changes === undefined || number === undefined) return view;
  return { ...view, changing: numberText(context.edition.numberPrefix, number) };
}

function viewByStatus(draft: Draft, context: StepContext, notOpen: Notice | undefined): IntakeView {
  const edition = context.edition.name;
  switch (draft.status) {
    case 'open':
      return notOpen === undefined
        ? viewOpen(settled(draft, context.edition, context), context)
        : { kind: 'intake', edition, state: 'not-open', notice: notOpen };
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

function viewOpen(draft: Draft, context: StepContext): IntakeView {
  const edition = context.edition.name;
  const on: OnDraft = { draft: draft.id, revision: draft.revision, step: draft.step };
  const lines = linesOf(context);
  const closing = closingOf(context.edition, context);
  if (draft.startingOver) return { kind: 'intake', edition, state: 'starting-over', lines, ...on };
  if (draft.paused)
    return { kind: 'intake', edition, state: 'paused', answered: lines.length, closing, ...on };
  const remark = draft.remark && { remark: draft.remark };
  const step = stepOf(draft.step, context.edition);
  const of = stepsOf(context).length + 1;
  if (step === undefined)
    return { kind: 'intake', edition, state: 'review', position: of, of, lines, closing, ...remark, ...on };
  return {
    kind: 'intake',
    edition,
    ...asking(draft, step, context),
    of,
    lines: lines.filter((line) => line.step !== step.id),
    ...remark,
    ...on,
  };
}

function asking(draft: Draft, step: Step, context: StepContext) {
  const position = stepsOf(context).findIndex(({ id }) => id === step.id) + 1;
  return {
    state: 'asking' as const,
    position,
    question: step.question(context),
    explanation: step.explanation(context),
    values: step.values?.(context) ?? {},
    options: step.options(context),
    inputs: step
      .inputs(context)
      .map((input) => ({ ...input, value: attempted(draft, step, input) ?? input.value })),
    mayGoBack: position > 1 || draft.changing === true,
  };
}

/** What was typed there and not taken, to be mended. */
function attempted({ attempts }: Draft, step: Step, input: Input): string | undefined {
  return attempts?.[step.id]?.[input.id];
}

/** All that has been answered, in the order of the questions. */
export function linesOf(context: StepContext): Line[] {
  return stepsOf(context).flatMap((step) => {
    const answer = step.show(context);
    return answer === undefined ? [] : [{ step: step.id, label: step.label, answer }];
  });
}

function closingOf(edition: Edition, { language }: StepContext): string {
  return closingText(language, edition);
}
