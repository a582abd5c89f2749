import type { PlainDay } from '../../domain/instant.ts';
import type { Municipality } from '../../domain/municipality/municipality.ts';
import { existsOn, municipalities, municipalityOf } from '../../domain/municipality/municipality.ts';
import nicknames from './municipality-nicknames.json' with { type: 'json' };
import places from './place-words.json' with { type: 'json' };
import type { Nameable } from './read-option.ts';
import { bareWords, squeezed } from './words.ts';

/** The municipalities of all times that go by exactly this name: "Den Haag", "denhaag", "Alphen a/d Rijn". */
export function codesNamed(name: string): readonly string[] {
  for (const written of spellings(bareWords(name))) {
    const codes = byName.get(squeezed(written));
    if (codes !== undefined) return codes;
  }
  return [];
}

/** The same, with the province behind it: "Bergen NH", "Hengelo (Overijssel)". */
export function codesInProvince(name: string): readonly string[] {
  const words = bareWords(name);
  for (const [province, ends] of Object.entries(places.provinces)) {
    const end = ends.find((each) => words.endsWith(` ${each}`));
    if (end === undefined) continue;
    const rest = words.slice(0, -end.length - 1).replace(/ (?:in|provincie)$/, '');
    const codes = codesNamed(rest).filter((code) => municipalityOf(code)?.province === province);
    if (codes.length > 0) return codes;
  }
  return [];
}

/** Those whose initials people use for a long name: "BoZ", "HIA". */
export function codesWithInitials(name: string): readonly string[] {
  return byInitials.get(squeezed(name)) ?? [];
}

/** Those with a longer name that begins with exactly this word: "Capelle". */
export function codesBegunBy(word: string): readonly string[] {
  return byFirstWord.get(word) ?? [];
}

/** All that a municipality is called. */
export function namesOf({ name, aliases = [], code }: Municipality): string[] {
  const shortened = name.replace(/ \(.*\)$/, '').replace(/^'s-/, '');
  const nick = Object.entries(nicknames).filter(([, of]) => of === code);
  return [name, shortened, ...aliases, ...nick.map(([nickname]) => nickname)];
}

/** Those that exist on a day, and those that have become part of one. */
export function nameablesOn(day: PlainDay): Nameable[] {
  const kept = nameablesByDay.get(day);
  if (kept !== undefined) return kept;
  // The map changes once a year: days of long ago are not asked again.
  nameablesByDay.clear();
  const all = municipalities
    .filter((municipality) => existsOn(municipality, day) || municipality.successor !== undefined)
    .map((municipality) => ({ value: municipality.code, names: namesOf(municipality) }));
  nameablesByDay.set(day, all);
  return all;
}

/** What a municipality has become by that day: itself, while it exists. */
export function heirsOf(municipality: Municipality, day: PlainDay): Municipality[] {
  if (existsOn(municipality, day)) return [municipality];
  const heirs = (municipality.successor ?? []).flatMap((code) => municipalityOf(code) ?? []);
  return heirs.flatMap((heir) => heirsOf(heir, day));
}

/** Whether it is about an organisation that is no municipality: "Universiteit Utrecht", "waterschap Rijnland". */
export function namesOrganisation(text: string): boolean {
  return bareWords(text)
    .split(' ')
    .some((word) => organisations.has(word));
}

const organisations = new Set(places.organisations);
const nameablesByDay = new Map<PlainDay, Nameable[]>();
const byName = new Map<string, string[]>();
const byInitials = new Map<string, string[]>();
const byFirstWord = new Map<string, string[]>();
for (const municipality of municipalities) {
  const { code, name } = municipality;
  for (const each of new Set(namesOf(municipality).map(squeezed))) add(byName, each, code);
  for (const each of new Set(namesOf(municipality).map((long) => bareWords(long).split(' ', 1)[0] ?? ''))) {
    add(byFirstWord, each, code);
  }
  const parts = bareWords(name.replace(/ \(.*\)$/, '')).split(' ');
  if (parts.length > 2) add(byInitials, parts.map(([letter]) => letter).join(''), code);
}

function add(names: Map<string, string[]>, name: string, code: string): void {
  names.set(name, [...(names.get(name) ?? []), code]);
}

/** "a/d" stands for "aan den" and for "aan de". */
function spellings(words: string): string[] {
  const short = / (?:a d|ad|aan d|a de|a den) /;
  return short.test(words) ? [words.replace(short, ' aan den '), words.replace(short, ' aan de ')] : [words];
}
