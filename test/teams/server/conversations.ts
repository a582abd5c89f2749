import type { ConversationView } from '../page-api.ts';
import { people, type Person } from '../people.ts';
import { installActivities, type Place } from './activities.ts';
import type { Core } from './core.ts';
import { deliver } from './deliver.ts';
import { RefusedError } from './refused-error.ts';
import { channelById, personalConversationId, type Channel } from './world.ts';

/** The conversations a person has: the one with the bot, and the channels of the teams they are in. */
export function conversationsOf(core: Core, person: Person): ConversationView[] {
  const { world } = core;
  const personal: ConversationView = view(core, person, {
    id: personalConversationId(world, person),
    kind: 'personal',
    name: world.bot.name,
  });
  const channels = Object.values(world.channels).filter(
    ({ id, members }) => members.includes(person) && core.state.lost(id) !== 'deleted',
  );
  return [
    personal,
    ...channels.map(({ id, team, name }) =>
      view(core, person, { id, kind: 'channel', name: `${team.name} › ${name}` }),
    ),
  ];
}

function view(
  core: Core,
  person: Person,
  base: Pick<ConversationView, 'id' | 'kind' | 'name'>,
): ConversationView {
  const lastAt = core.state.lastSentAt(base.id);
  return {
    ...base,
    ...(lastAt === undefined ? {} : { lastMessageAt: new Date(lastAt).toISOString() }),
    unread: core.state.unread(person.id, base.id),
  };
}

/** @throws RefusedError 403 when this person is not in the conversation */
export function checkMember(core: Core, person: Person, conversation: string): void {
  if (conversationsOf(core, person).some(({ id }) => id === conversation)) return;
  throw new RefusedError(403, 'Forbidden', `${person.name} is not in ${conversation}.`);
}

/** Who adds the app to a team; a member of it. */
export function installerOf({ owner }: Channel): Person {
  return owner ?? people.organiser;
}

const opening = new WeakMap<Core, Map<string, Promise<void>>>();

/**
 * The first time that somebody opens a conversation, the app is installed there and the bot hears so.
 * When the bot can not be reached, it hears so at the next opening.
 */
export async function openConversation(core: Core, person: Person, conversation: string): Promise<void> {
  checkMember(core, person, conversation);
  if (core.state.isOpened(conversation) || core.state.lost(conversation) !== undefined) return;
  const running = opening.get(core) ?? new Map<string, Promise<void>>();
  opening.set(core, running);
  const install = running.get(conversation) ?? sendInstall(core, person, { conversation });
  running.set(conversation, install);
  await install.finally(() => running.delete(conversation));
}

async function sendInstall(core: Core, person: Person, place: Place): Promise<void> {
  const channel = channelById(core.world, place.conversation);
  const installer = channel === undefined ? person : installerOf(channel);
  const activities = installActivities(core, installer, place);
  const answers = await Promise.all(activities.map((activity) => deliver(core, activity)));
  const isHeard = answers.every((answer) => answer.kind === 'answered' && answer.status < 300);
  if (isHeard && !core.stopping.aborted) core.state.setOpened(place.conversation, core.now());
}
