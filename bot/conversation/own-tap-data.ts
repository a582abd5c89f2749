import { z } from 'zod';

/** What the cards about somebody's submissions send; the client may have changed it. */
const id = z.string().regex(/^[\w-]{1,64}$/);
const onSubmission = { submission: id, revision: z.int().positive() };

const ownTap = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('own.list'), page: z.int().min(0).optional() }),
  z.object({ verb: z.literal('own.view'), submission: id }),
  z.object({ verb: z.literal('own.change'), submission: id }),
  /** Asks first. */
  z.object({ verb: z.literal('own.withdraw'), submission: id }),
  z.object({ verb: z.literal('own.withdraw-now'), ...onSubmission }),
  z.object({ verb: z.literal('own.restore'), ...onSubmission }),
  /** From the card of a change: what was handed in stays as it is. */
  z.object({ verb: z.literal('own.leave'), draft: id }),
]);

/** What those cards can ask. */
export const ownVerbs: readonly string[] = ownTap.options.map(({ shape }) => shape.verb.value);

export type OwnTap = z.infer<typeof ownTap>;

/** @returns `undefined` when it is not what a card about somebody's submissions sends */
export function readOwnTap(verb: string, data: Record<string, unknown>): OwnTap | undefined {
  const parsed = ownTap.safeParse({ ...data, verb });
  return parsed.success ? parsed.data : undefined;
}
