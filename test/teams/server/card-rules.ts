import { z } from 'zod';
import type { Core } from './core.ts';

export const adaptiveCardType = 'application/vnd.microsoft.card.adaptive';

const highestVersion = 1.5;
const maxRefreshUsers = 60;

const cardHead = z.looseObject({
  type: z.literal('AdaptiveCard'),
  version: z.string().regex(/^\d\.\d$/),
  refresh: z
    .looseObject({
      action: z.looseObject({ type: z.literal('Action.Execute') }),
      userIds: z.array(z.string()).optional(),
    })
    .optional(),
});

export interface Refresh {
  action: Record<string, unknown>;
  userIds: string[];
}

/** The refresh that a card asks for; absent when it asks for none. */
export function refreshOf(card: unknown): Refresh | undefined {
  const refresh = cardHead.safeParse(card).data?.refresh;
  return refresh && { action: refresh.action, userIds: refresh.userIds ?? [] };
}

/**
 * Notes what breaks Teams' rules for cards.
 * @returns why Teams would refuse the message that carries this card, if it would
 */
export function checkCard(core: Core, card: unknown): string | undefined {
  const { success, data, error } = cardHead.safeParse(card);
  if (!success) {
    const detail = z.prettifyError(error);
    core.violation('card-version', detail);
    return detail;
  }
  if (Number(data.version) > highestVersion) core.violation('card-version', `version ${data.version}`);
  const users = data.refresh?.userIds?.length ?? 0;
  if (users <= maxRefreshUsers) return undefined;
  core.violation('refresh-user-ids', `${users} user ids`);
  return `refresh.userIds holds ${users} ids; ${maxRefreshUsers} is the most.`;
}
