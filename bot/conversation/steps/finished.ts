import { oldestFinishedDay, refuseAdmission } from '../../domain/submission/admission.ts';
import type { FinishedPeriod } from '../../domain/submission/submission.ts';
import { dayText } from '../../texts/dates.ts';
import { periodText, whenText } from '../period-text.ts';
import { readPeriod, saysNotFinished } from '../reading/read-period.ts';
import type { Reading, Step, StepContext } from './step.ts';
import { understood, unclear } from './step.ts';

const mostCharacters = 100;

/** When it was finished: it has to be, and not too long ago. (GD5) */
export const finished: Step = {
  id: 'finished',
  label: 'intake.finished.label',
  question: () => 'intake.finished.question',
  explanation: () => 'intake.finished.explanation',
  values: ({ edition, language }) => ({ day: dayText(language, oldestFinishedDay(edition)) }),
  options: () => [],
  inputs: ({ answers, language }) => [
    {
      id: 'answer',
      label: 'intake.finished.input',
      placeholder: 'intake.finished.placeholder',
      kind: 'line',
      most: mostCharacters,
      value: answers.finished === undefined ? '' : periodText(language, answers.finished),
      required: true,
    },
  ],
  read(typed, context) {
    const period = readPeriod(typed.slice(0, 5 * mostCharacters), context.today);
    if (period !== undefined) return judge(period, context);
    return unclear(saysNotFinished(typed) ? 'intake.finished.not-yet' : 'intake.finished.unclear');
  },
  pick: () => unclear('intake.finished.unclear'),
  show: ({ answers, language }) => answers.finished && periodText(language, answers.finished),
};

/** Whether it may take part, and if not, why and what can be done. */
export function judge(period: FinishedPeriod, { edition, today, language }: StepContext): Reading {
  const refusal = refuseAdmission(edition, period, today);
  const when = whenText(language, period);
  switch (refusal?.code) {
    case undefined:
      return understood({ finished: period });
    case 'too-old':
      return unclear('intake.finished.too-old', { when, day: dayText(language, refusal.notBefore) });
    case 'not-finished':
      return unclear('intake.finished.in-future', { when, today: dayText(language, today) });
  }
}
