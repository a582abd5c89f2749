/** An address that was read, with the name beside it. */
interface ReadAddress {
  /** In lower case. */
  mail: string;
  name?: string;
}

/** A part of the text that could not be read as an address, as it was typed, and on which line it stands, from 1. */
interface UnreadPart {
  line: number;
  text: string;
}

interface ReadAddresses {
  /** Each once, in the order in which they stand. */
  addresses: ReadAddress[];
  /** How many times an address stood there again. */
  repeated: number;
  unread: UnreadPart[];
}

/** What is between two addresses: a comma or semicolon that is not between quotes, a tab. */
const part = /(?:"[^"\n]*"|[^,;\t"]|"(?![^"\n]*"))+/g;
/** A run of what may be an address. */
const word = /[^\s<>()[\]",;:]+/gu;
const isMail =
  /^[\p{L}\d!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\d!#$%&'*+/=?^_`{|}~-]+)*@(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+\p{L}{2,}$/u;
/** The longest that an address may be. Source: RFC 5321, 4.5.3.1.3, less the brackets. */
const mostCharacters = 254;
const mostName = 100;

/**
 * The addresses in a list as people paste it: from a mail ("Jan Jansen <jan@x.nl>; …"), a sheet or a page. Whatever
 * can't be read comes back as it was typed.
 */
export function readAddresses(text: string): ReadAddresses {
  const found = new Map<string, ReadAddress>();
  const unread: UnreadPart[] = [];
  let repeated = 0;
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    for (const typed of line.match(part) ?? []) {
      const read = readPart(typed);
      if (read === undefined) unread.push({ line: index + 1, text: typed.trim() });
      for (const address of read ?? []) {
        if (found.has(address.mail)) repeated += 1;
        else found.set(address.mail, address);
      }
    }
  }
  return { addresses: [...found.values()], repeated, unread };
}

/** @returns nothing for what is empty; `undefined` for what can't be read */
function readPart(typed: string): ReadAddress[] | undefined {
  if (typed.trim() === '') return [];
  const mails = (typed.match(word) ?? []).filter((each) => each.includes('@')).map(bareMail);
  if (mails.length === 0 || !mails.every((mail) => mail.length <= mostCharacters && isMail.test(mail)))
    return undefined;
  const rest = typed.replace(word, (each) => (each.includes('@') || each === 'mailto' ? ' ' : each));
  const [only, ...others] = mails.map((mail) => ({ mail: mail.toLowerCase() }));
  if (only === undefined || others.length === 0) return only && [{ ...only, ...nameIn(rest) }];
  // Between several addresses there are no names: it would not be clear whose.
  return /[\p{L}\d]/u.test(rest) ? undefined : [only, ...others];
}

/** Without the quotes around it, and the full stop of the sentence that it ends. */
function bareMail(mail: string): string {
  return mail.replace(/^['‘’.…]+|['‘’.…]+$/gu, '');
}

function nameIn(rest: string): { name?: string } {
  const name = rest
    .replace(/[<>()[\]"]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .:*•'‘’-]+|[ .:*•'‘’-]+$/gu, '');
  return name === '' || name.length > mostName ? {} : { name };
}
