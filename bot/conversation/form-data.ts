import { z } from 'zod';
import { asSent } from './form-fingerprint.ts';
import type { Inputs } from './steps/step.ts';

/** Values by step, then by field. */
type ByField = Record<string, Inputs>;

/** What the form's card sends; the client may have changed it. */
export interface FilledForm {
  draft: string;
  /** When what was stored had last been changed, as the form was drawn. */
  seen: string;
  /** `save` is done with it, `later` goes on another time, as far as it is. */
  wish: 'save' | 'later';
  /** What stands in each field. */
  typed: ByField;
  /** What stood in each field when it was drawn, as fingerprints: the questions that were in the form. */
  drawn: ByField;
}

/** What the card in the chat sends to open the form. */
export interface FormOpening {
  draft: string;
  step: string;
  /** What stands in the inputs of that card. */
  typed: Inputs;
}

const mostTyped = 100_000;
const mostFields = 100;
const id = z.string().regex(/^[\w-]{1,64}$/);
const field = z.string().regex(/^[\w-]{1,64}\.[\w-]{1,80}$/);
const drawn = z.string().regex(/^([\w-]{1,64}\.[\w-]{1,80}=[a-z0-9]{1,14}( |$)){0,100}$/);

const opening = z.object({ draft: id, step: id });
const filled = z.object({ draft: id, drawn, seen: z.string().max(40) });
const typedInChat = z.record(id, z.string().max(mostTyped)).refine((all) => sizeOf(all) <= mostFields);
const typedInForm = z.record(field, z.string().max(mostTyped)).refine((all) => sizeOf(all) <= mostFields);
const carried = new Set(['verb', 'draft', 'revision', 'step', 'drawn', 'seen']);

/** @returns `undefined` when it is not what a card of ours sends */
export function readOpening(data: Record<string, unknown>): FormOpening | undefined {
  const parsed = opening.safeParse(data);
  const typed = typedInChat.safeParse(textsIn(data));
  return parsed.success && typed.success ? { ...parsed.data, typed: typed.data } : undefined;
}

/** @returns `undefined` when it is not what our form sends */
export function readFilledForm(verb: string, data: Record<string, unknown>): FilledForm | undefined {
  const parsed = filled.safeParse(data);
  const typed = typedInForm.safeParse(textsIn(data));
  if (!parsed.success || !typed.success) return undefined;
  const pairs = parsed.data.drawn.split(' ').filter((pair) => pair !== '');
  return {
    draft: parsed.data.draft,
    seen: parsed.data.seen,
    wish: verb === formVerbs.later ? 'later' : 'save',
    typed: byField(Object.entries(typed.data).map(([name, value]) => [name, asSent(value)])),
    drawn: byField(pairs.map((pair) => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? ''])),
  };
}

/** The verbs of the form: from the card in the chat, and inside the dialog. */
export const formVerbs = { open: 'form.open', save: 'form.save', later: 'form.later' } as const;

function textsIn(data: Record<string, unknown>): Record<string, unknown> {
  // @NOTE Teams adds `msteams`, which is an object
  return Object.fromEntries(
    Object.entries(data).filter(([name, value]) => !carried.has(name) && typeof value === 'string'),
  );
}

function byField(pairs: readonly (readonly [name: string, value: string])[]): ByField {
  const all: ByField = {};
  for (const [name, value] of pairs) {
    const [step = '', id = ''] = name.split('.');
    all[step] = { ...all[step], [id]: value };
  }
  return all;
}

function sizeOf(all: object): number {
  return Object.keys(all).length;
}
