import { existsOn, municipalityOf } from '../../domain/municipality/municipality.ts';
import { dayText } from '../../texts/dates.ts';
import { text } from '../../texts/texts.ts';
import type { FoundMunicipality } from '../reading/find-municipality.ts';
import { findMunicipality, municipalityOfMail } from '../reading/find-municipality.ts';
import { isNo, isYes } from '../reading/read-command.ts';
import { readOption } from '../reading/read-option.ts';
import { shortened } from '../reading/words.ts';
import type { Option, Reading, Step, StepContext } from './step.ts';
import { understood, unclear } from './step.ts';

const mostCharacters = 100;

/** The participant. (GD2) */
export const municipality: Step = {
  id: 'municipality',
  label: 'intake.municipality.label',
  question: ({ answers }) =>
    answers.whose === 'nominated'
      ? 'intake.municipality.question.nominated'
      : 'intake.municipality.question.own',
  explanation(context) {
    if (context.choices.length > 0) return 'intake.municipality.explanation.choices';
    return suggestionOf(context) === undefined
      ? 'intake.municipality.explanation'
      : 'intake.municipality.explanation.suggested';
  },
  options,
  inputs: (context) => [
    {
      id: 'answer',
      label: options(context).length > 0 ? 'intake.municipality.input.other' : 'intake.municipality.input',
      placeholder: 'intake.municipality.placeholder',
      kind: 'line',
      most: mostCharacters,
      value: context.answers.municipality === undefined ? '' : nameOf(context.answers.municipality),
    },
  ],
  read(typed, context) {
    const offered = options(context);
    const [first, second] = offered;
    if (first !== undefined && second === undefined && isYes(typed)) return pick(first.value, context);
    if (isYes(typed) || isNo(typed)) return unclear('intake.municipality.name');
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
  show: ({ answers }) => (answers.municipality === undefined ? undefined : nameOf(answers.municipality)),
};

function options(context: StepContext): Option[] {
  const suggested = suggestionOf(context);
  const values = context.choices.length > 0 ? context.choices : suggested === undefined ? [] : [suggested];
  const numbered = values.length > 1;
  return values.map((value, index) => ({
    value,
    title: numbered ? `${index + 1}. ${nameOf(value)}` : nameOf(value),
    explanation: provinceOf(value, context),
    chosen: context.answers.municipality === value,
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
      const answers = { municipality: only.code };
      if (former !== undefined && former.validTo !== undefined) {
        const values = { former: former.name, name: only.name, day: dayText(language, former.validTo) };
        return {
          kind: 'understood',
          answers,
          remark: { tone: 'info', text: 'intake.municipality.merged', values },
        };
      }
      if (!guessed) return understood(answers);
      const values = { name: only.name };
      return {
        kind: 'understood',
        answers,
        remark: { tone: 'info', text: 'intake.municipality.guessed', values },
      };
    }
    case 'several':
      return unclear('intake.municipality.several', { typed: shorten(typed) }, found.codes);
    case 'none': {
      const near = found.nearest.filter((code) => isThere(code, today));
      const key = near.length > 0 ? 'intake.municipality.nearest' : 'intake.municipality.unknown';
      return unclear(key, { typed: shorten(typed) }, near);
    }
    default:
      return found satisfies never;
  }
}

function pick(code: string, { today }: StepContext): Reading {
  return isThere(code, today)
    ? understood({ municipality: code })
    : unclear('intake.municipality.unknown', { typed: shorten(code) });
}

function isThere(code: string, today: string): boolean {
  const found = municipalityOf(code);
  return found !== undefined && existsOn(found, today);
}

function nameOf(code: string): string {
  return municipalityOf(code)?.name ?? code;
}

function provinceOf(code: string, { language }: StepContext): string {
  return text(language, 'intake.municipality.province', { province: municipalityOf(code)?.province ?? '' });
}

function shorten(typed: string): string {
  return shortened(typed.replace(/\s+/g, ' ').trim(), 40);
}
