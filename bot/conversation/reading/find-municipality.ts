import type { PlainDay } from '../../domain/instant.ts';
import type { Municipality } from '../../domain/municipality/municipality.ts';
import { existsOn, municipalityOf } from '../../domain/municipality/municipality.ts';
import {
  codesInProvince,
  codesNamed,
  codesWithInitials,
  heirsOf,
  nameablesOn,
  namesOrganisation,
} from './municipality-names.ts';
import places from './place-words.json' with { type: 'json' };
import { readOption } from './read-option.ts';
import { editDistance } from './slips.ts';
import { bareWords, squeezed } from './words.ts';

/** What a name that somebody typed may stand for, as the map is on a day. */
export type FoundMunicipality =
  | {
      kind: 'one';
      municipality: Municipality;
      /** The one that was typed, when it has become part of another. */
      former?: Municipality;
      /** Not typed like this: a part of the name, or with a typing error. */
      guessed: boolean;
    }
  | { kind: 'several'; codes: string[] }
  /** With those that look most like it, if any. */
  | { kind: 'none'; nearest: string[] };

const mostChoices = 5;
const mostNearest = 3;
/** What is more is no name, and would take its time. */
const mostRead = 120;
const mostCharacters = 32;
/** Less alike than this, nobody sees why it is offered. */
const leastUnlike = 0.9;

/** The municipality that somebody means, whatever stands around its name. An organisation is none. */
export function findMunicipality(typed: string, day: PlainDay): FoundMunicipality {
  const name = withoutTitle(typed.slice(0, mostRead));
  const exact = codesMeantBy(name, /\bgem(eente)?\b/i.test(typed));
  if (exact.length > 0) return settle(exact, day, false);
  if (name === '' || namesOrganisation(name)) return { kind: 'none', nearest: [] };
  const alike = readOption(name, nameablesOn(day));
  if (alike.length > 0 && alike.length <= mostChoices && !/^\d+$/.test(name)) {
    return settle(alike, day, true);
  }
  const initials = codesWithInitials(name);
  if (initials.length > 0) return settle(initials, day, true);
  return { kind: 'none', nearest: alike.length > 0 ? alike.slice(0, mostNearest) : nearest(name, day) };
}

function codesMeantBy(name: string, titled: boolean): readonly string[] {
  const named = codesNamed(name);
  if (named.length > 0) return named;
  const inProvince = codesInProvince(name);
  if (inProvince.length > 0) return inProvince;
  return titled ? beginningOf(name) : namedIn(name);
}

/** "gemeente Utrecht, afdeling dienstverlening": the longest name that it begins with. */
function beginningOf(name: string): readonly string[] {
  const words = name.split(' ').slice(0, 5);
  for (let length = words.length; length > 0; length -= 1) {
    const codes = codesNamed(words.slice(0, length).join(' '));
    if (codes.length > 0) return codes;
  }
  return [];
}

/** The municipality whose name the address ends in: `@utrecht.nl`, `@denhaag.example`. */
export function municipalityOfMail(mail: string | undefined, day: PlainDay): Municipality | undefined {
  const label = mail?.split('@').at(-1)?.split('.').at(-2);
  if (label === undefined) return undefined;
  const named = codesNamed(label);
  const codes = named.length > 0 ? named : codesNamed(squeezed(label).replace(/^(gemeente|gem)/, ''));
  const found = settle(codes, day, false);
  return found.kind === 'one' ? found.municipality : undefined;
}

/** "de gemeente Utrecht (stad)", "gem. Utrecht": "utrecht"; nothing when only "de gemeente" is said. */
function withoutTitle(typed: string): string {
  const words = bareWords(typed);
  if (emptyTitle.test(words)) return '';
  return words
    .replace(/^.*\b(gemeente|gem|municipality of|city of)\b (van )?/, '')
    .replace(/ (gemeente|municipality|stad)$/, '')
    .replace(/^stad /, '');
}

const emptyTitle = new RegExp(
  `^(?:(?:${places.articles.join('|')}) )?(?:${[...places.titles, 'stad', 'city'].join('|')})$`,
);

/** The longest name of a municipality in a short sentence: "wij zijn van Utrecht". */
function namedIn(sentence: string): string[] {
  const words = sentence.split(' ');
  if (words.length < 2 || words.length > 12 || namesOrganisation(sentence)) return [];
  if (!words.some((word) => placeWords.has(word))) return [];
  for (let length = Math.min(words.length - 1, 5); length > 0; length -= 1) {
    const found = new Set<string>();
    for (let from = 0; from + length <= words.length; from += 1) {
      for (const code of codesNamed(words.slice(from, from + length).join(' '))) found.add(code);
    }
    if (found.size > 0) return [...found];
  }
  return [];
}

/** Some names are common words ("Best", "Buren"): only after a word that leads to a place. */
const placeWords = new Set(places.aboutPlace);

/** Those that were found, as what they have become by that day. */
function settle(codes: readonly string[], day: PlainDay, guessed: boolean): FoundMunicipality {
  const found = codes.flatMap((code) => municipalityOf(code) ?? []);
  const existing = found.filter((municipality) => existsOn(municipality, day));
  const today = existing.length > 0 ? existing : found.flatMap((municipality) => heirsOf(municipality, day));
  const distinct = [...new Set(today)];
  const [only] = distinct;
  if (only === undefined) return { kind: 'none', nearest: [] };
  if (distinct.length > 1) return { kind: 'several', codes: distinct.map(({ code }) => code) };
  const former = found[0] === only ? undefined : found[0];
  return { kind: 'one', municipality: only, guessed, ...(former && { former }) };
}

/** Those that look most like it as a whole, or like one of its words. */
function nearest(name: string, day: PlainDay): string[] {
  const typed = name.slice(0, mostCharacters);
  const parts = [squeezed(typed), ...typed.split(' ').filter((word) => word.length > 3)];
  const ranked = nameablesOn(day).map(({ value, names }) => ({
    value,
    unlike: Math.min(
      ...[...new Set(names.map(squeezed))].flatMap((each) => parts.map((part) => unlikeness(part, each))),
    ),
  }));
  const existing = ranked.filter(({ value, unlike }) => {
    const municipality = municipalityOf(value);
    return unlike < leastUnlike && municipality !== undefined && existsOn(municipality, day);
  });
  const sorted = existing.toSorted((a, b) => a.unlike - b.unlike);
  return sorted.slice(0, mostNearest).map(({ value }) => value);
}

/** From 0 for the same to 1 for nothing in common. */
function unlikeness(typed: string, name: string): number {
  const longest = Math.max(typed.length, name.length, 1);
  const atLeast = Math.abs(typed.length - name.length) / longest;
  // Too unlike by their lengths alone: a long text need not be compared with every name.
  return atLeast >= leastUnlike ? atLeast : editDistance(typed, name) / longest;
}
