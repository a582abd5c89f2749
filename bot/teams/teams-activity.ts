import { z } from 'zod';

const account = z.object({
  id: z.string(),
  name: z.string().nullish(),
  aadObjectId: z.string().nullish(),
});

const entity = z.object({
  type: z.string(),
  /** Of a mention: as it stands in the message's text. */
  text: z.string().nullish(),
  mentioned: z.object({ id: z.string(), name: z.string().nullish() }).nullish(),
  /** Of the client's description of itself. */
  locale: z.string().nullish(),
});

const cardAction = z.object({
  trigger: z.string().nullish(),
  action: z.object({
    verb: z.string().catch(''),
    data: z.record(z.string(), z.unknown()).catch({}),
  }),
});

const dialogRequest = z.object({
  data: z.looseObject({ verb: z.string().catch(''), msteams: z.unknown().optional() }),
});

/**
 * What we read of an activity from Teams; the rest falls away. Teams leaves out, or sends as null, what it has not.
 * Source: the Bot Framework's activity schema, and the payloads in Microsoft's Teams documentation.
 */
export const teamsActivitySchema = z.object({
  type: z.string(),
  name: z.string().nullish(),
  id: z.string().nullish(),
  timestamp: z.string().nullish(),
  localTimestamp: z.string().nullish(),
  locale: z.string().nullish(),
  serviceUrl: z.string(),
  from: account,
  recipient: account.nullish(),
  conversation: z.object({
    id: z.string(),
    conversationType: z.string().nullish(),
    isGroup: z.boolean().nullish(),
  }),
  channelData: z
    .object({
      /** What happened to a message, a channel or a team. */
      eventType: z.string().nullish().catch(undefined),
      team: z.object({ id: z.string().nullish(), aadGroupId: z.string().nullish() }).nullish(),
      channel: z.object({ id: z.string().nullish() }).nullish().catch(undefined),
    })
    .nullish()
    .catch(undefined),
  text: z.string().nullish(),
  replyToId: z.string().nullish(),
  entities: z.array(entity).nullish().catch([]),
  attachments: z
    .array(z.object({ contentType: z.string().nullish(), content: z.unknown().optional() }))
    .nullish()
    .catch([]),
  membersAdded: z
    .array(z.object({ id: z.string() }))
    .nullish()
    .catch([]),
  membersRemoved: z
    .array(z.object({ id: z.string() }))
    .nullish()
    .catch([]),
  action: z.string().nullish().catch(undefined),
  value: z.unknown().optional(),
});

export type TeamsActivity = z.infer<typeof teamsActivitySchema>;

/** What an `adaptiveCard/action` asks, with nothing for what the client left out. */
export function cardActionOf(activity: TeamsActivity): z.infer<typeof cardAction> {
  return cardAction.catch({ action: { verb: '', data: {} } }).parse(activity.value);
}

/** What a dialog's invoke carries: our verb, and the rest of what the action has and was filled in. */
export function dialogRequestOf(activity: TeamsActivity): { verb: string; data: Record<string, unknown> } {
  const request = dialogRequest.catch({ data: { verb: '' } }).parse(activity.value);
  const { verb, msteams: _isForTeams, ...data } = request.data;
  return { verb, data };
}
