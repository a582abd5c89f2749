import words from './contact-words.json' with { type: 'json' };
import { withMailWritten } from './find-mail.ts';
import { readContact, tidyName } from './read-contact.ts';
import type { TypedPhone } from './read-phone.ts';
import { readPhone, takePhone } from './read-phone.ts';
import { bareWords } from './words.ts';

/** Whom to ask, as found in a line or a signature; empty or absent what was not found. */
export interface TypedFullContact {
  name: string;
  /** What they do there. */
  role?: string;
  /** Tidied, not checked. */
  mail: string;
  /** As it was read; absent when no number was typed. */
  phone?: TypedPhone;
}

const mostCharacters = 2_000;

/** Reads "Sanne de Wit, projectleider, sanne@utrecht.nl, 06-12345678", in any order, or a signature of several lines. */
export function readFullContact(text: string): TypedFullContact {
  const typed = withMailWritten(text.slice(0, mostCharacters));
  const { mail } = readContact(typed);
  const withoutMail = typed.replace(/(?:mailto:)?<?[^\s,;:<>()]*@[^\s,;<>()]*>?/gi, ' \n ');
  const { phone, rest } = takePhone(withoutMail);
  const { name, role } = nameAndRole(partsOf(rest));
  return {
    name,
    mail,
    ...(role !== '' && { role }),
    ...(phone !== '' && { phone: readPhone(phone) }),
  };
}

const labels = words.labels.toSorted((a, b) => b.length - a.length);
const label = new RegExp(`^(?:${labels.map(loosely).join('|')})(?![\\p{L}\\d])[\\s.:=-]*`, 'iu');
const trailingLabel = new RegExp(
  `(?<![\\p{L}\\d])(?:${labels
    .filter((each) => each.length > 1)
    .map(loosely)
    .join('|')})[\\s.:=-]*$`,
  'iu',
);
const separator =
  /[\n\r\t,;|•()<>[\]]|\s[-–—/]\s|\s(?=(?:en )?ik ben )|\s(?=(?:en )?ik werk als )|\s(?=and i am )/giu;

function loosely(phrase: string): string {
  return phrase.replaceAll(' ', '[\\s.-]+');
}

/** The pieces of a line, without "Naam:" before and "tel." after them. */
function partsOf(text: string): string[] {
  return text
    .split(separator)
    .flatMap(splitAtSentence)
    .map(unlabelled)
    .filter((part) => bareWords(part) !== '' && !isElsewhere(part));
}

/** "Ik ben Sanne de Wit. Bel me op" is two; "J. de Wit" is one. */
function splitAtSentence(part: string): string[] {
  return part.split(/(?<=\p{L}{3})[.!?]\s+/u);
}

function unlabelled(part: string): string {
  let rest = part.trim();
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(label, '').replace(trailingLabel, '').trim();
  }
  return rest;
}

/** An employer, an address or a site: nothing of who they are. */
function isElsewhere(part: string): boolean {
  const [first = ''] = bareWords(part).split(' ');
  return words.elsewhere.includes(first) || /\d{3}/.test(part) || /\p{L}\.(?:nl|com|org|eu)\b/u.test(part);
}

function nameAndRole(parts: readonly string[]): { name: string; role: string } {
  const pieces = parts.flatMap(splitAtRole);
  const role = pieces.find(isRole) ?? '';
  const names = pieces.filter((piece) => piece !== role && !isRole(piece));
  const [name = '', other = ''] = names;
  return { name: tidyName(name), role: role === '' ? tidyName(other) : tidyName(role) };
}

/** "Sanne de Wit projectleider": the name ends where the role begins. */
function splitAtRole(part: string): string[] {
  const spoken = part.split(' ');
  const index = spoken.findIndex(isRoleWord);
  return index > 0 && index < 5 && /^\p{Lu}/u.test(part) && !/^(?:de|het|the)$/i.test(spoken[index - 1] ?? '')
    ? [spoken.slice(0, index).join(' '), spoken.slice(index).join(' ')]
    : [part];
}

function isRole(part: string): boolean {
  return part.split(' ').some(isRoleWord);
}

function isRoleWord(word: string): boolean {
  const bare = bareWords(word).split(' ').at(-1) ?? '';
  return (
    words.roles.includes(bare) || words.roleEnds.some((end) => bare.length > end.length && bare.endsWith(end))
  );
}
