import { categoryOf, localText } from '../../domain/edition/edition.ts';
import { readOption } from '../reading/read-option.ts';
import type { Reading, Step, StepContext } from './step.ts';
import { understood, unclear } from './step.ts';

/** What it competes in, as the edition divides it. (GD1) */
export const category: Step = {
  id: 'category',
  label: 'intake.category.label',
  question: () => 'intake.category.question',
  explanation: () => 'intake.category.explanation',
  options: ({ answers, edition, language }) =>
    edition.categories.map(({ id, name, explanation }, index) => ({
      value: id,
      title: `${index + 1}. ${localText(name, language)}`,
      explanation: localText(explanation, language),
      chosen: answers.categoryId === id,
    })),
  inputs: () => [],
  read(typed, context) {
    const names = context.edition.categories.map(({ id, name }) => ({
      value: id,
      names: [id, ...Object.values(name)],
    }));
    const [only, another] = readOption(typed, names);
    return only === undefined || another !== undefined ? notFound(context) : take(only, context);
  },
  pick: take,
  show({ answers, edition, language }) {
    const chosen = answers.categoryId === undefined ? undefined : categoryOf(edition, answers.categoryId);
    return chosen && localText(chosen.name, language);
  },
};

function take(id: string, context: StepContext): Reading {
  return categoryOf(context.edition, id) === undefined ? notFound(context) : understood({ categoryId: id });
}

function notFound({ edition }: StepContext): Reading {
  return unclear('intake.category.unclear', { count: edition.categories.length });
}
