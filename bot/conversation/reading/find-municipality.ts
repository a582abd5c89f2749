import Fuse from 'fuse.js';
import type { PlainDay } from '../../domain/instant.ts';
import type { Municipality } from '../../domain/municipality/municipality.ts';
import { existsOn, municipalities, municipalityOf } from '../../domain/municipality/municipality.ts';
import nicknames from './municipality-nicknames.json' with { type: 'json' };
import type { Nameable } from './read-option.ts';
import { readOption } from './read-option.ts';
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

export function findMunicipality(typed: string, day: PlainDay): FoundMunicipality {
  const name = withoutTitle(typed);
  const exact = byName.get(squeezed(name)) ?? namedIn(name);
  if (exact.length > 0) return settle(exact, day, false);
  const alike = readOption(name, byDay(day));
  if (alike.length > 0 && alike.length <= mostChoices && !/^\d+$/.test(name)) {
    return settle(alike, day, true);
  }
  return { kind: 'none', nearest: alike.length > 0 ? alike.slice(0, mostNearest) : nearest(name, day) };
}

/** The municipality whose name the address ends in: `@utrecht.nl`, `@denhaag.example`. */
export function municipalityOfMail(mail: string | undefined, day: PlainDay): Municipality | undefined {
  const label = mail?.split('@').at(-1)?.split('.').at(-2);
  if (label === undefined) return undefined;
  const codes =
    byName.get(squeezed(label).replace(/^(gemeente|gem)/, '')) ?? byName.get(squeezed(label)) ?? [];
  const found = settle(codes, day, false);
  return found.kind === 'one' ? found.municipality : undefined;
}

const byName = new Map<string, string[]>();
for (const municipality of municipalities) {
  for (const name of new Set(namesOf(municipality).map(squeezed))) {
    byName.set(name, [...(byName.get(name) ?? []), municipality.code]);
  }
}

function namesOf({ name, aliases = [], code }: Municipality): string[] {
  const shortened = name.replace(/ \(.*\)$/, '').replace(/^'s-/, '');
  const nick = Object.entries(nicknames).filter(([, of]) => of === code);
  return [name, shortened, ...aliases, ...nick.map(([nickname]) => nickname)];
}

function withoutTitle(typed: string): string {
  return bareWords(typed)
    .replace(/^.*\b(gemeente|gem|municipality of|city of)\b (van )?/, '')
    .replace(/ (gemeente|municipality)$/, '');
}

/** The longest name of a municipality in a short sentence: "wij zijn van Utrecht". */
function namedIn(sentence: string): string[] {
  const words = sentence.split(' ');
  if (words.length < 2 || words.length > 12) return [];
  for (let length = Math.min(words.length - 1, 5); length > 0; length -= 1) {
    const found = new Set<string>();
    for (let from = 0; from + length <= words.length; from += 1) {
      for (const code of byName.get(words.slice(from, from + length).join('')) ?? []) found.add(code);
    }
    if (found.size > 0 && isAboutPlace(words)) return [...found];
  }
  return [];
}

/** Some names are common words ("Best", "Buren"): only after a word that leads to a place. */
function isAboutPlace(words: string[]): boolean {
  return words.some((word) => placeWords.has(word));
}

const placeWords = new Set(
  'werk werken bij voor van uit in is wij we ons onze mijn i work for from at its'.split(' '),
);

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

function heirsOf(municipality: Municipality, day: PlainDay): Municipality[] {
  const heirs = (municipality.successor ?? []).flatMap((code) => municipalityOf(code) ?? []);
  return heirs.flatMap((heir) => (existsOn(heir, day) ? [heir] : heirsOf(heir, day)));
}

const nameablesByDay = new Map<PlainDay, Nameable[]>();

function byDay(day: PlainDay): Nameable[] {
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

const fuse = new Fuse(
  municipalities.map((municipality) => ({ code: municipality.code, names: namesOf(municipality) })),
  { keys: ['names'], threshold: 0.7, distance: 30 },
);

function nearest(name: string, day: PlainDay): string[] {
  if (name === '') return [];
  const found = fuse.search(name.slice(0, 32), { limit: 3 * mostNearest });
  const codes = found.map(({ item }) => item.code);
  const existing = codes.filter((code) => {
    const municipality = municipalityOf(code);
    return municipality !== undefined && existsOn(municipality, day);
  });
  return existing.slice(0, mostNearest);
}
