import type { Remark } from '../../domain/draft/draft.ts';
import type { Condition } from '../../domain/edition/edition.ts';
import { conditionAnswers, refuseConditions } from '../../domain/submission/admission.ts';
import type { ConditionAnswer } from '../../domain/submission/submission.ts';
import { text } from '../../texts/texts.ts';
import { isNo } from '../reading/read-yes-no.ts';
import { nameList } from './name-list.ts';
import { readAnswers } from './read-answers.ts';
import type { Input, Reading, Step, StepContext } from './step.ts';
import { told, understood, unclear } from './step.ts';

type Answered = Record<string, ConditionAnswer>;

const allYes = 'all-yes';

/** What an initiative has to be to take part, each as a question: rules refuse, judgement is for the jury. (GD5) */
export const conditions: Step = {
  id: 'conditions',
  isSettled: ({ edition }) => edition.conditions.length === 0,
  label: 'intake.conditions.label',
  question: () => 'intake.conditions.question',
  explanation: () => 'intake.conditions.explanation',
  values: ({ edition }) => ({ count: edition.conditions.length }),
  options: ({ edition, answers, language }) => [
    {
      value: allYes,
      title: text(language, 'intake.conditions.all-yes'),
      chosen: edition.conditions.every(({ id }) => answers.conditions?.[id] === 'yes'),
    },
  ],
  inputs: (context) => context.edition.conditions.map((each, index) => inputOf(each, index, context)),
  claims: (typed, { edition }) => readAnswers(typed, edition.conditions.length) !== undefined,
  read: (typed, context) => {
    const { edition } = context;
    const said = readAnswers(typed, edition.conditions.length);
    if (said === undefined) return readNo(typed, context);
    return take(
      Object.fromEntries(
        edition.conditions.flatMap(({ id }, index) => {
          const answer = said[index];
          return answer === undefined ? [] : [[id, answer]];
        }),
      ),
      context,
    );
  },
  fill(inputs, context) {
    const typed = inputs.answer ?? '';
    const chosen = Object.fromEntries(
      context.edition.conditions.flatMap(({ id }) => {
        const answer = conditionAnswers.find((each) => each === inputs[inputId(id)]);
        return answer === undefined ? [] : [[id, answer]];
      }),
    );
    if (Object.keys(chosen).length > 0) return take(chosen, context);
    return typed === '' ? unclear('intake.empty') : conditions.read(typed, context);
  },
  pick: (option, context) =>
    option === allYes
      ? take(Object.fromEntries(context.edition.conditions.map(({ id }) => [id, 'yes'])), context)
      : unclear('intake.conditions.unclear', { count: context.edition.conditions.length }),
  show({ answers, edition, language }) {
    const given = edition.conditions.map(({ id }) => answers.conditions?.[id]);
    if (given.includes(undefined)) return undefined;
    const counts = conditionAnswers.map((answer) => ({
      answer,
      count: given.filter((each) => each === answer).length,
    }));
    return counts
      .filter(({ count }) => count > 0)
      .map(({ answer, count }) => text(language, `intake.conditions.count.${answer}`, { count }))
      .join(', ');
  },
};

/** Why an initiative with these answers may not take part, and what can be done; `undefined` when it may. */
export function conditionsInTheWay({ answers, edition, language }: StepContext): Remark | undefined {
  const refusal = refuseConditions(edition, answers.conditions ?? {});
  if (refusal === undefined) return undefined;
  const numbers = refusal.conditions.map((each) => String(edition.conditions.indexOf(each) + 1));
  const values = { count: numbers.length, numbers: nameList(numbers, language) };
  return unclearRemark('intake.conditions.refused', values);
}

function unclearRemark(key: Parameters<typeof told>[0], values: Remark['values']): Remark {
  return { ...told(key, values), tone: 'mend' };
}

/** "nee" says something when one question is left. */
function readNo(typed: string, context: StepContext): Reading {
  const all = context.edition.conditions;
  if (!isNo(typed)) return unclear('intake.conditions.unclear', { count: all.length });
  const [last, another] = all.filter(({ id }) => context.answers.conditions?.[id] === undefined);
  return last === undefined || another !== undefined
    ? unclear('intake.conditions.which')
    : take({ [last.id]: 'no' }, context);
}

function inputId(condition: string): string {
  return `condition-${condition}`;
}

function inputOf(condition: Condition, index: number, { answers, edition }: StepContext): Input {
  const answer = answers.conditions?.[condition.id];
  const isRefused = refuseConditions({ conditions: [condition] }, answers.conditions ?? {}) !== undefined;
  return {
    id: inputId(condition.id),
    label: { said: numbered(condition, index, edition.conditions.length) },
    kind: 'choice',
    choices: conditionAnswers.map((value) => ({ value, title: `intake.conditions.${value}` })),
    value: answer ?? '',
    required: true,
    ...(isRefused && {
      note: condition.refusal === undefined ? 'intake.conditions.refusal' : { said: condition.refusal },
    }),
  };
}

function numbered({ question }: Condition, index: number, of: number): Condition['question'] {
  if (of === 1) return question;
  const number = `${String(index + 1)}. `;
  return { nl: number + question.nl, ...(question.en !== undefined && { en: number + question.en }) };
}

/** Answers are kept whatever they say. What is new and stands in the way is explained first; who insists goes on. */
function take(chosen: Answered, context: StepContext): Reading {
  const { answers, edition, language } = context;
  const before = answers.conditions ?? {};
  const now = { ...before, ...chosen };
  const answered = { conditions: now };
  const open = edition.conditions.flatMap(({ id }, index) =>
    now[id] === undefined ? [String(index + 1)] : [],
  );
  if (open.length > 0) {
    const values = { count: open.length, numbers: nameList(open, language) };
    const remark = unclearRemark('intake.conditions.open', values);
    return { kind: 'understood', answers: answered, remark, wish: 'stay' };
  }
  const inTheWay = conditionsInTheWay({ ...context, answers: { ...answers, ...answered } });
  const isNews = edition.conditions.some(({ id }) => now[id] !== before[id]);
  if (inTheWay === undefined || !isNews) return understood(answered);
  return { kind: 'understood', answers: answered, remark: inTheWay, wish: 'stay' };
}
