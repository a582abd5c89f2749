import { limitFor } from '../domain/edition/change-roles.ts';
import type { Role, RolesHeld } from '../domain/edition/edition-role.ts';
import type { Edition } from '../domain/edition/edition.ts';
import { localText } from '../domain/edition/edition.ts';
import { municipalityOf } from '../domain/municipality/municipality.ts';
import type { Language } from '../domain/person.ts';
import { speak } from '../texts/texts.ts';
import { bareLine, plainLine } from './escape.ts';

const mostName = 100;
/** Names that organisers give to categories and rounds are meant to be shorter than this. */
const mostPlace = 60;

/** What somebody is called, for the text of a card. */
export function personName({ name }: { name: string }, language: Language): string {
  return plainLine(name, mostName) || speak(language)('people.without-name');
}

/** The same where nothing is escaped: hints and summaries. */
export function barePersonName({ name }: { name: string }, language: Language): string {
  return bareLine(name, mostName) || speak(language)('people.without-name');
}

/** Where a role holds: the categories and rounds by name, or everywhere. */
export function whereText(edition: Edition, held: RolesHeld, role: Role, language: Language): string {
  const { categories, rounds } = limitFor(held, role).limit ?? {};
  const named = [
    ...edition.categories.filter(({ id }) => categories?.includes(id)),
    ...edition.rounds.filter(({ id }) => rounds?.includes(id)),
  ].map(({ name }) => plainLine(localText(name, language), mostPlace));
  return named.length === 0 ? speak(language)('people.everywhere') : named.join(', ');
}

/** Each role with where it holds: "Jurylid (Direct), Scoorder". */
export function rolesText(edition: Edition, held: RolesHeld, language: Language): string {
  const say = speak(language);
  return held.roles
    .map((role) => {
      const name = say('people.role.name', { role });
      const isLimited = limitFor(held, role).limit !== undefined;
      return isLimited ? `${name} (${whereText(edition, held, role, language)})` : name;
    })
    .join(', ');
}

/** What a municipality is called; nothing for none. */
export function municipalityName(code: string | undefined): string {
  return code === undefined ? '' : (municipalityOf(code)?.name ?? code);
}

/** Names of categories and rounds as choices. */
export function placeChoice(
  { id, name }: { id: string; name: Edition['categories'][number]['name'] },
  language: Language,
) {
  return { title: bareLine(localText(name, language), mostPlace), value: id };
}
