import type { Contact } from '../../domain/submission/submission.ts';
import { text } from '../../texts/texts.ts';
import { isYes } from '../reading/read-yes-no.ts';
import { isMail, readContact, tidyMail, tidyName } from '../reading/read-contact.ts';
import { lengthOf, withoutControls } from '../reading/words.ts';
import type { Reading, Step, StepContext } from './step.ts';
import { understood, unclear } from './step.ts';

const mostName = 100;
const mostMail = 254;
const fromTeams = 'from-teams';

/** Whom to ask about it: the submitter as Teams knows them, unless they say otherwise. */
export const contact: Step = {
  id: 'contact',
  label: 'intake.contact.label',
  question: () => 'intake.contact.question',
  explanation: (context) =>
    known(context) === undefined ? 'intake.contact.explanation' : 'intake.contact.explanation.known',
  options(context) {
    const own = known(context);
    if (own === undefined) return [];
    return [
      {
        value: fromTeams,
        title: text(context.language, 'intake.contact.confirm'),
        explanation: written(own),
      },
    ];
  },
  inputs: ({ answers, person }) => [
    {
      id: 'name',
      label: 'intake.contact.name',
      placeholder: 'intake.contact.name.placeholder',
      kind: 'line',
      most: mostName,
      value: answers.contact?.name ?? person.name,
      required: true,
    },
    {
      id: 'mail',
      label: 'intake.contact.mail',
      placeholder: 'intake.contact.mail.placeholder',
      kind: 'mail',
      most: mostMail,
      value: answers.contact?.mail ?? person.mail ?? '',
      required: true,
    },
  ],
  read(typed, context) {
    if (isYes(typed)) return pick(fromTeams, context);
    const { name, mail } = readContact(withoutControls(typed));
    if (mail === '') return unclear('intake.contact.no-mail');
    return check({ name: name === '' ? (context.answers.contact?.name ?? context.person.name) : name, mail });
  },
  fill: ({ name = '', mail = '', answer = '' }, context) =>
    answer !== '' && name === '' && mail === ''
      ? contact.read(answer, context)
      : check({ name: tidyName(withoutControls(name)), mail: tidyMail(mail) }),
  pick,
  show: ({ answers }) => answers.contact && written(answers.contact),
};

function known({ answers, person }: StepContext): Contact | undefined {
  if (answers.contact !== undefined) return answers.contact;
  const { name, mail } = person;
  return name !== '' && mail !== undefined && isMail(mail) ? { name, mail } : undefined;
}

function written({ name, mail }: Contact): string {
  return `${name}, ${mail}`;
}

function pick(option: string, context: StepContext): Reading {
  const own = known(context);
  return option === fromTeams && own !== undefined
    ? understood({ contact: own })
    : unclear('intake.contact.no-mail');
}

function check(typed: Contact): Reading {
  if (typed.name === '') return unclear('intake.contact.no-name');
  const tooMany = lengthOf(typed.name) - mostName;
  if (tooMany > 0) return unclear('intake.contact.name-too-long', { tooMany });
  if (typed.mail === '') return unclear('intake.contact.no-mail');
  if (!isMail(typed.mail)) return unclear('intake.contact.bad-mail', { mail: typed.mail.slice(0, 80) });
  return understood({ contact: typed });
}
