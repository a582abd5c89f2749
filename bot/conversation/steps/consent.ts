import type { Edition } from '../../domain/edition/edition.ts';
import { localText } from '../../domain/edition/edition.ts';
import { dayInZone } from '../../domain/day-in-zone.ts';
import { dayText } from '../../texts/dates.ts';
import { isNo, isYes } from '../reading/read-yes-no.ts';
import type { Answers, Reading, Step, StepContext } from './step.ts';
import { understood, unclear } from './step.ts';
import { text } from '../../texts/texts.ts';

/** What a submitter agrees to. Words that changed since are agreed to anew. */
export const consent: Step = {
  id: 'consent',
  label: 'intake.consent.label',
  question: () => 'intake.consent.question',
  explanation: ({ edition }) => ({ said: edition.consent }),
  options: () => [],
  inputs: ({ answers, edition }) => [
    {
      id: 'agree',
      label: 'intake.consent.input',
      title: 'intake.consent.tick',
      kind: 'toggle',
      value: isGiven(answers, edition) ? 'true' : 'false',
      required: true,
    },
  ],
  claims: (typed) => isYes(typed),
  read(typed, context) {
    if (isYes(typed)) return give(context);
    return unclear(isNo(typed) ? 'intake.consent.refused' : 'intake.consent.unclear');
  },
  fill: ({ agree, answer = '' }, context) => {
    if (agree === 'true') return give(context);
    return answer === '' ? unclear('intake.consent.refused') : consent.read(answer, context);
  },
  pick: () => unclear('intake.consent.unclear'),
  show({ answers, edition, language }) {
    if (answers.consent === undefined || !isGiven(answers, edition)) return undefined;
    const day = dayText(language, dayInZone(answers.consent.givenAt, edition.zone));
    return text(language, 'intake.consent.given', { day });
  },
};

function isGiven({ consent: given }: Answers, edition: Edition): boolean {
  return given !== undefined && Object.values(edition.consent).includes(given.statement);
}

/** Agreeing twice is agreeing at the first moment. */
function give({ answers, edition, language, now }: StepContext): Reading {
  if (answers.consent !== undefined && isGiven(answers, edition))
    return understood({ consent: answers.consent });
  return understood({ consent: { givenAt: now, statement: localText(edition.consent, language) } });
}
