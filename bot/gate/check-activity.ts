import { z } from 'zod';
import { RefusedError } from './refused-error.ts';
import { isAllowedAddress } from './trusted-address.ts';
import type { BotToken } from './verify-bot-token.ts';

/** For whom and by which hosts the bot may be spoken to. */
export interface BotDoor {
  tenantIds: readonly string[];
  serviceUrlHosts: readonly string[];
}

export interface CheckedActivity {
  activity: Record<string, unknown>;
  /** Lower case. */
  tenantId: string;
  /** Whom to count it for. */
  sender: string;
}

const channel = 'msteams';

const bodySchema = z.looseObject({
  type: z.string().min(1),
  channelId: z.unknown().optional(),
  serviceUrl: z.unknown().optional(),
  from: z.looseObject({ id: z.string(), aadObjectId: z.string().optional() }).nullish().catch(undefined),
  conversation: z.looseObject({ tenantId: z.string().nullish() }).nullish(),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).nullish() }).nullish(),
});
type Body = z.infer<typeof bodySchema>;

/**
 * Checks that an activity is one that its token vouches for, from Teams, and from a tenant we serve.
 * @throws RefusedError
 */
export function checkActivity(body: unknown, token: BotToken, door: BotDoor): CheckedActivity {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) throw new RefusedError('body-malformed', { cause: parsed.error });
  const activity = parsed.data;
  if (activity.channelId !== channel) throw new RefusedError('channel');
  if (!token.endorsements.includes(channel)) throw new RefusedError('key-endorsement');
  if (activity.serviceUrl !== token.serviceUrl) throw new RefusedError('service-url');
  if (!isAllowedAddress(token.serviceUrl, door.serviceUrlHosts)) throw new RefusedError('service-host');
  return {
    activity,
    tenantId: allowedTenant(activity, door.tenantIds),
    sender: activity.from?.aadObjectId ?? activity.from?.id ?? '',
  };
}

/** Every tenant that the activity names is one of ours, and it names one. */
function allowedTenant(activity: Body, allowed: readonly string[]): string {
  const ours = allowed.map((id) => id.toLowerCase());
  const named = [activity.channelData?.tenant?.id, activity.conversation?.tenantId]
    .filter((id) => id !== undefined && id !== null)
    .map((id) => id.toLowerCase());
  const [first] = named;
  if (first === undefined || !named.every((id) => ours.includes(id))) throw new RefusedError('tenant');
  return first;
}
