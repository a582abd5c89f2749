import type { Draft } from '../domain/draft/draft.ts';
import { closingText } from './closing-text.ts';
import type { Heard } from './heard.ts';
import { holdsSomething, movedTo, remarked } from './heard.ts';
import type { Command } from './reading/read-command.ts';
import type { StepContext } from './steps/step.ts';
import { isDone, isOptional, review, stepOf, stepsOf, whereBefore, whereNext } from './steps/steps.ts';

/** What works at every question. */
export function hearCommand(draft: Draft, command: Command, context: StepContext): Heard {
  switch (command) {
    case 'back':
      return { draft: goBack(draft, context) };
    case 'stop':
      return { draft: pause(draft) };
    case 'help':
      return { draft: help(draft, context) };
    case 'start-over':
    case 'new':
      return startOver(draft, context);
    case 'continue':
      return { draft: goOn(draft, context) };
    case 'greeting':
      return { draft: greet(draft, context) };
    case 'skip':
      return { draft: skip(draft, context) };
    case 'own-submissions':
      return { draft, wish: 'own-submissions' };
    case 'hand-in':
      return handIn(draft, context);
    default:
      return command satisfies never;
  }
}

/** To the question before, or back to the overview for who came from there. */
export function goBack(draft: Draft, context: StepContext): Draft {
  if (draft.changing) return movedTo(draft, review);
  const before = whereBefore(draft.step, context);
  return before === undefined ? remarked(draft, 'info', 'command.first-question') : movedTo(draft, before);
}

export function pause(draft: Draft): Draft {
  return { ...draft, paused: true };
}

/** Leaves a question open where that is allowed; what was answered before stays answered. */
export function skip(draft: Draft, context: StepContext): Draft {
  const { edition, skipped } = context;
  const step = stepOf(draft.step, edition);
  if (step === undefined) return remarked(draft, 'info', 'intake.review.ready');
  if (isDone(step, context)) return goOn(draft, context);
  if (!isOptional(step.id, edition)) return remarked(draft, 'mend', 'command.no-skip');
  const left = [...skipped, step.id];
  const { changing: _changing, ...rest } = draft;
  return movedTo({ ...rest, skipped: left }, whereNext({ ...context, skipped: left }));
}

/** Asks once before anything is thrown away; with nothing to throw away it just begins. */
function startOver(draft: Draft, context: StepContext): Heard {
  return { draft: holdsSomething(draft) ? { ...draft, startingOver: true } : greet(draft, context) };
}

/** From a question that has its answer to where they were. */
function goOn(draft: Draft, context: StepContext): Draft {
  const step = stepOf(draft.step, context.edition);
  if (step === undefined) return remarked(draft, 'info', 'intake.review.ready');
  return isDone(step, context)
    ? movedTo(draft, whereNext(context))
    : remarked(draft, 'info', 'intake.here-you-were');
}

function greet(draft: Draft, context: StepContext): Draft {
  const untouched = draft.revision === 0 && !holdsSomething(draft);
  if (untouched) return remarked(draft, 'welcome', 'intake.welcome');
  if (draft.step === review) return remarked(draft, 'info', 'intake.welcome-back.review');
  return remarked(draft, 'info', 'intake.welcome-back', placeOf(draft, context));
}

/** Where somebody is: "stap 4 van 12". */
function placeOf({ step }: Draft, context: StepContext) {
  const asked = stepsOf(context);
  return { position: asked.findIndex(({ id }) => id === step) + 1, of: asked.length + 1 };
}

function handIn(draft: Draft, context: StepContext): Heard {
  if (draft.step === review) return { draft, wish: 'hand-in' };
  const next = whereNext(context);
  if (next === review) return { draft: movedTo(draft, review) };
  return { draft: remarked(movedTo(draft, next), 'mend', 'intake.not-complete') };
}

function help(draft: Draft, { edition, language }: StepContext): Draft {
  const closing = closingText(language, edition);
  if (draft.step === review) return remarked(draft, 'info', 'command.help.review', { closing });
  return remarked(draft, 'info', isOptional(draft.step, edition) ? 'command.help.optional' : 'command.help', {
    closing,
  });
}
