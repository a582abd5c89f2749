import type { Contact } from '../../domain/submission/submission.ts';
import { nameLength } from '../../domain/submission/submission.ts';
import { isMail, tidyMail, tidyName } from '../reading/read-contact.ts';
import { readFullContact } from '../reading/read-full-contact.ts';
import { readPhone } from '../reading/read-phone.ts';
import { isYes } from '../reading/read-yes-no.ts';
import { withoutControls } from '../reading/words.ts';
import { contactInputs } from './contact-inputs.ts';
import type { Inputs, Reading, Step, StepContext } from './step.ts';
import { understood, unclear } from './step.ts';
import { tooManyIn, writtenLine } from './written.ts';

const known = 'known';
const mostTyped = 2_000;
const unbroken = '\u00A0';

/** Whom to ask about it: the submitter as Teams knows them, unless they say otherwise. */
export const contact: Step = contactStep('contact', 'contact', ({ answers, person }) => {
  if (answers.contact !== undefined) return answers.contact;
  const { name, mail } = person;
  return name !== '' && mail !== undefined && isMail(mail) ? { name, mail } : undefined;
});

/** Whom to ask in the municipality that was nominated. (GD3) */
export const contactThere: Step = {
  ...contactStep('contact-there', 'contactThere', ({ answers }) => answers.contactThere),
  isSettled: ({ answers }) => answers.whose !== 'nominated',
};

type Suggest = (context: StepContext) => Contact | undefined;

function contactStep(
  id: 'contact' | 'contact-there',
  field: 'contact' | 'contactThere',
  suggest: Suggest,
): Step {
  const take = (typed: Typed): Reading => {
    const checked = check(typed);
    return 'kind' in checked ? checked : understood({ [field]: checked });
  };
  const pick = (option: string, context: StepContext): Reading => {
    const suggested = suggest(context);
    return option === known && suggested !== undefined
      ? understood({ [field]: suggested })
      : unclear('intake.contact.no-mail');
  };
  const read = (typed: string, context: StepContext): Reading => {
    const suggested = suggest(context);
    if (isYes(typed) && suggested !== undefined) return pick(known, context);
    return take(withSuggested(readTyped(typed), suggested));
  };
  return {
    id,
    label: `intake.${id}.label`,
    question: () => `intake.${id}.question`,
    explanation: (context) =>
      suggest(context) === undefined ? `intake.${id}.explanation` : 'intake.contact.explanation.known',
    // What is known stands in the inputs, to be sent as it is or mended.
    options: () => [],
    inputs: (context) => contactInputs(context.answers[field] ?? (id === 'contact' ? context.person : {})),
    read,
    fill: (inputs, context) =>
      isWritten(inputs) ? take(typedIn(inputs)) : read(inputs.answer ?? '', context),
    pick,
    show: ({ answers }) => answers[field] && written(answers[field]),
  };
}

/** As it was typed, by part; empty is nothing. */
interface Typed {
  name: string;
  mail: string;
  role: string;
  phone: string;
}

function readTyped(typed: string): Typed {
  const { name, mail, role = '', phone } = readFullContact(withoutControls(typed.slice(0, mostTyped)));
  const number = phone?.kind === 'valid' ? phone.e164 : phone === undefined ? '' : typed;
  return { name, mail, role, phone: number };
}

/** "06-12345678", "projectleider": a part of what is known, or a part more. */
function withSuggested(typed: Typed, suggested: Contact | undefined): Typed {
  if (typed.mail !== '' || suggested === undefined) {
    return typed.name === '' && suggested !== undefined ? { ...typed, name: suggested.name } : typed;
  }
  const isOther = typed.name !== '' && typed.name !== suggested.name;
  if (isOther) return typed;
  const { name, mail, role = '', phone = '' } = suggested;
  return { name, mail, role: typed.role || role, phone: typed.phone || phone };
}

function isWritten({ name = '', mail = '', role = '', phone = '' }: Inputs): boolean {
  return [name, mail, role, phone].some((each) => each !== '');
}

function typedIn({ name = '', mail = '', role = '', phone = '' }: Inputs): Typed {
  return {
    name: tidyName(withoutControls(name)),
    mail: tidyMail(withoutControls(mail)),
    role: writtenLine(role),
    phone: writtenLine(phone),
  };
}

function check({ name, mail, role, phone }: Typed): Contact | Reading {
  if (name === '') return unclear('intake.contact.no-name');
  const tooMany = tooManyIn(name, nameLength.most);
  if (tooMany > 0) return unclear('intake.contact.name-too-long', { tooMany });
  if (tooManyIn(role, nameLength.most) > 0)
    return unclear('intake.contact.role-too-long', { most: nameLength.most });
  if (mail === '') return unclear('intake.contact.no-mail');
  if (!isMail(mail)) return unclear('intake.contact.bad-mail', { mail: mail.slice(0, 80) });
  const number = phone === '' ? undefined : readPhone(phone);
  if (number?.kind === 'invalid') return unclear('intake.contact.bad-phone', { phone: phone.slice(0, 40) });
  return { name, mail, ...(role !== '' && { role }), ...(number && { phone: number.e164 }) };
}

function written({ name, role, mail, phone }: Contact): string {
  const number = phone === undefined ? undefined : readPhone(phone);
  const display = number?.kind === 'valid' ? number.display.replaceAll(' ', unbroken) : phone;
  return [name, role, mail, display].filter((part) => part !== undefined && part !== '').join(', ');
}
