import type { Edition } from '../domain/edition/edition.ts';
import type { Language } from '../domain/person.ts';
import { speak } from '../texts/texts.ts';
import type { Drawing } from './drawing.ts';
import type { RoleChosen } from './people-form.ts';
import { roleFields } from './people-form.ts';
import type { CardNotice } from './people-view-drawing.ts';
import { noNotice } from './people-view-drawing.ts';
import { saidSafely } from './said-safely.ts';

/** What stands in the form. */
export interface AddForm {
  /** Names the form: the same list of the same form is the same deed. */
  list: string;
  addresses?: string;
  chosen?: RoleChosen;
  organisation?: string;
  fault?: string;
  said?: CardNotice;
}

/** The form in which addresses are pasted. */
export function peopleAddDrawing(edition: Edition, language: Language, form: AddForm): Drawing {
  const { list, addresses = '', chosen = { role: 'juror' }, organisation = '', fault = '' } = form;
  const say = speak(language);
  const title = say('people.add');
  const values = {
    ...{ lang: language, fallbackText: title, title, edition: edition.id, list, fault },
    ...(form.said ?? noNotice),
    explanation: saidSafely(language, 'people.add.explanation', { edition: edition.name }),
    addressesLabel: say('people.add.addresses'),
    addressesHint: say('people.add.addresses-hint'),
    addresses,
    ...roleFields(edition, language, chosen),
    organisationLabel: say('people.add.organisation'),
    organisationHint: say('people.add.organisation-hint'),
    organisation,
    sendLabel: say('people.add.send'),
    backLabel: say('people.back'),
  };
  return { template: 'people-add', values, summary: title };
}
