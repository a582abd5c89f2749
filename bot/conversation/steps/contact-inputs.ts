import type { Contact } from '../../domain/submission/submission.ts';
import { nameLength } from '../../domain/submission/submission.ts';
import type { LineInput } from './step.ts';

const mostMail = 254;
const mostPhone = 30;

/** What can be typed of a person whom others may ask. */
export function contactInputs({
  name = '',
  mail = '',
  role = '',
  phone = '',
}: Partial<Contact>): LineInput[] {
  return [
    input('name', 'line', { value: name, most: nameLength.most, required: true }),
    input('role', 'line', { value: role, most: nameLength.most }),
    input('mail', 'mail', { value: mail, most: mostMail, required: true }),
    input('phone', 'phone', { value: phone, most: mostPhone }),
  ];
}

function input(
  id: 'name' | 'role' | 'mail' | 'phone',
  kind: LineInput['kind'],
  { value, most, required = false }: { value: string; most: number; required?: boolean },
): LineInput {
  return {
    id,
    label: `intake.contact.${id}`,
    placeholder: `intake.contact.${id}.placeholder`,
    ...{ kind, most, value, required },
  };
}
