import type { OwnQuestion } from '../../domain/edition/edition.ts';
import { localText } from '../../domain/edition/edition.ts';
import { ownAnswerLength } from '../../domain/submission/submission.ts';
import { readOption } from '../reading/read-option.ts';
import type { Input, Reading, Step, StepContext, StepId } from './step.ts';
import { understood, unclear } from './step.ts';
import { lettersIn, tooManyIn, writtenLine, writtenLines } from './written.ts';

type Written = Extract<OwnQuestion, { ask: 'line' | 'lines' }>;
type Choice = Extract<OwnQuestion, { ask: 'choice' }>;

/** A line is a line: more than this is a story. */
const mostOnLine = 200;

/** The step of a question that an organiser added to their edition. */
export function ownStep(asked: OwnQuestion): Step {
  const shared = {
    // @NOTE the schema of an edition takes no other id
    id: asked.id as StepId,
    label: { said: asked.label },
    question: () => ({ said: asked.question }),
  };
  return asked.ask === 'choice' ? { ...shared, ...choiceOf(asked) } : { ...shared, ...writtenOf(asked) };
}

type Rest = Omit<Step, 'id' | 'label' | 'question'>;

function writtenOf(asked: Written): Rest {
  const { most = asked.ask === 'line' ? mostOnLine : ownAnswerLength.most } = asked;
  return {
    explanation: () =>
      asked.explanation === undefined ? 'intake.own.explanation' : { said: asked.explanation },
    values: () => ({ most }),
    options: () => [],
    inputs: (context): Input[] => [
      {
        id: 'answer',
        label: { said: asked.label },
        placeholder: 'intake.own.placeholder',
        kind: asked.ask,
        isCounted: asked.ask === 'lines',
        most,
        value: answerTo(asked, context) ?? '',
        required: asked.optional !== true,
      },
    ],
    read(typed, context) {
      const written = asked.ask === 'line' ? writtenLine(typed) : writtenLines(typed);
      const tooMany = tooManyIn(written, most);
      if (tooMany > 0) return unclear('intake.own.too-long', { tooMany, most });
      return lettersIn(written) === 0 ? unclear('intake.empty') : answered(asked, written, context);
    },
    pick: () => unclear('intake.empty'),
    show: (context) => answerTo(asked, context),
  };
}

function choiceOf(asked: Choice): Rest {
  const named = asked.options.map(({ id, name }) => ({ value: id, names: [id, ...Object.values(name)] }));
  const pick = (option: string, context: StepContext): Reading =>
    asked.options.some(({ id }) => id === option)
      ? answered(asked, option, context)
      : unclear('intake.own.unclear', { count: asked.options.length });
  const claimed = (typed: string) => readOption(typed, named);
  return {
    explanation: () => (asked.explanation === undefined ? 'intake.own.choose' : { said: asked.explanation }),
    options: (context) =>
      asked.options.map(({ id, name, explanation }, index) => ({
        value: id,
        title: `${String(index + 1)}. ${localText(name, context.language)}`,
        ...(explanation && { explanation: localText(explanation, context.language) }),
        chosen: answerTo(asked, context) === id,
      })),
    inputs: () => [],
    claims: (typed) =>
      named.some(({ names }) => names.some((name) => name.toLowerCase() === typed.trim().toLowerCase())),
    read(typed, context) {
      const [only, another] = claimed(typed);
      return pick(another === undefined ? (only ?? '') : '', context);
    },
    pick,
    show: (context) => {
      const chosen = asked.options.find(({ id }) => id === answerTo(asked, context));
      return chosen && localText(chosen.name, context.language);
    },
  };
}

function answerTo({ id }: OwnQuestion, { answers }: StepContext): string | undefined {
  return answers.own?.[id];
}

function answered({ id }: OwnQuestion, answer: string, { answers }: StepContext): Reading {
  return understood({ own: { ...answers.own, [id]: answer } });
}
