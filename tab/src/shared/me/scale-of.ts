import type { Me } from '../../../../bot/http/contract/me.ts';

/** The round's scale; the usual one while there is no round. */
export function scaleOf({ round }: Me): { lowest: number; highest: number } {
  return round?.scale ?? { lowest: 1, highest: 5 };
}
