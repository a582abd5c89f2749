import type { Language } from '../domain/person.ts';
import { speak } from '../texts/texts.ts';
import type { PeopleView } from '../use-cases/people/view-people.ts';
import type { Drawing } from './drawing.ts';
import { bareLine, plainLine } from './escape.ts';
import { onePage } from './people-list-drawing.ts';
import { municipalityName, rolesText } from './people-words.ts';
import type { CardNotice } from './people-view-drawing.ts';
import { noNotice } from './people-view-drawing.ts';

/** Who was invited and has not been heard of yet, a page at a time. */
export function peopleInvitationsDrawing(
  { edition, invitations }: PeopleView,
  language: Language,
  { page = 0, said = noNotice }: { page?: number; said?: CardNotice } = {},
): Drawing {
  const say = speak(language);
  const title = say('people.invitations.title');
  const open = invitations
    .filter(({ value }) => value.status === 'open')
    .toSorted((one, other) => one.value.mail.localeCompare(other.value.mail, 'nl'));
  const from = page * onePage < open.length ? page * onePage : 0;
  const shown = open.slice(from, from + onePage);
  const values = {
    ...{ lang: language, fallbackText: title, title, edition: edition.id, page: from / onePage, ...said },
    explanation: say(open.length === 0 ? 'people.invitations.none' : 'people.invitations.explanation'),
    invitations: shown.map(({ id, value }) => ({
      id,
      mail: plainLine(value.mail, 254),
      name: plainLine(value.name ?? '', 100),
      roles: [rolesText(edition, value, language), municipalityName(value.organisation)]
        .filter(Boolean)
        .join(' · '),
      withdrawHint: say('people.invitations.withdraw-of', { mail: bareLine(value.mail, 254) }),
    })),
    withdrawLabel: say('people.invitations.withdraw'),
    shown:
      open.length > onePage
        ? say('people.list.shown', { from: from + 1, to: from + shown.length, count: open.length })
        : '',
    addLabel: say('people.add'),
    moreLabel: from + onePage < open.length ? say('people.more') : '',
    nextPage: from / onePage + 1,
    firstLabel: from > 0 ? say('people.first') : '',
    backLabel: say('people.back'),
  };
  return { template: 'people-invitations', values, summary: title };
}
