import type { Draft } from '../domain/draft/draft.ts';
import type { Heard } from './heard.ts';
import { movedTo, remarked } from './heard.ts';
import type { Command } from './reading/read-command.ts';
import { closingText } from './closing-text.ts';
import type { StepContext } from './steps/step.ts';
import { review, stepOf, whereBefore, whereNext } from './steps/steps.ts';

/** What works at every question. */
export function hearCommand(draft: Draft, command: Command, context: StepContext): Heard {
  switch (command) {
    case 'back':
      return { draft: goBack(draft, context) };
    case 'stop':
      return { draft: pause(draft) };
    case 'help':
      return {
        draft: remarked(
          draft,
          'info',
          draft.step === review ? 'command.help.review' : 'command.help',
          helpValues(context),
        ),
      };
    case 'start-over':
    case 'new':
      return startOver(draft);
    case 'continue':
      return { draft: goOn(draft, context) };
    case 'greeting':
      return { draft: greet(draft) };
    case 'skip':
      return {
        draft: isAnswered(draft, context) ? goOn(draft, context) : remarked(draft, 'mend', 'command.no-skip'),
      };
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

/** Asks once before anything is thrown away; with nothing to throw away it just begins. */
function startOver(draft: Draft): Heard {
  const { answers, attempts } = draft;
  const hasAnswers = Object.keys(answers).length > 0 || attempts !== undefined;
  return { draft: hasAnswers ? { ...draft, startingOver: true } : greet(draft) };
}

/** From a question that has its answer to where they were. */
function goOn(draft: Draft, context: StepContext): Draft {
  if (draft.step === review) return remarked(draft, 'info', 'intake.review.ready');
  return isAnswered(draft, context)
    ? movedTo(draft, whereNext(context))
    : remarked(draft, 'info', 'intake.here-you-were');
}

function greet(draft: Draft): Draft {
  const untouched = draft.revision === 0 && draft.attempts === undefined;
  return remarked(
    draft,
    untouched ? 'welcome' : 'info',
    untouched ? 'intake.welcome' : 'intake.welcome-back',
  );
}

function isAnswered(draft: Draft, context: StepContext): boolean {
  return stepOf(draft.step, context.edition)?.show(context) !== undefined;
}

function handIn(draft: Draft, context: StepContext): Heard {
  if (draft.step === review) return { draft, wish: 'hand-in' };
  const next = whereNext(context);
  if (next === review) return { draft: movedTo(draft, review) };
  return { draft: remarked(movedTo(draft, next), 'mend', 'intake.not-complete') };
}

function helpValues({ edition, language }: StepContext) {
  return { closing: closingText(language, edition) };
}
