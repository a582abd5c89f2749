import { createHash } from 'node:crypto';
import type {
  Arrived,
  DialogOpened,
  DialogSubmitted,
  InboundEvent,
  Mentioned,
  Said,
  Talked,
  Tapped,
} from '../conversation/inbound-event.ts';
import type { Instant } from '../domain/instant.ts';
import type { Thread } from '../domain/outgoing-message.ts';
import { personId, type ChatAddress, type Language, type Person } from '../domain/person.ts';
import { isMoreThanText, mentionsBot, messageText, othersNamed, textBesidesNames } from './message-text.ts';
import { toPlaceChanged } from './place-changed.ts';
import { cardActionOf, dialogRequestOf, type TeamsActivity } from './teams-activity.ts';
import { toTalk } from './to-talk.ts';

/** Nothing that concerns us; `why` is for the log. */
export interface Ignored {
  kind: 'ignored';
  why: string;
}

/** When and for which tenant the gate let it in. */
export interface Entry {
  at: Instant;
  tenantId: string;
}

/** What an activity from Teams means to the app. */
export function toEvent(activity: TeamsActivity, entry: Entry): InboundEvent | Ignored {
  const placeChanged = toPlaceChanged(activity, entry);
  if (placeChanged !== undefined) return placeChanged;
  const person = personOf(activity, entry.tenantId);
  if (person === undefined) return ignored('nobody');
  if (isBot(activity)) return ignored('bot');
  switch (activity.type) {
    case 'message':
      return toMessage(activity, person, entry);
    case 'messageUpdate':
    case 'messageDelete':
      return toChanged(activity, person, entry);
    case 'invoke':
      return toInvoked(activity, person, entry);
    case 'conversationUpdate':
      return isBotAdded(activity) ? toArrived(activity, person, entry) : ignored('update');
    case 'installationUpdate':
      return activity.action?.startsWith('add') === true
        ? toArrived(activity, person, entry)
        : ignored('removed');
    default:
      return ignored(activity.type);
  }
}

function ignored(why: string): Ignored {
  return { kind: 'ignored', why };
}

function toMessage(
  activity: TeamsActivity,
  person: Person,
  { at, tenantId }: Entry,
): Said | Mentioned | Talked | Ignored {
  const text = messageText(activity);
  const deed = { key: messageKey(activity), at, person, text };
  if (!isPersonal(activity)) {
    const talked = toTalked(activity, person, { at, tenantId });
    if (!mentionsBot(activity)) return talked ?? ignored('talk');
    return {
      ...deed,
      kind: 'mentioned',
      thread: threadOf(activity, tenantId),
      ...othersIn(activity),
      ...teamsTeamOf(activity),
      ...(talked && { talk: talked.talk }),
    };
  }
  // What an Action.Submit sends: our cards have none.
  if (text === '' && isObject(activity.value)) return ignored('submit');
  const hasAttachment = (activity.attachments ?? []).some(isMoreThanText);
  return { ...deed, kind: 'said', hasAttachment };
}

function othersIn(activity: TeamsActivity): Pick<Mentioned, 'others'> {
  const people = othersNamed(activity);
  return people.length === 0 ? {} : { others: { people, text: textBesidesNames(activity) } };
}

/** What was changed or taken away in a channel; in the personal chat that is left as it is. */
function toChanged(activity: TeamsActivity, person: Person, entry: Entry): Talked | Ignored {
  if (isPersonal(activity)) return ignored(activity.type);
  return toTalked(activity, person, entry) ?? ignored('talk');
}

function toTalked(activity: TeamsActivity, person: Person, { at, tenantId }: Entry): Talked | undefined {
  const talk = toTalk(activity, person, at);
  if (talk === undefined) return undefined;
  const key = hash([messageKey(activity), activity.type]);
  return { kind: 'talked', key, at, person, talk, thread: threadOf(activity, tenantId) };
}

function toInvoked(
  activity: TeamsActivity,
  person: Person,
  entry: Entry,
): Tapped | DialogOpened | DialogSubmitted | Ignored {
  switch (activity.name) {
    case 'adaptiveCard/action':
      return toTapped(activity, person, entry);
    case 'task/fetch':
      return toDialogOpened(activity, person, entry);
    case 'task/submit':
      return toDialogSubmitted(activity, person, entry);
    default:
      return ignored(`invoke ${activity.name ?? ''}`);
  }
}

function toTapped(activity: TeamsActivity, person: Person, { at, tenantId }: Entry): Tapped {
  const { action, trigger } = cardActionOf(activity);
  const { verb, data } = action;
  return {
    kind: 'tapped',
    key: actionKey(activity, person, verb, data),
    at,
    person,
    verb,
    data,
    ...cardAddress(activity, tenantId),
    automatic: trigger === 'automatic',
  };
}

function toDialogOpened(activity: TeamsActivity, person: Person, { at, tenantId }: Entry): DialogOpened {
  const { verb, data } = dialogRequestOf(activity);
  const key = actionKey(activity, person, `open ${verb}`, data);
  return { kind: 'dialog-opened', key, at, person, verb, data, ...cardAddress(activity, tenantId) };
}

function toDialogSubmitted(activity: TeamsActivity, person: Person, { at }: Entry): DialogSubmitted {
  const { verb, data } = dialogRequestOf(activity);
  const key = actionKey(activity, person, `submit ${verb}`, data);
  return { kind: 'dialog-submitted', key, at, person, verb, data };
}

/** Which message the card is on which something was done. */
function cardAddress(activity: TeamsActivity, tenantId: string): Pick<Tapped, 'on' | 'where'> {
  const { replyToId } = activity;
  return {
    ...(typeof replyToId === 'string'
      ? { on: { ...addressOf(activity), tenantId, activityId: replyToId } }
      : {}),
    where: isPersonal(activity) ? 'chat' : 'channel',
  };
}

/** An invoke comes again under another id and at another time; what was done, and to what, stays the same. */
function actionKey(
  { conversation, replyToId }: TeamsActivity,
  { objectId }: Person,
  verb: string,
  data: Record<string, unknown>,
): string {
  return hash([conversation.id, objectId, replyToId ?? '', verb, JSON.stringify(data)]);
}

/** Teams tells of an installation twice, by two kinds of activity: one deed, one key. */
function toArrived(activity: TeamsActivity, person: Person, { at }: Entry): Arrived | Ignored {
  if (!isPersonal(activity)) return ignored('team');
  return { kind: 'arrived', key: `arrived:${personId(person)}`, at, person };
}

/** Teams' ids of bots begin so, ours too. */
function isBot({ from, recipient }: TeamsActivity): boolean {
  return from.id === recipient?.id || from.id.startsWith('28:');
}

function isBotAdded({ membersAdded, recipient }: TeamsActivity): boolean {
  return (membersAdded ?? []).some((member) => member.id === recipient?.id);
}

function isPersonal({ conversation }: TeamsActivity): boolean {
  return (
    (conversation.conversationType ?? (conversation.isGroup === true ? 'group' : 'personal')) === 'personal'
  );
}

function addressOf({ serviceUrl, conversation }: TeamsActivity): ChatAddress {
  return { serviceUrl, conversationId: conversation.id };
}

function teamsTeamOf({ channelData }: TeamsActivity): Pick<Mentioned, 'teamsTeamId'> {
  const id = channelData?.team?.id ?? undefined;
  return id === undefined ? {} : { teamsTeamId: id };
}

function threadOf(activity: TeamsActivity, tenantId: string): Thread {
  const teamId = activity.channelData?.team?.aadGroupId ?? undefined;
  return { ...addressOf(activity), tenantId, ...(teamId !== undefined && { teamId }) };
}

/** Undefined for what no person did. */
function personOf(activity: TeamsActivity, tenantId: string): Person | undefined {
  const { id, name, aadObjectId } = activity.from;
  if (typeof aadObjectId !== 'string' || aadObjectId === '') return undefined;
  return {
    tenantId,
    objectId: aadObjectId.toLowerCase(),
    name: name ?? '',
    language: languageOf(activity),
    teamsUserId: id,
    ...(isPersonal(activity) ? { chat: addressOf(activity) } : {}),
  };
}

function languageOf({ entities, locale }: TeamsActivity): Language {
  const client = entities?.find((entity) => entity.type === 'clientInfo');
  return (client?.locale ?? locale ?? '').toLowerCase().startsWith('en') ? 'en' : 'nl';
}

/** Teams may deliver a message again under a new id, but not with a new time. */
function messageKey({ conversation, from, timestamp, localTimestamp, id, text }: TeamsActivity): string {
  return hash([conversation.id, from.aadObjectId ?? '', timestamp ?? localTimestamp ?? id ?? '', text ?? '']);
}

function hash(parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
