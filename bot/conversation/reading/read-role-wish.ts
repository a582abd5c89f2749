import type { Role } from '../../domain/edition/edition-role.ts';
import said from './role-words.json' with { type: 'json' };
import { bareWords } from './words.ts';

/** What somebody says that people are, or are no more. */
export interface RoleSaid {
  role: Role;
  takes: boolean;
  /** For what, in their words: categories, rounds. */
  place?: string;
}

const roleNames = Object.entries(said.roles).flatMap(([role, names]) =>
  // @NOTE the words are listed by role
  names.map((name): [string, Role] => [name, role as Role]),
);
const roleOf = new Map(roleNames);

const role = `(?:een |een |a |an |the |de )?(?<role>${anyOf(roleNames.map(([name]) => name))})`;
const place = '(?: (?:voor|in|for|of|van) (?<place>.+))?';
const everybody = `(?:${anyOf(said.everybody)})(?: (?:${anyOf(said.here)}))?`;
const are = '(?:is|zijn|wordt|worden|are|becomes?|be)(?: (?:nu|voortaan|ook|now|also))*';
const and = '(?:(?:en|and) )*';

const ofEverybody = [
  `(?:maak|zet|benoem|make) (?:van )?${everybody} (?:tot |als |as )?${role}${place}`,
  `${everybody} ${are} ${role}${place}`,
  `${everybody} (?:tot |als )?${role} maken`,
].map(whole);

const ofNamed = [
  `${and}${are} (?<not>geen |niet |niet langer |not |no longer )?${role}(?<more> meer| any ?more)?${place}`,
  `(?:maak|benoem|make) (?:van )?${and}(?:tot |als |as )?${role}${place}`,
  `(?:voeg|add) ${and}(?:toe )?(?:als|as) ${role}${place}(?: toe)?`,
  `(?<not>verwijder|remove) ${and}(?:als|as) ${role}`,
].map(whole);

/** "maak iedereen in dit kanaal jurylid"; `undefined` when they say nothing of the kind. */
export function readRoleOfEverybody(text: string): RoleSaid | undefined {
  return readAny(ofEverybody, text);
}

/** "is jurylid", "is geen jurylid meer", as it is said with people's names taken out. */
export function readRoleOfNamed(text: string): RoleSaid | undefined {
  return readAny(ofNamed, text);
}

/** More is no sentence of this kind. */
const mostCharacters = 300;

function readAny(sentences: readonly RegExp[], text: string): RoleSaid | undefined {
  if (text.length > mostCharacters) return undefined;
  const words = withoutPoliteness(bareWords(text));
  for (const sentence of sentences) {
    const groups = sentence.exec(words)?.groups;
    const found = roleOf.get(groups?.['role'] ?? '');
    if (groups === undefined || found === undefined) continue;
    const takes = groups['not'] !== undefined || groups['more'] !== undefined;
    return { role: found, takes, ...(groups['place'] !== undefined && { place: groups['place'] }) };
  }
  return undefined;
}

const polite = new RegExp(`^(?:(?:${anyOf(said.polite)}) )+|(?: (?:${anyOf(said.polite)}))+$`, 'g');

function withoutPoliteness(words: string): string {
  return words.replace(polite, '');
}

function whole(pattern: string): RegExp {
  return new RegExp(`^${pattern}$`);
}

function anyOf(phrases: readonly string[]): string {
  return phrases.toSorted((a, b) => b.length - a.length).join('|');
}
