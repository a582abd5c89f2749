import { placeActivity, removalActivities } from './activities.ts';
import { installerOf, openConversation } from './conversations.ts';
import type { Core } from './core.ts';
import { deliver } from './deliver.ts';
import type { Channel } from './world.ts';

/** Deletes a channel, or its whole team: nobody sees it any more, and the bot hears so. */
export async function deleteChannel(core: Core, channel: Channel, what: 'channel' | 'team'): Promise<void> {
  core.state.setLost(channel.id, 'deleted');
  tellMembers(core, channel);
  await deliver(core, placeActivity(core, installerOf(channel), channel, `${what}Deleted`));
}

/** Puts a deleted channel back, with all that was in it. */
export async function restoreChannel(core: Core, channel: Channel): Promise<void> {
  core.state.setLost(channel.id, undefined);
  tellMembers(core, channel);
  await deliver(core, placeActivity(core, installerOf(channel), channel, 'channelRestored'));
}

/** Takes the app from the team: people still see what it said, and it can do nothing there. */
export async function removeApp(core: Core, channel: Channel): Promise<void> {
  core.state.setLost(channel.id, 'left');
  core.state.setUnopened(channel.id);
  const activities = removalActivities(core, installerOf(channel), channel);
  await Promise.all(activities.map((activity) => deliver(core, activity)));
}

/** Adds the app to the team, for the first time or again. */
export async function addApp(core: Core, channel: Channel): Promise<void> {
  if (core.state.lost(channel.id) === 'left') core.state.setLost(channel.id, undefined);
  await openConversation(core, installerOf(channel), channel.id);
}

function tellMembers(core: Core, { members }: Channel): void {
  for (const { id } of members) core.events.tell(id, { kind: 'conversations' });
}
