import { z } from 'zod';
import type { Inputs } from './steps/step.ts';

/** What our own cards send; the client may have changed it. */
const mostTyped = 100_000;
const id = z.string().regex(/^[\w-]{1,64}$/);
const typed = z.string().max(mostTyped).optional();

const onDraft = { draft: id, revision: z.int().min(0), step: id };
const inputs = { answer: typed, name: typed, mail: typed };

const tap = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('intake.answer'),
    ...onDraft,
    ...inputs,
    choice: z.string().max(100).optional(),
  }),
  z.object({ verb: z.literal('intake.back'), ...onDraft, ...inputs }),
  z.object({ verb: z.literal('intake.stop'), ...onDraft, ...inputs }),
  z.object({ verb: z.literal('intake.change'), ...onDraft, line: id }),
  z.object({ verb: z.literal('intake.hand-in'), ...onDraft }),
  z.object({ verb: z.literal('intake.resume'), ...onDraft }),
  z.object({ verb: z.literal('intake.start-over'), ...onDraft }),
  /** From a message that is not a draft's card. */
  z.object({ verb: z.literal('intake.start') }),
  z.object({ verb: z.literal('intake.continue') }),
  z.object({ verb: z.literal('intake.own-submissions'), submission: id.optional() }),
  z.object({ verb: z.literal('intake.receipt'), submission: id }),
]);

export type Tap = z.infer<typeof tap>;
/** A tap on the card of a draft. */
export type DraftTap = Extract<Tap, { draft: string }>;

/** @returns `undefined` when it is not what a card of ours sends */
export function readTap(verb: string, data: Record<string, unknown>): Tap | undefined {
  const parsed = tap.safeParse({ ...data, verb });
  return parsed.success ? parsed.data : undefined;
}

export function inputsOf(tapped: Partial<Record<keyof typeof inputs, string | undefined>>): Inputs {
  const { answer, name, mail } = tapped;
  return Object.fromEntries(
    Object.entries({ answer, name, mail }).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value]],
    ),
  );
}

/** What stands in the inputs of the card that was tapped; nothing where the card has none. */
export function typedOn(tap: DraftTap): Inputs {
  const { verb } = tap;
  return verb === 'intake.answer' || verb === 'intake.back' || verb === 'intake.stop' ? inputsOf(tap) : {};
}
