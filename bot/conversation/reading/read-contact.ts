import { z } from 'zod';
import { withMailWritten } from './find-mail.ts';
import { bareWords } from './words.ts';

/** A name and an address as they were found in what somebody typed: "Sanne de Wit, sanne@utrecht.nl". */
export interface TypedContact {
  name: string;
  mail: string;
}

const mostMail = 254;

/** @NOTE each pattern begins where a run begins, so that a long text takes no more than its length in steps */
export function readContact(said: string): TypedContact {
  const typed = withMailWritten(said);
  const mail = /(?<![^\s,;:<>()])[^\s,;:<>()]*@[^\s,;<>()]*/.exec(typed)?.[0] ?? '';
  const rest = typed.replace(mail, ' ').replace(/mailto:/i, ' ');
  return { name: tidyName(rest), mail: tidyMail(mail) };
}

export function isMail(text: string): boolean {
  return text.length <= mostMail && z.email().safeParse(text).success;
}

export function tidyMail(typed: string): string {
  return typed
    .trim()
    .replace(/^(mailto:|<)/i, '')
    .replace(/(?<![>.,;])[>.,;]+$/, '')
    .toLowerCase();
}

/** Without what stands around a name: "mijn naam is", brackets, commas. */
export function tidyName(typed: string): string {
  const name = typed
    .replace(/[<>()[\],;:]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(mijn naam is|ik ben|naam|contact|contactpersoon|my name is|name)\s+/i, '')
    .replace(/\s+(e-?mail(adres)?|mail)(\s+is)?$/i, '')
    .replace(/(?<![\s.\-–/|])[\s.\-–/|]+$/, '')
    .trim();
  return bareWords(name) === '' ? '' : name;
}
