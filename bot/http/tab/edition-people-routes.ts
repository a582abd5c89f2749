import { allRoles, limitFor } from '../../domain/edition/change-roles.ts';
import type { EditionRole, RoleLimit, RolesHeld } from '../../domain/edition/edition-role.ts';
import { localText } from '../../domain/edition/edition.ts';
import { municipalities } from '../../domain/municipality/municipality.ts';
import type { Language, PersonKey } from '../../domain/person.ts';
import { personId, personKeyOf } from '../../domain/person.ts';
import { giveRole } from '../../use-cases/people/give-role.ts';
import { invitePeople } from '../../use-cases/people/invite-people.ts';
import { setOrganisation } from '../../use-cases/people/set-organisation.ts';
import { giveRolesBack, takeRoles } from '../../use-cases/people/take-role.ts';
import type { DeskChannel } from '../../use-cases/overview/view-desk.ts';
import { viewDeskChannels } from '../../use-cases/overview/view-desk.ts';
import type { PeopleView } from '../../use-cases/people/view-people.ts';
import { viewPeople } from '../../use-cases/people/view-people.ts';
import { withdrawInvitation } from '../../use-cases/people/withdraw-invitation.ts';
import type { World } from '../../use-cases/world.ts';
import type {
  ChangePeopleBody,
  ChangedPeople,
  EditionChannels,
  EditionPeople,
} from '../contract/edition-people.ts';
import {
  changePeopleBody,
  changedPeople,
  editionChannels,
  editionPeople,
} from '../contract/edition-people.ts';
import type { EditionDesk } from './edition-speech.ts';
import type { TabDoor } from './tab-door.ts';

/** Who is what in an edition, and which channel is what to the one that runs. */
export function addEditionPeopleRoutes(door: TabDoor, world: World, desk: EditionDesk): void {
  door.ask('/editions/:id/people', editionPeople, async (asker, request) =>
    shapePeople(await viewPeople(world, asker, request.id()), asker),
  );
  door.act(
    '/editions/:id/people',
    { body: changePeopleBody, answer: changedPeople },
    async (asker, body, request) => {
      const editionId = request.id();
      const changed = await change(world, asker, { editionId, body, desk });
      return { ...changed, people: shapePeople(await viewPeople(world, asker, editionId), asker) };
    },
  );
  door.ask('/channels', editionChannels, async (asker) =>
    shapeChannels((await viewDeskChannels(world, asker)).channels, asker.language),
  );
}

type Changed = Omit<ChangedPeople, 'people'>;

interface Change {
  editionId: string;
  body: ChangePeopleBody;
  desk: EditionDesk;
}

async function change(world: World, by: PersonKey, { editionId, body, desk }: Change): Promise<Changed> {
  if (body.act === 'withdraw') {
    const outcome = await withdrawInvitation(world, by, { editionId, invitationId: body.invitation });
    return { outcome: outcome === 'claimed' ? 'claimed' : 'done' };
  }
  if (body.act === 'invite') return invite(world, by, { editionId, body, desk });
  const command = { editionId, who: personKeyOf(body.person), basedOn: body.basedOn };
  const { kind } = await onPlace(world, by, command, body);
  return { outcome: kind === 'changed-elsewhere' ? kind : 'done' };
}

function onPlace(
  world: World,
  by: PersonKey,
  command: { editionId: string; who: PersonKey; basedOn: number },
  body: Exclude<ChangePeopleBody, { act: 'withdraw' | 'invite' }>,
) {
  switch (body.act) {
    case 'give':
      return giveRole(world, by, { ...command, wish: { role: body.role, ...limited(body.limit) } });
    case 'take':
      return takeRoles(world, by, { ...command, roles: [body.role] });
    case 'give-back':
      return giveRolesBack(world, by, command);
    case 'organise':
      return setOrganisation(world, by, {
        ...command,
        ...(body.organisation !== undefined && { organisation: body.organisation }),
      });
    default:
      return body satisfies never;
  }
}

async function invite(
  world: World,
  by: PersonKey,
  { editionId, body, desk }: Omit<Change, 'body'> & { body: Extract<ChangePeopleBody, { act: 'invite' }> },
): Promise<Changed> {
  const { addresses, unread } = desk.readAddresses(body.addresses);
  const outcome = await invitePeople(world, by, {
    ...{ editionId, listId: body.key, addressees: addresses },
    wish: { role: body.role, ...limited(body.limit) },
    ...(body.organisation !== undefined && { organisation: body.organisation }),
  });
  const { invited, given, already } = outcome;
  return { outcome: 'done', invited: { invited, given, already, unread: unread.map(({ text }) => text) } };
}

function limited(limit: RoleLimit | undefined): { limit?: RoleLimit } {
  return limit === undefined ? {} : { limit };
}

function shapePeople({ places, invitations }: PeopleView, asker: PersonKey): EditionPeople {
  const open = invitations.filter(({ value }) => value.status === 'open');
  return {
    people: places
      .map((place) => shapePlace(place, asker))
      .sort((a, b) => a.name.localeCompare(b.name, 'nl')),
    invitations: open.map(({ id, value }) => ({
      ...{ id, mail: value.mail, roles: rolesIn(value) },
      ...(value.name !== undefined && { name: value.name }),
    })),
    municipalities: municipalities
      .filter(({ validTo }) => validTo === undefined)
      .map(({ code, name }) => ({ code, name })),
  };
}

function shapePlace(place: EditionRole, asker: PersonKey): EditionPeople['people'][number] {
  const { name, organisation, revision = 0, formerly } = place;
  return {
    ...{ id: personId(place), name, revision, roles: rolesIn(place) },
    ...(organisation !== undefined && { organisation }),
    isSelf: personId(place) === personId(asker),
    mayGiveBack: formerly !== undefined && formerly.roles.some((role) => !place.roles.includes(role)),
  };
}

function rolesIn(held: RolesHeld): EditionPeople['people'][number]['roles'] {
  return allRoles
    .filter((role) => held.roles.includes(role))
    .map((role) => {
      const { limit } = limitFor(held, role);
      if (limit === undefined) return { role };
      const { categories, rounds } = limit;
      return { role, limit: { ...(categories && { categories }), ...(rounds && { rounds }) } };
    });
}

function shapeChannels(channels: readonly DeskChannel[], language: Language): EditionChannels {
  return {
    channels: channels.map(({ id, use, category, binding }) => ({
      ...{ id, use: use.use, state: stateOf(binding) },
      ...(category && { category: localText(category.name, language) }),
      ...(binding?.since !== undefined && { since: binding.since }),
    })),
  };
}

function stateOf(binding: DeskChannel['binding']): EditionChannels['channels'][number]['state'] {
  if (binding === undefined || binding.state === 'unbound') return 'none';
  return binding.state === 'lost' ? 'lost' : 'bound';
}
