import { existsOn, municipalityOf } from '../../domain/municipality/municipality.ts';
import { municipalityName } from '../../domain/submission/participant.ts';
import { nameLength } from '../../domain/submission/submission.ts';
import { text } from '../../texts/texts.ts';
import { municipalityOfMail } from '../reading/find-municipality.ts';
import { shortened } from '../reading/words.ts';
import type { Option, Reading, StepContext } from './step.ts';
import { understood, unclear } from './step.ts';
import { lettersIn, tooManyIn, writtenLine } from './written.ts';

const organisation = 'organisation:';

/** The choice that stands for an organisation of this name. */
export function organisationChoice(name: string): string {
  return organisation + name;
}

/** What a card says of that choice: no more than what it is known by again. */
function optionValue(choice: string): string {
  if (!choice.startsWith(organisation)) return choice;
  return organisation + checksum(choice);
}

/** Tells two names apart, which is all that it is for. */
function checksum(name: string): string {
  const sum = Array.from(name).reduce((so, each) => (so * 31 + (each.codePointAt(0) ?? 0)) % prime, 7);
  return sum.toString(16);
}

const prime = 1_000_000_007;

/** What there is to choose: what was typed could mean these, or else what their mail address says. */
export function participantOptions(context: StepContext): Option[] {
  const suggested = participantSuggested(context);
  const values = context.choices.length > 0 ? context.choices : suggested === undefined ? [] : [suggested];
  const isNumbered = values.length > 1;
  return values.map((value, index) => {
    const { title, explanation } = optionOf(value, context);
    return {
      value: optionValue(value),
      title: isNumbered ? `${String(index + 1)}. ${title}` : title,
      explanation,
      chosen: isChosen(value, context),
    };
  });
}

/** For one's own municipality: the one whose name the mail address ends in. */
export function participantSuggested({ answers, person, today }: StepContext): string | undefined {
  if (answers.whose === 'nominated') return undefined;
  return municipalityOfMail(person.mail, today)?.code;
}

/** @param value as the client sent it */
export function pickParticipant(value: string, { today, choices, answers }: StepContext): Reading {
  if (value.startsWith(organisation)) {
    const current =
      answers.participant?.kind === 'organisation' ? [organisationChoice(answers.participant.name)] : [];
    const choice = [...choices, ...current].find((each) => optionValue(each) === value);
    return takeOrganisation(choice?.slice(organisation.length) ?? '');
  }
  const found = municipalityOf(value);
  return found !== undefined && existsOn(found, today)
    ? understood({ participant: { kind: 'municipality', code: value } })
    : unclear('intake.participant.unknown', { typed: shortened(writtenLine(value), 40) });
}

export function takeOrganisation(typed: string): Reading {
  const name = writtenLine(typed);
  if (lettersIn(name) < nameLength.least) return unclear('intake.participant.name');
  return tooManyIn(name, nameLength.most) > 0
    ? unclear('intake.participant.name-too-long', { most: nameLength.most })
    : understood({ participant: { kind: 'organisation', name } });
}

function optionOf(value: string, { language }: StepContext): { title: string; explanation: string } {
  if (value.startsWith(organisation)) {
    return {
      title: value.slice(organisation.length),
      explanation: text(language, 'intake.participant.organisation'),
    };
  }
  const province = municipalityOf(value)?.province ?? '';
  return {
    title: municipalityName(value),
    explanation: text(language, 'intake.participant.province', { province }),
  };
}

function isChosen(value: string, { answers: { participant } }: StepContext): boolean {
  switch (participant?.kind) {
    case 'municipality':
      return participant.code === value;
    case 'organisation':
      return organisationChoice(participant.name) === value;
    case 'partnership':
    case undefined:
      return false;
    default:
      return participant satisfies never;
  }
}
