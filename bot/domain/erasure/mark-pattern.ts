import { personKeyOf } from '../person.ts';
import type { Marks } from './marks.ts';
import { isFullName } from './marks.ts';

/** What kind of mark was found. */
export type MarkKind = 'id' | 'object' | 'teams' | 'mail' | 'invitation' | 'phone' | 'name';

/**
 * Finds marks in a text: whole ones only, in capitals or not. A phone number is found however it is spaced, from its
 * last nine digits on.
 */
export class MarkPattern {
  /** `undefined`: there is nothing to find. */
  readonly #pattern: RegExp | undefined;

  constructor(marks: Marks) {
    const kinds = Object.entries(alternatives(marks)).filter(([, found]) => found.length > 0);
    const groups = kinds.map(([kind, found]) => `(?<${kind}>${found.join('|')})`);
    this.#pattern = groups.length === 0 ? undefined : new RegExp(groups.join('|'), 'giu');
  }

  isIn(text: string): boolean {
    return this.#pattern !== undefined && text.search(this.#pattern) >= 0;
  }

  replaceIn(text: string, by: (kind: MarkKind, found: string) => string): string {
    if (this.#pattern === undefined) return text;
    return text.replace(this.#pattern, (found, ...rest) => {
      // @NOTE named groups come last, and each of ours is a kind
      const groups = rest.at(-1) as Record<MarkKind, string | undefined>;
      const [kind] = Object.entries(groups).find(([, value]) => value !== undefined) ?? ['name'];
      return by(kind as MarkKind, found);
    });
  }
}

function alternatives({ id, teams, mails, invitations, phones, names }: Marks): Record<MarkKind, string[]> {
  const objectId = id === undefined ? '' : personKeyOf(id).objectId;
  return {
    id: id === undefined ? [] : [id, encodeURIComponent(id)].map(whole),
    object: isGuid(objectId) ? [whole(objectId)] : [],
    teams: teams.map(whole),
    mail: longestFirst(mails).map(wholeMail),
    invitation: invitations.map(whole),
    phone: phones.map(phonePattern),
    name: longestFirst(names.filter(isFullName)).map(wholeName),
  };
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Anything shorter can be part of any word. */
function isGuid(text: string): boolean {
  return guid.test(text);
}

function whole(text: string): string {
  return `(?<![\\p{L}\\p{N}_-])${escaped(text)}(?![\\p{L}\\p{N}_-])`;
}

function wholeMail(mail: string): string {
  return `(?<![\\p{L}\\p{N}._%+-])${escaped(mail)}(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`;
}

function wholeName(name: string): string {
  const words = name.trim().split(/\s+/).map(escaped).join('\\s+');
  return `(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`;
}

/** Digits that make a Dutch number without its country or its zero. */
const subscriberDigits = 9;

function phonePattern(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits.length < subscriberDigits) return whole(phone.trim());
  const apart = '[\\s().\\/-]*';
  const last = Array.from(digits.slice(-subscriberDigits)).join(apart);
  return `(?<![\\p{L}\\p{N}])(?:(?:\\+|00)${apart}\\d{1,3}${apart})?(?:\\(?0\\)?${apart})?${last}(?!\\p{N})`;
}

function longestFirst(texts: readonly string[]): string[] {
  return [...texts].sort((one, other) => other.length - one.length);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
