import { allRoles } from '../domain/edition/change-roles.ts';
import type { EditionRole, Role } from '../domain/edition/edition-role.ts';
import type { Language } from '../domain/person.ts';
import { personId } from '../domain/person.ts';
import type { Speak } from '../texts/texts.ts';
import { speak } from '../texts/texts.ts';
import type { PeopleView } from '../use-cases/people/view-people.ts';
import type { Drawing } from './drawing.ts';
import { bareLine } from './escape.ts';
import { barePersonName, municipalityName, personName, whereText } from './people-words.ts';
import { saidSafely } from './said-safely.ts';

/** People on one page of a list: what a phone can still scroll through. */
export const onePage = 10;
const mostSearched = 100;

interface Line {
  role: Role | 'none';
  place: EditionRole;
}

/** Who has which role, by role, a page at a time. */
export function peopleListDrawing(
  { edition, places, invitations }: PeopleView,
  language: Language,
  { page = 0, search = '' }: { page?: number; search?: string } = {},
): Drawing {
  const say = speak(language);
  const title = say('people.list.title');
  const all = linesOf(places);
  const found = all.filter(({ place }) => isFound(place, search));
  const from = page * onePage < found.length ? page * onePage : 0;
  const shown = found.slice(from, from + onePage);
  const open = invitations.filter(({ value }) => value.status === 'open').length;
  const values = {
    ...{ lang: language, fallbackText: title, title, edition: edition.id },
    explanation: saidSafely(language, 'people.list.explanation', { edition: edition.name }),
    ...{ notice: '', noticeStyle: 'default' },
    none: noneText(say, all.length, found.length, search),
    hasSearch: all.length > onePage,
    search: bareLine(search, mostSearched),
    searchLabel: say('people.search.label'),
    searchButton: say('people.search'),
    people: shown.map(({ role, place }, index) => ({
      group:
        shown[index - 1]?.role === role ? '' : say('people.group', { role, count: countOf(found, role) }),
      name: personName(place, language),
      where: [whereOf({ role, place }), municipalityName(place.organisation)].filter(Boolean).join(' · '),
      viewHint: say('people.view-of', { name: barePersonName(place, language) }),
      person: personId(place),
    })),
    viewLabel: say('people.view'),
    shown:
      found.length > onePage
        ? say('people.list.shown', { from: from + 1, to: from + shown.length, count: found.length })
        : '',
    addLabel: say('people.add'),
    invitationsLabel: open > 0 ? say('people.invitations', { count: open }) : '',
    moreLabel: from + onePage < found.length ? say('people.more') : '',
    nextPage: from / onePage + 1,
    firstLabel: from > 0 ? say('people.first') : '',
  };
  return { template: 'people-list', values, summary: title };

  function whereOf({ role, place }: Line): string {
    return role === 'none' ? '' : whereText(edition, place, role, language);
  }
}

/** Somebody with two roles stands under both. */
function linesOf(places: readonly EditionRole[]): Line[] {
  const byName = places.toSorted((one, other) => one.name.localeCompare(other.name, 'nl'));
  const withRole = allRoles.flatMap((role) =>
    byName.filter(({ roles }) => roles.includes(role)).map((place): Line => ({ role, place })),
  );
  const without = byName.filter(({ roles }) => roles.length === 0);
  return [...withRole, ...without.map((place): Line => ({ role: 'none', place }))];
}

function countOf(lines: readonly Line[], role: Line['role']): number {
  return lines.filter((line) => line.role === role).length;
}

function isFound({ name }: EditionRole, search: string): boolean {
  return comparable(name).includes(comparable(search));
}

function comparable(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

function noneText(say: Speak, all: number, found: number, search: string): string {
  if (all === 0) return say('people.list.none');
  return found > 0 ? '' : say('people.list.none-found', { search: bareLine(search, mostSearched) });
}
