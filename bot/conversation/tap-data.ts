import { z } from 'zod';
import type { Inputs } from './steps/step.ts';

/** What our own cards send; the client may have changed it. */
const mostTyped = 100_000;
const mostInputs = 40;
const id = z.string().regex(/^[\w-]{1,64}$/);

const onDraft = { draft: id, revision: z.int().min(0), step: id };
/** What stands in the inputs of the card, by their ids. */
const inputs = { inputs: z.record(z.string(), z.string()) };

const tap = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('intake.answer'),
    ...onDraft,
    ...inputs,
    choice: z.string().max(100).optional(),
  }),
  z.object({ verb: z.literal('intake.back'), ...onDraft, ...inputs }),
  z.object({ verb: z.literal('intake.stop'), ...onDraft, ...inputs }),
  z.object({ verb: z.literal('intake.skip'), ...onDraft, ...inputs }),
  z.object({ verb: z.literal('intake.change'), ...onDraft, line: id }),
  z.object({ verb: z.literal('intake.hand-in'), ...onDraft }),
  z.object({ verb: z.literal('intake.resume'), ...onDraft }),
  z.object({ verb: z.literal('intake.start-over'), ...onDraft }),
  z.object({ verb: z.literal('intake.delete'), ...onDraft }),
  z.object({ verb: z.literal('intake.delete-confirm'), ...onDraft }),
  z.object({ verb: z.literal('intake.keep'), ...onDraft }),
  /** From a message that is not a draft's card. */
  z.object({ verb: z.literal('intake.start') }),
  z.object({ verb: z.literal('intake.continue') }),
  z.object({ verb: z.literal('intake.own-submissions'), submission: id.optional() }),
  z.object({ verb: z.literal('intake.receipt'), submission: id }),
]);

/** What those cards can ask. */
export const intakeVerbs: readonly string[] = tap.options.map(({ shape }) => shape.verb.value);

export type Tap = z.infer<typeof tap>;
/** A tap on the card of a draft. */
export type DraftTap = Extract<Tap, { draft: string }>;

const carried = new Set(['verb', 'draft', 'revision', 'step', 'choice', 'line', 'submission']);
const typed = z.record(id, z.string().max(mostTyped)).refine((all) => Object.keys(all).length <= mostInputs);

/** The verbs of cards with inputs; what else comes along with the others is nobody's. */
const withInputs = new Set(['intake.answer', 'intake.back', 'intake.stop', 'intake.skip']);

/** @returns `undefined` when it is not what a card of ours sends */
export function readTap(verb: string, data: Record<string, unknown>): Tap | undefined {
  if (!withInputs.has(verb)) return tap.safeParse({ ...data, verb }).data;
  const inputs = typed.safeParse(typedIn(data));
  return inputs.success ? tap.safeParse({ ...data, verb, inputs: inputs.data }).data : undefined;
}

function typedIn(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([name]) => !carried.has(name)));
}

/** What stands in the inputs of the card that was tapped; nothing where the card has none. */
export function typedOn(tapped: DraftTap): Inputs {
  return 'inputs' in tapped ? tapped.inputs : {};
}
