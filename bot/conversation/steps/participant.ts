import { existsOn, municipalityOf } from '../../domain/municipality/municipality.ts';
import { participantName } from '../../domain/submission/participant.ts';
import { dayText } from '../../texts/dates.ts';
import { text } from '../../texts/texts.ts';
import type { FoundMunicipality } from '../reading/find-municipality.ts';
import { findMunicipality, municipalityOfMail } from '../reading/find-municipality.ts';
import { isNo, isYes } from '../reading/read-yes-no.ts';
import { readOption } from '../reading/read-option.ts';
import { shortened } from '../reading/words.ts';
import type { Answers, Option, Reading, Step, StepContext } from './step.ts';
import { understood, unclear } from './step.ts';

const mostCharacters = 100;

/** The participant. (GD2) */
export const participant: Step = {
  id: 'participant',
  label: 'intake.participant.label',
  question: ({ answers }) =>
    answers.whose === 'nominated'
      ? 'intake.participant.question.nominated'
      : 'intake.participant.question.own',
  explanation(context) {
    if (context.choices.length > 0) return 'intake.participant.explanation.choices';
    return suggestionOf(context) === undefined
      ? 'intake.participant.explanation'
      : 'intake.participant.explanation.suggested';
  },
  options,
  inputs: (context) => [
    {
      id: 'answer',
      label: options(context).length > 0 ? 'intake.participant.input.other' : 'intake.participant.input',
      placeholder: 'intake.participant.placeholder',
      kind: 'line',
      most: mostCharacters,
      value: context.answers.participant === undefined ? '' : participantName(context.answers.participant),
      required: true,
    },
  ],
  read(typed, context) {
    const offered = options(context);
    const [first, second] = offered;
    if (first !== undefined && second === undefined && isYes(typed)) return pick(first.value, context);
    if (isYes(typed) || isNo(typed)) return unclear('intake.participant.name');
    const chosen = /^\s*\d+\s*$/.test(typed)
      ? readOption(
          typed,
          offered.map(({ value, title }) => ({ value, names: [title] })),
        )[0]
      : undefined;
    if (chosen !== undefined) return pick(chosen, context);
    return take(findMunicipality(typed.slice(0, 10 * mostCharacters), context.today), typed, context);
  },
  pick,
  show: ({ answers }) => answers.participant && participantName(answers.participant),
};

function options(context: StepContext): Option[] {
  const suggested = suggestionOf(context);
  const values = context.choices.length > 0 ? context.choices : suggested === undefined ? [] : [suggested];
  const numbered = values.length > 1;
  return values.map((value, index) => ({
    value,
    title: numbered ? `${index + 1}. ${nameOf(value)}` : nameOf(value),
    explanation: provinceOf(value, context),
    chosen: codeOf(context) === value,
  }));
}

/** For one's own municipality: the one whose name the mail address ends in. */
function suggestionOf({ answers, person, today }: StepContext): string | undefined {
  if (answers.whose === 'nominated') return undefined;
  return municipalityOfMail(person.mail, today)?.code;
}

function take(found: FoundMunicipality, typed: string, { language, today }: StepContext): Reading {
  switch (found.kind) {
    case 'one': {
      const { municipality: only, former, guessed } = found;
      const answers = answerOf(only.code);
      if (former !== undefined && former.validTo !== undefined) {
        const values = { former: former.name, name: only.name, day: dayText(language, former.validTo) };
        return {
          kind: 'understood',
          answers,
          remark: { tone: 'info', text: 'intake.participant.merged', values },
        };
      }
      if (!guessed) return understood(answers);
      const values = { name: only.name };
      return {
        kind: 'understood',
        answers,
        remark: { tone: 'info', text: 'intake.participant.guessed', values },
      };
    }
    case 'several':
      return unclear('intake.participant.several', { typed: shorten(typed) }, found.codes);
    case 'none': {
      const near = found.nearest.filter((code) => isThere(code, today));
      const key = near.length > 0 ? 'intake.participant.nearest' : 'intake.participant.unknown';
      return unclear(key, { typed: shorten(typed) }, near);
    }
    default:
      return found satisfies never;
  }
}

function pick(code: string, { today }: StepContext): Reading {
  return isThere(code, today)
    ? understood(answerOf(code))
    : unclear('intake.participant.unknown', { typed: shorten(code) });
}

function isThere(code: string, today: string): boolean {
  const found = municipalityOf(code);
  return found !== undefined && existsOn(found, today);
}

function codeOf({ answers }: StepContext): string | undefined {
  return answers.participant?.kind === 'municipality' ? answers.participant.code : undefined;
}

function answerOf(code: string): Answers {
  return { participant: { kind: 'municipality', code } };
}

function nameOf(code: string): string {
  return municipalityOf(code)?.name ?? code;
}

function provinceOf(code: string, { language }: StepContext): string {
  return text(language, 'intake.participant.province', { province: municipalityOf(code)?.province ?? '' });
}

function shorten(typed: string): string {
  return shortened(typed.replace(/\s+/g, ' ').trim(), 40);
}
