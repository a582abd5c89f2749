import { z } from 'zod';
import type { ChatAddress } from '../domain/person.ts';
import { botScope } from './app-tokens.ts';
import type { CallMicrosoft } from './call-microsoft.ts';
import { connectorUrl } from './connector-url.ts';

/** What Teams knows of a member of a conversation. */
interface Profile {
  name: string;
  mail?: string;
  /** In Entra; a bot has none. */
  objectId?: string;
}

export interface Roster {
  /** Undefined when Teams does not know, or does not say so now. */
  profileOf(chat: ChatAddress, teamsUserId: string): Promise<Profile | undefined>;
  /**
   * Every person in a channel; undefined when Teams does not say so now, also of a part of them.
   * @param inTurn makes each call when it is its turn
   */
  membersOf(channel: ChatAddress, inTurn: InTurn): Promise<ChannelMember[] | undefined>;
}

type InTurn = <T>(call: () => Promise<T>) => Promise<T | undefined>;

/** Somebody in a channel. */
interface ChannelMember extends Profile {
  objectId: string;
  teamsUserId: string;
}

const memberSchema = z.object({
  id: z.string().nullish(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  aadObjectId: z.string().nullish(),
  objectId: z.string().nullish(),
});
const pageSchema = z.object({ members: z.array(memberSchema), continuationToken: z.string().nullish() });

/** Teams gives no more at once. Source: learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context */
const membersAtOnce = 500;
/** A team has 25,000 members at most. */
const mostPages = 100;

export function teamsRoster(call: CallMicrosoft): Roster {
  return {
    async profileOf({ serviceUrl, conversationId }, teamsUserId) {
      const url = connectorUrl(serviceUrl, 'conversations', conversationId, 'members', teamsUserId);
      const result = await call({ method: 'GET', url, scope: botScope });
      if (result.kind !== 'answered' || result.status !== 200) return undefined;
      const { data } = memberSchema.safeParse(result.body);
      return data && profileIn(data);
    },
    async membersOf({ serviceUrl, conversationId }, inTurn) {
      const address = connectorUrl(serviceUrl, 'conversations', conversationId, 'pagedmembers');
      const found: ChannelMember[] = [];
      let next: string | undefined;
      for (let page = 0; page < mostPages; page += 1) {
        const query = new URLSearchParams({ pageSize: String(membersAtOnce) });
        if (next !== undefined) query.set('continuationToken', next);
        const url = `${address}?${query.toString()}`;
        const result = await inTurn(() => call({ method: 'GET', url, scope: botScope }));
        if (result?.kind !== 'answered' || result.status !== 200) return undefined;
        const { data } = pageSchema.safeParse(result.body);
        if (data === undefined) return undefined;
        found.push(...data.members.flatMap(peopleIn));
        next = data.continuationToken ?? undefined;
        if (next === undefined) return found;
      }
      return undefined;
    },
  };
}

function profileIn(member: z.infer<typeof memberSchema>): Profile {
  const mail = mailOf(member);
  const objectId = (member.aadObjectId ?? member.objectId ?? '').toLowerCase();
  return {
    name: member.name ?? '',
    ...(mail !== undefined && { mail }),
    ...(objectId !== '' && { objectId }),
  };
}

/** A bot among the members is nobody. */
function peopleIn(member: z.infer<typeof memberSchema>): ChannelMember[] {
  const { objectId, ...profile } = profileIn(member);
  const teamsUserId = member.id ?? '';
  return objectId === undefined || !teamsUserId.startsWith('29:')
    ? []
    : [{ ...profile, objectId, teamsUserId }];
}

/** Where the account is a guest's, it is called by the address that was invited: `jan_x.nl#EXT#@tenant.example`. */
const guest = /^(.+)_([^_]+)#ext#@/i;

function mailOf({ email, userPrincipalName }: z.infer<typeof memberSchema>): string | undefined {
  const given = [email, userPrincipalName].find((each) => each !== null && each !== undefined && each !== '');
  const [, name, domain] = guest.exec(given ?? '') ?? [];
  return name === undefined || domain === undefined ? (given ?? undefined) : `${name}@${domain}`;
}
