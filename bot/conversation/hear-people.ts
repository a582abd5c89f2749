import type { JudgingRole } from '../domain/edition/change-roles.ts';
import { judgingRoles } from '../domain/edition/change-roles.ts';
import type { Role, RoleLimit } from '../domain/edition/edition-role.ts';
import type { Edition } from '../domain/edition/edition.ts';
import { localText } from '../domain/edition/edition.ts';
import type { Thread } from '../domain/outgoing-message.ts';
import type { Language } from '../domain/person.ts';
import type { TextKey, TextValues } from '../texts/texts.ts';
import { answerInThread, channelOf, isAnswered } from '../use-cases/questions/answer-mention.ts';
import { claimInvitation } from '../use-cases/people/claim-invitation.ts';
import { giveRole } from '../use-cases/people/give-role.ts';
import type { Member } from '../use-cases/people/give-role-to-members.ts';
import { giveRoleToMembers } from '../use-cases/people/give-role-to-members.ts';
import { RefusedError } from '../use-cases/refusal.ts';
import { takeRoles } from '../use-cases/people/take-role.ts';
import { editionToManage } from '../use-cases/people/view-people.ts';
import type { World } from '../use-cases/world.ts';
import type { Mentioned, NamedPerson } from './inbound-event.ts';
import { readRolePlace } from './reading/read-role-place.ts';
import type { RoleSaid } from './reading/read-role-wish.ts';
import { readRoleOfEverybody, readRoleOfNamed } from './reading/read-role-wish.ts';

/** Who is in a channel, according to Teams; undefined when it does not say so now. */
export interface ChannelRoster {
  membersOf(channel: Thread): Promise<Omit<Member, 'tenantId'>[] | undefined>;
  profileOf(
    channel: Thread,
    teamsUserId: string,
  ): Promise<{ name: string; mail?: string; objectId?: string } | undefined>;
}

interface Sentence {
  text: TextKey;
  values?: TextValues;
}

interface Asked {
  world: World;
  roster: ChannelRoster | undefined;
  event: Mentioned;
  edition: Edition;
  said: RoleSaid;
  limit?: RoleLimit;
}

/**
 * An organiser says in a channel who is what: "maak iedereen in dit kanaal jurylid", "@Jan is voorzitter".
 * @returns whether it was something of that kind, which is done, or answered, then
 */
export async function hearPeople(
  { world, channelRoster: roster }: { world: World; channelRoster?: ChannelRoster },
  event: Mentioned,
): Promise<boolean> {
  const { others } = event;
  const said = others === undefined ? readRoleOfEverybody(event.text) : readRoleOfNamed(others.text);
  if (said === undefined) return false;
  if (await isAnswered(world.store, event)) return true;
  await answerInThread(world.store, event, await carryOut({ world, roster, event, said }));
  return true;
}

async function carryOut(request: Omit<Asked, 'edition'>): Promise<Sentence> {
  const { world, event, said } = request;
  try {
    const edition = await editionToManage(world, event.person, undefined);
    const limit = said.place === undefined ? undefined : readRolePlace(said.place, edition);
    if (said.place !== undefined && (limit === undefined || said.takes || said.role === 'organiser'))
      return noSuchPlace(said, edition, event.person.language);
    const asked = { ...request, edition, ...(limit && { limit }) };
    return await (event.others === undefined
      ? giveEverybody(asked)
      : changeNamed(asked, event.others.people));
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return { text: `refusal.${error.code}` };
  }
}

async function giveEverybody({ world, roster, event, edition, said, limit }: Asked): Promise<Sentence> {
  const { role } = said;
  if (!isJudging(role)) return { text: 'people.said.only-judges' };
  const channel = { ...event.thread, conversationId: channelOf(event.thread.conversationId) };
  const found = await roster?.membersOf(channel);
  if (found === undefined) return { text: 'people.said.no-members' };
  const members = found.map((member) => ({ ...member, tenantId: event.thread.tenantId }));
  const command = { editionId: edition.id, members, wish: { role, ...(limit && { limit }) } };
  const outcome = await giveRoleToMembers(world, event.person, command);
  for (const member of members) await claim(world, edition.id, member);
  const places = placesOf(edition, limit, event.person.language);
  return { text: 'people.said.everybody', values: { ...outcome, role, places } };
}

async function changeNamed(asked: Asked, named: readonly NamedPerson[]): Promise<Sentence> {
  const { world, roster, event, edition, said, limit } = asked;
  const { tenantId } = event.thread;
  const channel = { ...event.thread, conversationId: channelOf(event.thread.conversationId) };
  const found = await Promise.all(
    named.map(async ({ teamsUserId, name }) => {
      const profile = await roster?.profileOf(channel, teamsUserId);
      const { objectId, mail } = profile ?? {};
      return { objectId, name: profile?.name ?? name, ...(mail !== undefined && { mail }), teamsUserId };
    }),
  );
  const names = namesOf(found, event.person.language);
  const members = found.flatMap(({ objectId, ...rest }) =>
    objectId === undefined ? [] : [{ ...rest, objectId, tenantId }],
  );
  if (members.length < found.length) return { text: 'people.said.not-found', values: { names } };
  for (const member of members) {
    const command = { editionId: edition.id, who: member, name: member.name };
    if (said.takes) await takeRoles(world, event.person, { ...command, roles: [said.role] });
    else {
      const wish = { role: said.role, ...(limit && { limit }) };
      await giveRole(world, event.person, { ...command, wish });
      await claim(world, edition.id, member);
    }
  }
  return {
    text: said.takes ? 'people.said.taken' : 'people.said.given',
    values: {
      ...{ names, count: members.length, role: said.role },
      places: placesOf(edition, limit, event.person.language),
    },
  };
}

/** Whoever is found this way may have been invited too, with what the organiser knew of them. */
async function claim(world: World, editionId: string, { mail, ...member }: Member): Promise<void> {
  if (mail !== undefined) await claimInvitation(world, editionId, { ...member, mail });
}

function noSuchPlace({ takes }: RoleSaid, edition: Edition, language: Language): Sentence {
  if (takes) return { text: 'people.said.take-whole' };
  const known = [...edition.categories, ...edition.rounds].map(({ name }) => localText(name, language));
  return { text: 'people.said.no-such-place', values: { places: known.join(', ') } };
}

/** `none` for everywhere. */
function placesOf(edition: Edition, limit: RoleLimit | undefined, language: Language): string {
  const { categories = [], rounds = [] } = limit ?? {};
  const named = [
    ...edition.categories.filter(({ id }) => categories.includes(id)),
    ...edition.rounds.filter(({ id }) => rounds.includes(id)),
  ];
  return named.map(({ name }) => localText(name, language)).join(', ') || 'none';
}

function namesOf(people: readonly { name: string }[], language: Language): string {
  return new Intl.ListFormat(language).format(people.map(({ name }) => name));
}

function isJudging(role: Role): role is JudgingRole {
  return judgingRoles.some((each) => each === role);
}
