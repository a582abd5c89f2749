import type { Person } from '../people.ts';
import { takeRate } from './connector-gate.ts';
import type { Core } from './core.ts';
import { json, type Call, type Reply, type Route } from './http-server.ts';
import { windows } from './limits.ts';
import { RefusedError } from './refused-error.ts';
import { audience } from './views.ts';
import { channelOfTeam, type Channel } from './world.ts';

/** The Bot Connector: who is in a conversation, and what a team looks like. */
export function rosterRoutes(core: Core): Route[] {
  const conversation = '/connector/v3/conversations/:conversation';
  const team = '/connector/v3/teams/:team';
  return [
    { method: 'GET', path: `${conversation}/pagedmembers`, answer: (call) => pagedMembers(core, call) },
    { method: 'GET', path: `${conversation}/members`, answer: (call) => allMembers(core, call) },
    { method: 'GET', path: `${conversation}/members/:member`, answer: (call) => oneMember(core, call) },
    { method: 'GET', path: `${team}/conversations`, answer: (call) => channels(core, call) },
    { method: 'GET', path: team, answer: (call) => teamDetails(core, call) },
  ];
}

function pagedMembers(core: Core, call: Call): Reply {
  const members = membersOf(core, call);
  const { searchParams } = call.url;
  const from = pageStart(searchParams.get('continuationToken'));
  const asked = Number(searchParams.get('pageSize') ?? core.membersPerPage);
  const size = Math.max(1, Math.min(core.membersPerPage, Number.isInteger(asked) ? asked : 1));
  const rest = from + size < members.length;
  return json({
    members: members.slice(from, from + size).map((person) => account(core, person)),
    ...(rest ? { continuationToken: Buffer.from(String(from + size)).toString('base64') } : {}),
  });
}

function pageStart(token: string | null): number {
  if (token === null) return 0;
  const from = Number(Buffer.from(token, 'base64').toString('utf8'));
  if (Number.isInteger(from) && from > 0) return from;
  throw new RefusedError(400, 'BadArgument', 'The continuationToken is not one that was given.');
}

function allMembers(core: Core, call: Call): Reply {
  return json(membersOf(core, call).map((person) => account(core, person)));
}

function oneMember(core: Core, call: Call): Reply {
  const { member = '' } = call.params;
  const found = membersOf(core, call).find(({ id, teamsId }) => id === member || teamsId === member);
  if (found) return json(account(core, found));
  throw new RefusedError(404, 'MemberNotFoundInConversation', 'Member not found in conversation.');
}

function membersOf(core: Core, { params }: Call): readonly Person[] {
  const id = (params['conversation'] ?? '').split(';messageid=')[0] ?? '';
  takeRate(core, `members:${id}`, windows.members);
  const members = channelOfTeam(core.world, id)?.members ?? audience(core, id);
  if (members.length > 0 && core.state.lost(id) === undefined) return members;
  throw new RefusedError(404, 'ConversationNotFound', `There is no conversation ${id} for this bot.`);
}

function account({ world }: Core, person: Person) {
  const [givenName = '', ...surname] = person.name.split(' ');
  const guestName = `${person.mail.replace('@', '_')}#EXT#@vng.example`;
  return {
    id: person.teamsId,
    name: person.name,
    objectId: person.id,
    aadObjectId: person.id,
    givenName,
    surname: surname.join(' '),
    email: person.withoutEmail ? null : person.mail,
    userPrincipalName: person.userRole === 'guest' ? guestName : person.mail,
    tenantId: world.tenantId,
    userRole: person.userRole,
  };
}

function teamDetails(core: Core, call: Call): Reply {
  const { team, members } = checkTeam(core, call);
  return json({
    id: team.id,
    name: team.name,
    aadGroupId: team.groupId,
    tenantId: core.world.tenantId,
    channelCount: 2,
    memberCount: members.length,
  });
}

/** The general channel has the team's id and no name. */
function channels(core: Core, call: Call): Reply {
  const { team, id, name } = checkTeam(core, call);
  return json({ conversations: [{ id: team.id }, { id, name }] });
}

function checkTeam(core: Core, call: Call): Channel {
  const channel = channelOfTeam(core.world, call.params['team'] ?? '');
  if (channel) return channel;
  throw new RefusedError(404, 'TeamNotFound', 'The bot is not in this team.');
}
