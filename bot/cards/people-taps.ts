import { z } from 'zod';
import type { Tapped, TapReply } from '../conversation/inbound-event.ts';
import type { Role } from '../domain/edition/edition-role.ts';
import type { TextKey, TextValues } from '../texts/texts.ts';
import { speak, text } from '../texts/texts.ts';
import type { PlaceOutcome } from '../use-cases/people/change-place.ts';
import { giveRole } from '../use-cases/people/give-role.ts';
import { RefusedError } from '../use-cases/refusal.ts';
import { setOrganisation } from '../use-cases/people/set-organisation.ts';
import { giveRolesBack, takeRoles } from '../use-cases/people/take-role.ts';
import { viewPeople, viewPerson } from '../use-cases/people/view-people.ts';
import { withdrawInvitation } from '../use-cases/people/withdraw-invitation.ts';
import type { World } from '../use-cases/world.ts';
import { plainLine } from './escape.ts';
import { tapAdd, tapInvite } from './people-add-tap.ts';
import { peopleOrganisationDrawing, peopleRoleDrawing } from './people-form.ts';
import { peopleInvitationsDrawing } from './people-invitations-drawing.ts';
import { peopleListDrawing } from './people-list-drawing.ts';
import type { PeopleTap } from './people-tap.ts';
import {
  chosenRole,
  drawn,
  edition,
  page,
  person,
  placeCommand,
  readOrganisation,
  readTapData,
  revision,
  role,
  suggestionFor,
  typed,
  wishOf,
} from './people-tap.ts';
import type { CardNotice } from './people-view-drawing.ts';
import { peopleViewDrawing } from './people-view-drawing.ts';
import { municipalityName, personName } from './people-words.ts';

const listing = z.object({ edition: edition.optional(), page, search: typed });
const viewing = z.object({ edition, person });
const onRole = z.object({ edition, person, role });
const asking = z.object({ edition, person, role: role.optional() });
const changing = z.object({ edition, person, revision });
const giving = z.object({ edition, person, revision, ...chosenRole });
const taking = z.object({ edition, person, revision, role });
const organising = z.object({ edition, person, revision, organisation: typed });
const organisingAs = z.object({ edition, person, revision, code: z.string().regex(/^(?:GM\d{4}|none)$/) });
const invitations = z.object({ edition: edition.optional(), page });
const withdrawing = z.object({ edition, page, invitation: z.string().regex(/^invitation:[\w-]{20,64}$/) });

type Handle = (tap: PeopleTap) => Promise<TapReply>;

const verbs: Partial<Record<string, Handle>> = {
  'people.list': tapList,
  'people.add': tapAdd,
  'people.invite': tapInvite,
  'people.view': tapView,
  'people.role': tapRole,
  'people.give': tapGive,
  'people.take': tapTake,
  'people.take-now': tapTakeNow,
  'people.undo': tapUndo,
  'people.organisation': tapOrganisation,
  'people.organise': tapOrganise,
  'people.organise-as': tapOrganiseAs,
  'people.invitations': tapInvitations,
  'people.withdraw': tapWithdraw,
};

/** With which an organiser manages people. */
export const peopleVerbs: readonly string[] = Object.keys(verbs);

/** Answers taps on the cards of people and roles, in place; what may not be is a sentence. */
export function createPeopleTaps(world: World): (event: Tapped) => Promise<TapReply> {
  return async (event) => {
    const { language } = event.person;
    try {
      const handle = verbs[event.verb];
      if (handle === undefined) throw new RefusedError('malformed');
      return await handle({ world, event, language });
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      const { code } = error;
      return {
        kind: 'error',
        code,
        text: text(language, code === 'not-found' ? 'people.gone' : `refusal.${code}`),
      };
    }
  };
}

async function tapList({ world, event, language }: PeopleTap): Promise<TapReply> {
  const data = readTapData(listing, event);
  return drawn(peopleListDrawing(await viewPeople(world, event.person, data.edition), language, data));
}

async function tapView(tap: PeopleTap): Promise<TapReply> {
  return showPerson(tap, readTapData(viewing, tap.event));
}

async function tapTake(tap: PeopleTap): Promise<TapReply> {
  const data = readTapData(onRole, tap.event);
  return showPerson(tap, data, { taking: data.role });
}

async function tapRole({ world, event, language }: PeopleTap): Promise<TapReply> {
  const data = readTapData(asking, event);
  const view = await viewPerson(world, event.person, { editionId: data.edition, person: data.person });
  return drawn(peopleRoleDrawing(view, language, data.role));
}

async function tapGive(tap: PeopleTap): Promise<TapReply> {
  const { world, event } = tap;
  const data = readTapData(giving, event);
  const { edition: managed } = await viewPerson(world, event.person, {
    ...{ editionId: data.edition, person: data.person },
  });
  const outcome = await giveRole(world, event.person, { ...placeCommand(data), wish: wishOf(data, managed) });
  return showOutcome(tap, data, outcome, { text: 'people.gave', values: { role: data.role } });
}

async function tapTakeNow(tap: PeopleTap): Promise<TapReply> {
  const { world, event } = tap;
  const data = readTapData(taking, event);
  const outcome = await takeRoles(world, event.person, { ...placeCommand(data), roles: [data.role] });
  return afterTaking(tap, data, outcome);
}

/** Who took their own being organiser away, sees that it is so, and nothing more. */
async function afterTaking(
  tap: PeopleTap,
  data: z.infer<typeof taking>,
  outcome: PlaceOutcome,
): Promise<TapReply> {
  const said = { text: 'people.took' as const, values: { role: data.role } };
  try {
    return await showOutcome(tap, data, outcome, said);
  } catch (error) {
    if (!(error instanceof RefusedError) || error.code !== 'not-organiser') throw error;
    return { kind: 'message', text: sentenceOf(tap, outcome, said) };
  }
}

async function tapUndo(tap: PeopleTap): Promise<TapReply> {
  const data = readTapData(changing, tap.event);
  const outcome = await giveRolesBack(tap.world, tap.event.person, placeCommand(data));
  return showOutcome(tap, data, outcome, { text: 'people.gave-back' });
}

async function tapOrganisation(tap: PeopleTap): Promise<TapReply> {
  const data = readTapData(viewing, tap.event);
  const view = await viewPerson(tap.world, tap.event.person, {
    ...{ editionId: data.edition, person: data.person },
  });
  return drawn(peopleOrganisationDrawing(view, tap.language, suggestionFor(tap, view)));
}

async function tapOrganise(tap: PeopleTap): Promise<TapReply> {
  const { world, event, language } = tap;
  const data = readTapData(organising, event);
  const view = await viewPerson(world, event.person, { editionId: data.edition, person: data.person });
  const read = readOrganisation(tap, view.edition, data.organisation);
  if ('fault' in read) {
    const form = { ...suggestionFor(tap, view), typed: data.organisation, fault: read.fault };
    return drawn(peopleOrganisationDrawing(view, language, form));
  }
  return organise(tap, data, read.code);
}

async function tapOrganiseAs(tap: PeopleTap): Promise<TapReply> {
  const data = readTapData(organisingAs, tap.event);
  return organise(tap, data, data.code === 'none' ? undefined : data.code);
}

async function organise(
  tap: PeopleTap,
  data: z.infer<typeof changing>,
  code: string | undefined,
): Promise<TapReply> {
  const organisation = code === undefined ? {} : { organisation: code };
  const outcome = await setOrganisation(tap.world, tap.event.person, {
    ...placeCommand(data),
    ...organisation,
  });
  return showOutcome(
    tap,
    data,
    outcome,
    code === undefined
      ? { text: 'people.organised.none' }
      : { text: 'people.organised', values: { organisation: municipalityName(code) } },
  );
}

async function tapInvitations({ world, event, language }: PeopleTap): Promise<TapReply> {
  const data = readTapData(invitations, event);
  return drawn(peopleInvitationsDrawing(await viewPeople(world, event.person, data.edition), language, data));
}

async function tapWithdraw({ world, event, language }: PeopleTap): Promise<TapReply> {
  const data = readTapData(withdrawing, event);
  const command = { editionId: data.edition, invitationId: data.invitation };
  const became = await withdrawInvitation(world, event.person, command);
  const view = await viewPeople(world, event.person, data.edition);
  const mail = view.invitations.find(({ id }) => id === data.invitation)?.value.mail ?? '';
  const said: CardNotice = {
    notice: speak(language)(
      became === 'withdrawn' ? 'people.invitations.withdrawn' : 'people.invitations.was-claimed',
      { mail: plainLine(mail, 254) },
    ),
    noticeStyle: became === 'withdrawn' ? 'good' : 'warning',
  };
  return drawn(peopleInvitationsDrawing(view, language, { page: data.page, said }));
}

interface Said {
  text: TextKey;
  values?: TextValues;
}

async function showOutcome(
  tap: PeopleTap,
  data: { edition: string; person: string },
  outcome: PlaceOutcome,
  said: Said,
): Promise<TapReply> {
  const noticeStyle = outcome.kind === 'changed-elsewhere' ? 'warning' : 'good';
  return showPerson(tap, data, { said: { notice: sentenceOf(tap, outcome, said), noticeStyle } });
}

/** The same change again is told the same way. */
function sentenceOf({ language }: PeopleTap, { kind, place }: PlaceOutcome, said: Said): string {
  const say = speak(language);
  if (kind === 'changed-elsewhere') return say('people.changed-elsewhere');
  return say(said.text, { name: personName(place, language), ...said.values });
}

async function showPerson(
  tap: PeopleTap,
  data: { edition: string; person: string },
  state: { said?: CardNotice; taking?: Role } = {},
): Promise<TapReply> {
  const { world, event, language } = tap;
  const view = await viewPerson(world, event.person, { editionId: data.edition, person: data.person });
  return drawn(peopleViewDrawing(view, language, { ...state, ...suggestionFor(tap, view) }));
}
