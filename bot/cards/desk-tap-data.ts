import { z } from 'zod';
import type { Tapped, TapReply } from '../conversation/inbound-event.ts';
import { RefusedError } from '../use-cases/refusal.ts';
import type { Drawing } from './drawing.ts';
import { expandCard } from './expand-card.ts';

/** What cards at the desk send, as it is read. */
export const roundId = z.enum(['preselection', 'assessment', 'pitch']);
export const channelId = z.string().regex(/^[\w.:-]{1,100}$/);
export const moment = z.iso.datetime();

/** When a round opened and closed as the card showed it. */
export const seen = z
  .string()
  .transform((both) => both.split('_'))
  .pipe(z.tuple([moment, moment]))
  .transform(([opensAt, closesAt]) => ({ opensAt, closesAt }));

/** @throws RefusedError `malformed` when it is not what a card of ours sends */
export function readTap<T>(schema: z.ZodType<T>, { data }: Tapped): T {
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw new RefusedError('malformed');
  return parsed.data;
}

export function cardOf({ template, values }: Drawing): TapReply {
  return { kind: 'card', card: expandCard(template, values) };
}
