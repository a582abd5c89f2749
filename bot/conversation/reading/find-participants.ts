import type { PlainDay } from '../../domain/instant.ts';
import { municipalityOf } from '../../domain/municipality/municipality.ts';
import collaborations from './collaborations.json' with { type: 'json' };
import {
  codesBegunBy,
  codesInProvince,
  codesNamed,
  heirsOf,
  nameablesOn,
  namesOf,
  namesOrganisation,
} from './municipality-names.ts';
import places from './place-words.json' with { type: 'json' };
import { readOption } from './read-option.ts';
import { isNo } from './read-yes-no.ts';
import { editDistance } from './slips.ts';
import { bareWords, squeezed } from './words.ts';

/** Who take part, read from a list of names: "Maassluis, Vlaardingen en de politie". */
export interface FoundParticipants {
  /** Municipalities, as they are on the day: Weesp has become Amsterdam. */
  codes: string[];
  /** What is no municipality, as it was typed: "de politie", "Universiteit Utrecht". */
  rest: string[];
  /** Which of the codes were not typed like this. */
  guessed: string[];
  /** Names that several municipalities may go by. */
  unsure: { typed: string; codes: string[] }[];
  /** The name by which municipalities work together, when it was typed instead of theirs: "BUCH". */
  collaboration?: string;
}

const mostCharacters = 2_000;
const mostUnsure = 5;
/** The longest name of a municipality has 29 characters. */
const mostGuessed = 60;

/** Reads a list of municipalities and other organisations, in the order in which they were typed. */
export function findParticipants(text: string, day: PlainDay): FoundParticipants {
  const found: FoundParticipants = { codes: [], rest: [], guessed: [], unsure: [] };
  for (const name of namesIn(text.slice(0, mostCharacters))) addNamed(found, name, day);
  return {
    ...found,
    codes: [...new Set(found.codes)],
    rest: [...new Set(found.rest)],
    guessed: [...new Set(found.guessed)],
  };
}

/** Whether somebody says that there is nobody to name: "geen", "alleen wij". */
export function isNobody(text: string): boolean {
  return isNo(text) || nobody.has(bareWords(text.slice(0, mostCharacters)));
}

function addNamed(found: FoundParticipants, name: string, day: PlainDay): void {
  const collaboration = collaborationNamed(name);
  if (collaboration !== undefined) {
    found.codes.push(...current(collaboration.codes, day));
    found.collaboration = collaboration.name;
    return;
  }
  const exact = exactly(name, day);
  const run = exact === undefined ? runOf(name, day) : undefined;
  if (exact !== undefined) addCodes(found, name, exact);
  else if (run !== undefined) found.codes.push(...run);
  else if (namesOrganisation(name)) found.rest.push(name);
  else addGuess(found, name, day);
}

/** One code is that municipality; of several, it has to be asked which. */
function addCodes(found: FoundParticipants, typed: string, codes: string[]): void {
  const [only, another] = codes;
  if (only !== undefined && another === undefined) found.codes.push(only);
  else found.unsure.push({ typed, codes });
}

function exactly(name: string, day: PlainDay): string[] | undefined {
  if (alsoWords.has(name)) return undefined;
  const named = codesNamed(name);
  const codes = current(named.length > 0 ? named : codesInProvince(name), day);
  return codes.length > 0 ? codes : undefined;
}

function collaborationNamed(name: string) {
  const typed = squeezed(name.replace(articles, ''));
  return collaborations.find((each) =>
    [each.name, ...each.aliases].some((alias) => squeezed(alias) === typed),
  );
}

/** "Maassluis Vlaardingen Schiedam", "Maassluis-Vlaardingen-Schiedam": names and nothing else. */
function runOf(name: string, day: PlainDay): string[] | undefined {
  const words = bareWords(name).split(' ');
  const codes: string[] = [];
  for (let from = 0; from < words.length;) {
    const length = [4, 3, 2, 1].find((count) => oneCode(words.slice(from, from + count), day) !== undefined);
    if (length === undefined) return undefined;
    codes.push(oneCode(words.slice(from, from + length), day) ?? '');
    from += length;
  }
  return codes.length > 1 ? codes : undefined;
}

function oneCode(words: readonly string[], day: PlainDay): string | undefined {
  const [only, another] = current(codesNamed(words.join(' ')), day);
  return another === undefined ? only : undefined;
}

/** A typing error, or the first word of a longer name; whatever else somebody typed is a name of its own. */
function addGuess(found: FoundParticipants, name: string, day: PlainDay): void {
  const codes =
    name.length < 5 || name.length > mostGuessed || alsoWords.has(name) ? [] : likeThis(name, day);
  const [only, another] = codes;
  if (only === undefined || codes.length > mostUnsure) {
    found.rest.push(name);
  } else if (another === undefined) {
    found.codes.push(only);
    found.guessed.push(only);
  } else {
    found.unsure.push({ typed: name, codes });
  }
}

function likeThis(name: string, day: PlainDay): string[] {
  const typed = squeezed(name);
  const begun = current(codesBegunBy(typed), day);
  if (begun.length > 0) return begun;
  const alike = readOption(name, nameablesOn(day)).flatMap((code) => municipalityOf(code) ?? []);
  const most = typed.length >= 8 ? 2 : 1;
  const near = alike.filter((each) =>
    namesOf(each).some((known) => editDistance(typed, squeezed(known)) <= most),
  );
  return current(
    near.map(({ code }) => code),
    day,
  );
}

function current(codes: readonly string[], day: PlainDay): string[] {
  const found = codes.flatMap((code) => municipalityOf(code) ?? []);
  return [...new Set(found.flatMap((each) => heirsOf(each, day)))].map(({ code }) => code);
}

const separator =
  /\s*(?:[,;:\n\r\t•|&+/()]|\s[-–—]\s|^[-–—*]\s|(?<=\s)(?:en|and|plus|met|with|i\.?s\.?m\.?|m\.?m\.?v\.?|evenals|alsmede|alsook)(?=\s))\s*/gimu;
const mostParts = 4;

/** The names in a list; "Dijk en Waard" and "Nuenen, Gerwen en Nederwetten" are one. */
function namesIn(text: string): string[] {
  const parts = partsOf(text);
  const names: string[] = [];
  for (let from = 0; from < parts.length;) {
    const count = longestName(text, parts.slice(from, from + mostParts));
    const name = bareName(text.slice(parts[from]?.start, parts[from + count - 1]?.end));
    if (name !== '') names.push(name);
    from += count;
  }
  return names;
}

interface Part {
  start: number;
  end: number;
}

function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const { 0: found, index } of text.matchAll(separator)) {
    parts.push({ start, end: index });
    start = index + found.length;
  }
  return [...parts, { start, end: text.length }].filter(
    ({ start: from, end }) => text.slice(from, end).trim() !== '',
  );
}

/** How many parts from the first on make one name together. */
function longestName(text: string, parts: readonly Part[]): number {
  for (let count = parts.length; count > 1; count -= 1) {
    const whole = bareName(text.slice(parts[0]?.start, parts[count - 1]?.end));
    if (codesNamed(whole).length > 0 || codesInProvince(whole).length > 0) return count;
  }
  return 1;
}

const alsoWords = new Set(places.alsoWords);
const nobody = new Set(places.nobody);
const saysNothing = new Set(places.saysNothing);
const leads = anyOf([...places.leads, ...places.titles], '^(?:', ')[\\s.]+');
const articles = anyOf(places.articles, '^(?:', ')\\s+');
const trails = anyOf(places.trails, '\\s+(?:', ')[\\s.!]*$');
const placeTrails = anyOf(places.placeTrails, '\\s+(?:', ')$');

function anyOf(words: readonly string[], before: string, after: string): RegExp {
  const alternatives = words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(' ', '\\s+'));
  return new RegExp(`${before}${alternatives.join('|')}${after}`, 'iu');
}

/** Without "samen met de gemeente" before it and "hebben meegewerkt" after it. */
function bareName(typed: string): string {
  let name = tidy(typed);
  if (
    bareWords(name)
      .split(' ')
      .every((word) => saysNothing.has(word))
  )
    return '';
  for (let before = ''; before !== name;) {
    before = name;
    name = tidy(name.replace(leads, '').replace(trails, ''));
    const place = name.replace(placeTrails, '');
    if (codesNamed(name).length === 0 && codesNamed(place).length > 0) name = place;
    const bare = name.replace(articles, '');
    if (codesNamed(name).length === 0 && (codesNamed(bare).length > 0 || leads.test(bare))) name = bare;
  }
  return name;
}

/** @NOTE the last pattern begins where a run begins, so that a long text takes no more than its length in steps */
function tidy(typed: string): string {
  return typed
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<![\s.!?])[\s.!?]+$/, '');
}
