import type { CountryCode } from 'libphonenumber-js/min';
import parsePhoneNumber, { findPhoneNumbersInText } from 'libphonenumber-js/min';

/** A telephone number as somebody typed it, with or without words around it. */
export type TypedPhone =
  | {
      kind: 'valid';
      /** E.164, `+31612345678`; or a number that works in the Netherlands only: `14030`. */
      e164: string;
      /** As a reader would write it: Dutch numbers without the country. */
      display: string;
    }
  | { kind: 'invalid'; reason: 'none' | 'too-short' | 'too-long' | 'unknown' };

const home: CountryCode = 'NL';
const mostCharacters = 300;

/** Finds the one telephone number in a text. Without a country code it is Dutch. */
export function readPhone(text: string): TypedPhone {
  const typed = withoutTrunk(text.slice(0, mostCharacters));
  const short = municipal.exec(typed)?.[1];
  if (short !== undefined) return municipalNumber(short);
  const [found] = findPhoneNumbersInText(typed, home);
  const number = found?.number ?? parsePhoneNumber(digitsIn(typed), home);
  if (number?.isValid() === true) {
    const display = number.country === home ? number.formatNational() : number.formatInternational();
    return { kind: 'valid', e164: number.number, display };
  }
  return { kind: 'invalid', reason: whyNot(digitsIn(typed) || typed) };
}

/** The text without what looks like a telephone number, and that. */
export function takePhone(text: string): { phone: string; rest: string } {
  const typed = text.slice(0, mostCharacters);
  const [found] = candidates(typed);
  return found === undefined
    ? { phone: '', rest: text }
    : { phone: found, rest: `${typed.replace(found, ' ')}${text.slice(mostCharacters)}` };
}

/** Runs of digits that are long enough or begin as a number does; a postcode and a house number are none. */
function candidates(text: string): string[] {
  const runs = text.match(/(?<![\p{L}\d])(?:\+|\(|0)?\d[\d \t().\-–/]{3,20}\d(?!\p{L})/gu) ?? [];
  return runs.filter((run) => {
    const digits = run.replace(/\D/g, '').length;
    return digits >= 8 || (digits >= 5 && /^(?:\+|\(|0)/.test(run)) || municipal.test(run);
  });
}

/** 14 and the area code, three or four digits: the number of a municipality, which cannot be called from abroad. */
const municipal = /(?<![\d+])(14[\s.-]?0\d{2,3})(?![\s.-]?\d)/;

function municipalNumber(typed: string): TypedPhone {
  const digits = typed.replace(/\D/g, '');
  return { kind: 'valid', e164: digits, display: `14 ${digits.slice(2)}` };
}

/** "+31 (0)6" and "0031(0)6" say the 0 twice. */
function withoutTrunk(text: string): string {
  return text.replace(/((?:\+|00)\s?\d{2})\s?\(0\)/g, '$1 ');
}

function digitsIn(text: string): string {
  const [longest = ''] = candidates(text).toSorted((a, b) => b.length - a.length);
  return longest.trim();
}

function whyNot(typed: string): Extract<TypedPhone, { kind: 'invalid' }>['reason'] {
  const digits = typed.replace(/\D/g, '');
  if (digits.length < 3) return 'none';
  // A Dutch number is ten digits with its 0.
  if (/^0[1-9]/.test(digits) && digits.length !== 10) return digits.length < 10 ? 'too-short' : 'too-long';
  if (digits.length < 8) return 'too-short';
  return digits.length > 15 ? 'too-long' : 'unknown';
}
