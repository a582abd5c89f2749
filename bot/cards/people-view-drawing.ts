import type { Role } from '../domain/edition/edition-role.ts';
import type { Language } from '../domain/person.ts';
import { personId } from '../domain/person.ts';
import type { Speak } from '../texts/texts.ts';
import { speak } from '../texts/texts.ts';
import type { PersonView } from '../use-cases/people/view-people.ts';
import type { Drawing } from './drawing.ts';
import { plainLine } from './escape.ts';
import { barePersonName, municipalityName, personName, whereText } from './people-words.ts';

/** What just happened, said at the top of a card. */
export interface CardNotice {
  notice: string;
  noticeStyle: 'good' | 'warning' | 'default';
}

export const noNotice: CardNotice = { notice: '', noticeStyle: 'default' };

interface State {
  said?: CardNotice;
  /** The role that they are asked whether to take away. */
  taking?: Role;
  /** The municipality that the mail address is of. */
  suggestion?: string;
}

/** One person: what they are, where, for whom they work, and what can be changed about that. */
export function peopleViewDrawing(
  { edition, place, mail, isSelf }: PersonView,
  language: Language,
  { said = noNotice, taking, suggestion }: State = {},
): Drawing {
  const say = speak(language);
  const [name, bareName] = [personName(place, language), barePersonName(place, language)];
  const asked = taking !== undefined && place.roles.includes(taking) ? taking : undefined;
  const offered = place.organisation === undefined ? municipalityName(suggestion) : '';
  const values = {
    ...{ lang: language, fallbackText: bareName, title: name, ...said },
    ...{ edition: edition.id, person: personId(place), revision: place.revision ?? 0 },
    mail: plainLine(mail ?? '', 254),
    none: place.roles.length === 0 ? say('people.no-roles', { name }) : '',
    roles: place.roles.map((role) => ({
      id: role,
      role: say('people.role.name', { role }),
      where: whereText(edition, place, role, language),
      changeHint: say('people.role.change-of', { name: bareName, role }),
      takeHint: say('people.take-of', { name: bareName, role }),
    })),
    changeLabel: say('people.role.change'),
    takeLabel: say('people.take'),
    organisation: say('people.organisation', {
      organisation: municipalityName(place.organisation) || say('people.none'),
    }),
    organisationLabel: say('people.organisation.change'),
    suggestionLabel: offered === '' ? '' : say('people.organisation.suggested', { organisation: offered }),
    suggestion: suggestion ?? '',
    ...questionValues(say, asked, { name, isSelf }),
    undoLabel: asked === undefined && place.formerly !== undefined ? say('people.undo') : '',
    giveLabel: asked === undefined ? say('people.role.give') : '',
    backLabel: say('people.back'),
  };
  return { template: 'people-view', values, summary: bareName };
}

function questionValues(
  say: Speak,
  role: Role | undefined,
  { name, isSelf }: { name: string; isSelf: boolean },
) {
  if (role === undefined) return { question: '', yesLabel: '', noLabel: '', taking: '' };
  return {
    question: say('people.take.ask', { name, role, self: isSelf ? 'yes' : 'no' }),
    yesLabel: say('people.take.yes'),
    noLabel: say('people.cancel'),
    taking: role,
  };
}
