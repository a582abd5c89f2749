import type { PlaceChanged } from '../conversation/inbound-event.ts';
import type { Instant } from '../domain/instant.ts';
import type { TeamsActivity } from './teams-activity.ts';

/** About one channel. Source: learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events */
const ofChannel: Partial<Record<string, PlaceChanged['change']>> = {
  channelDeleted: 'gone',
  channelRestored: 'back',
};

/** About a team with all its channels. */
const ofTeam: Partial<Record<string, PlaceChanged['change']>> = {
  teamDeleted: 'gone',
  teamHardDeleted: 'gone',
  teamRestored: 'back',
};

/** What Teams tells of a channel or a team, whoever did it; `undefined` when it tells nothing of the kind. */
export function toPlaceChanged(
  activity: TeamsActivity,
  { at, tenantId }: { at: Instant; tenantId: string },
): PlaceChanged | undefined {
  const team = {
    teamsTeamId: teamIdOf(activity),
    teamId: activity.channelData?.team?.aadGroupId ?? undefined,
  };
  const eventType = activity.channelData?.eventType ?? '';
  const happenedAt = momentOf(activity) ?? at;
  const news = { kind: 'place-changed', at, happenedAt } as const;
  if (activity.type === 'installationUpdate') {
    // An upgrade takes the app away and puts it back in one go.
    if (activity.action !== 'remove' || !isInTeam(activity)) return undefined;
    return { ...news, change: 'gone', place: { tenantId, ...known(team) } };
  }
  if (activity.type !== 'conversationUpdate') return undefined;
  const channelId = activity.channelData?.channel?.id ?? undefined;
  const changed = ofChannel[eventType];
  if (changed !== undefined)
    return channelId === undefined ? undefined : { ...news, change: changed, place: { tenantId, channelId } };
  const change = ofTeam[eventType] ?? (isBotRemoved(activity) && isInTeam(activity) ? 'gone' : undefined);
  return change && { ...news, change, place: { tenantId, ...known(team) } };
}

function isBotRemoved({ membersRemoved, recipient }: TeamsActivity): boolean {
  return (membersRemoved ?? []).some(({ id }) => id === recipient?.id);
}

function isInTeam({ conversation, channelData }: TeamsActivity): boolean {
  return conversation.conversationType === 'channel' || typeof channelData?.team?.id === 'string';
}

/** Teams names a team in the data of its channel, and calls its conversation the same. */
function teamIdOf({ channelData, conversation }: TeamsActivity): string | undefined {
  return channelData?.team?.id ?? conversation.id.split(';')[0];
}

function known(team: { teamsTeamId?: string; teamId?: string }): { teamsTeamId?: string; teamId?: string } {
  const { teamsTeamId, teamId } = team;
  return {
    ...(teamsTeamId !== undefined && { teamsTeamId }),
    ...(teamId !== undefined && { teamId }),
  };
}

function momentOf({ timestamp }: TeamsActivity): Instant | undefined {
  const moment = new Date(timestamp ?? '');
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}
