import { allRoles, limitFor } from '../domain/edition/change-roles.ts';
import type { EditionRole, Role, RoleLimit } from '../domain/edition/edition-role.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { Language } from '../domain/person.ts';
import { personId } from '../domain/person.ts';
import { speak } from '../texts/texts.ts';
import type { PersonView } from '../use-cases/people/view-people.ts';
import type { Drawing } from './drawing.ts';
import { barePersonName, municipalityName, personName, placeChoice } from './people-words.ts';

/** What was filled in of a role and where it is to hold. */
export interface RoleChosen {
  role: Role;
  limit?: RoleLimit;
}

/** The fields in which a role is chosen, and where it is to hold. */
export function roleFields(edition: Edition, language: Language, { role, limit }: RoleChosen) {
  const say = speak(language);
  const { categories, rounds } = edition;
  return {
    roleLabel: say('people.role'),
    role,
    roles: allRoles.map((each) => ({ title: say('people.role.name', { role: each }), value: each })),
    categoriesLabel: say('people.categories'),
    hasCategories: categories.length > 1,
    categories: (limit?.categories ?? []).join(','),
    categoryChoices: categories.map((each) => placeChoice(each, language)),
    roundsLabel: say('people.rounds'),
    hasRounds: rounds.length > 1,
    rounds: (limit?.rounds ?? []).join(','),
    roundChoices: rounds.map((each) => placeChoice(each, language)),
  };
}

/** The form in which somebody gets a role, or has one that they had hold elsewhere. */
export function peopleRoleDrawing({ edition, place }: PersonView, language: Language, role?: Role): Drawing {
  const say = speak(language);
  const chosen = role ?? 'juror';
  const values = {
    ...commonValues({ edition, place }, language),
    title: say('people.role.title', { name: personName(place, language) }),
    explanation: say('people.role.explanation'),
    ...roleFields(edition, language, { role: chosen, ...limitFor(place, chosen) }),
    saveLabel: say('people.role.save'),
    cancelLabel: say('people.cancel'),
  };
  return { template: 'people-role', values, summary: values.fallbackText };
}

/** The form in which is said for which municipality somebody works. */
export function peopleOrganisationDrawing(
  { edition, place }: PersonView,
  language: Language,
  { suggestion, typed, fault = '' }: { suggestion?: string; typed?: string; fault?: string } = {},
): Drawing {
  const say = speak(language);
  const offered = suggestion === place.organisation ? '' : municipalityName(suggestion);
  const values = {
    ...commonValues({ edition, place }, language),
    title: personName(place, language),
    explanation: say('people.organisation.explanation', { name: personName(place, language) }),
    fault,
    organisationLabel: say('people.organisation.label'),
    organisationHint: say('people.add.organisation-hint'),
    organisation: typed ?? municipalityName(place.organisation),
    saveLabel: say('people.organisation.save'),
    suggestionLabel: offered === '' ? '' : say('people.organisation.suggested', { organisation: offered }),
    suggestion: suggestion ?? '',
    noneLabel: say('people.none'),
    cancelLabel: say('people.cancel'),
  };
  return { template: 'people-organisation', values, summary: values.fallbackText };
}

function commonValues({ edition, place }: { edition: Edition; place: EditionRole }, language: Language) {
  return {
    lang: language,
    fallbackText: barePersonName(place, language),
    edition: edition.id,
    person: personId(place),
    revision: place.revision ?? 0,
  };
}
