import { z } from 'zod';
import type { ChatAddress } from '../domain/person.ts';
import { botScope } from './app-tokens.ts';
import type { CallMicrosoft } from './call-microsoft.ts';
import { connectorUrl } from './connector-url.ts';

/** What Teams knows of a member of a conversation. */
interface Profile {
  name: string;
  mail?: string;
}

export interface Roster {
  /** Undefined when Teams does not know, or does not say so now. */
  profileOf(chat: ChatAddress, teamsUserId: string): Promise<Profile | undefined>;
}

const memberSchema = z.object({
  name: z.string(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

export function teamsRoster(call: CallMicrosoft): Roster {
  return {
    async profileOf({ serviceUrl, conversationId }, teamsUserId) {
      const url = connectorUrl(serviceUrl, 'conversations', conversationId, 'members', teamsUserId);
      const result = await call({ method: 'GET', url, scope: botScope });
      if (result.kind !== 'answered' || result.status !== 200) return undefined;
      const { data } = memberSchema.safeParse(result.body);
      if (data === undefined) return undefined;
      const mail = data.email ?? data.userPrincipalName ?? undefined;
      return { name: data.name, ...(mail === undefined ? {} : { mail }) };
    },
  };
}
