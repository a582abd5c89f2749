import { text } from '../../texts/texts.ts';
import { readOption } from '../reading/read-option.ts';
import { bareWords } from '../reading/words.ts';
import meant from '../reading/words-meant.json' with { type: 'json' };
import type { Reading, Step, StepContext } from './step.ts';
import { understood, unclear } from './step.ts';

const values = ['own', 'nominated'] as const;

/** Own initiative, or another municipality's that is nominated. (GD3) */
export const whose: Step = {
  id: 'whose',
  label: 'intake.whose.label',
  question: () => 'intake.whose.question',
  explanation: () => 'intake.whose.explanation',
  options: ({ answers, language }) =>
    values.map((value) => ({
      value,
      title: text(language, `intake.whose.${value}`),
      explanation: text(language, `intake.whose.${value}.explanation`),
      chosen: answers.whose === value,
    })),
  inputs: () => [],
  claims: (typed, context) => isNamed(bareWords(typed), context),
  read(typed, context) {
    const [only, another] = readOption(typed, nameables(context));
    return only === undefined || another !== undefined
      ? unclear('intake.whose.unclear')
      : take(only, context);
  },
  pick: take,
  show: ({ answers, language }) =>
    answers.whose === undefined ? undefined : text(language, `intake.whose.${answers.whose}`),
};

/** A name, or how it begins: "another" is an answer here, and elsewhere asks for another draft. */
function isNamed(words: string, context: StepContext): boolean {
  return nameables(context).some(({ names }) =>
    names.some((name) => `${bareWords(name)} `.startsWith(`${words} `)),
  );
}

function nameables({ language }: StepContext) {
  return values.map((value) => ({
    value,
    names: [...meant[value], text(language, `intake.whose.${value}`)],
  }));
}

/** Whose it is and of which participant go together: with the one, the other is asked anew. */
function take(value: string, { answers }: StepContext): Reading {
  const chosen = values.find((each) => each === value);
  if (chosen === undefined) return unclear('intake.whose.unclear');
  if (answers.whose === undefined || answers.whose === chosen) return understood({ whose: chosen });
  return understood({ whose: chosen, participant: undefined, contactThere: undefined });
}
