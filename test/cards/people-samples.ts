import { peopleAddDrawing } from '../../bot/cards/people-add-drawing.ts';
import { peopleOrganisationDrawing, peopleRoleDrawing } from '../../bot/cards/people-form.ts';
import { peopleInvitationsDrawing } from '../../bot/cards/people-invitations-drawing.ts';
import { peopleListDrawing } from '../../bot/cards/people-list-drawing.ts';
import { peopleViewDrawing } from '../../bot/cards/people-view-drawing.ts';
import type { EditionRole } from '../../bot/domain/edition/edition-role.ts';
import type { PeopleView, PersonView } from '../../bot/use-cases/people/view-people.ts';
import { speak } from '../../bot/texts/texts.ts';
import { exampleEdition } from '../teams/example/edition.ts';

/** The cards with which an organiser manages people, to look at and to test. */

const madeAt = new Date('2026-11-22T10:00:00.000Z');
const plain = exampleEdition(madeAt);
const [preselection] = plain.rounds;
const edition = {
  ...plain,
  rounds:
    preselection === undefined
      ? []
      : [preselection, { ...preselection, id: 'pitch' as const, name: { nl: 'Pitch', en: 'Pitch' } }],
};

const place = (objectId: string, name: string, rest: Partial<EditionRole>): EditionRole => ({
  ...{ tenantId: 'tenant', objectId, name, roles: ['juror'] },
  ...rest,
});
const jan = place('jan', 'Jan de *Vries*', {
  roles: ['juror', 'scorer'],
  limits: { scorer: { categories: ['direct'], rounds: ['preselection'] } },
});

export const view: PeopleView = {
  edition,
  places: [
    place('daan', 'Daan Bakker', { roles: ['organiser'] }),
    place('petra', 'Petra Vermeulen', { roles: ['chair'] }),
    jan,
    place('jurylid5', 'Jurylid 5', { organisation: 'GM0193' }),
    place('weg', 'Wie Weg Is', { roles: [] }),
  ],
  invitations: [
    {
      id: 'invitation:abcdefghijklmnopqrstuvwxyz',
      etag: '1',
      value: {
        ...{ mail: 'nieuw@hogeschool.example', name: 'Nieuw Jurylid', roles: ['juror'] },
        ...{ status: 'open', organisation: 'GM0344', invitedBy: 'tenant:daan' },
        invitedAt: '2026-11-22T10:00:00.000Z',
      },
    },
  ],
};
const many: PeopleView = {
  ...view,
  places: Array.from({ length: 23 }, (_, index) =>
    place(`p${String(index)}`, `Jurylid ${String(index)}`, {}),
  ),
};
const nobody: PeopleView = { edition, places: [], invitations: [] };
const person: PersonView = { edition, place: jan, mail: 'jan@zwolle.example', isSelf: false };
const without: PersonView = {
  ...{ edition, isSelf: false },
  place: place('weg', 'Wie Weg Is', { roles: [], revision: 3, formerly: { roles: ['juror'] } }),
};
const done = speak('nl')('people.add.done', { invited: 12, given: 1, already: 2, repeated: 1 }).trim();
const unread = speak('nl')('people.add.unread', { count: 1, lines: 'regel 3: volgt nog' });

/** By card, then by file name without `.json`. */
export const peopleSamples: Record<string, Record<string, object>> = {
  'people-list': {
    sample: peopleListDrawing(view, 'nl').values,
    'sample.many': peopleListDrawing(many, 'en', { page: 1 }).values,
    'sample.nobody': peopleListDrawing(nobody, 'nl').values,
    'sample.none-found': peopleListDrawing(many, 'nl', { search: 'Q_q' }).values,
  },
  'people-add': {
    sample: peopleAddDrawing(edition, 'nl', { list: 'list-1' }).values,
    'sample.done': peopleAddDrawing(edition, 'nl', {
      ...{ list: 'list-2', addresses: 'volgt nog', fault: unread },
      chosen: { role: 'scorer', limit: { categories: ['direct'] } },
      said: { notice: done, noticeStyle: 'good' },
    }).values,
  },
  'people-view': {
    sample: peopleViewDrawing(person, 'nl', { suggestion: 'GM0193' }).values,
    'sample.taking': peopleViewDrawing(person, 'nl', { taking: 'scorer' }).values,
    'sample.taken': peopleViewDrawing(without, 'en', {
      said: {
        notice: speak('en')('people.took', { name: 'Wie Weg Is', role: 'juror' }),
        noticeStyle: 'good',
      },
    }).values,
  },
  'people-role': { sample: peopleRoleDrawing(person, 'nl', 'scorer').values },
  'people-organisation': {
    sample: peopleOrganisationDrawing(person, 'nl', { suggestion: 'GM0193' }).values,
    'sample.unknown': peopleOrganisationDrawing(person, 'en', {
      typed: 'Zwollo',
      fault: speak('en')('people.organisation.unknown', { typed: 'Zwollo' }),
    }).values,
  },
  'people-invitations': {
    sample: peopleInvitationsDrawing(view, 'nl').values,
    'sample.none': peopleInvitationsDrawing(nobody, 'en').values,
  },
};
