import type { EditionParts } from '../../../../bot/http/contract/edition.ts';

export type Step = EditionParts['intake']['steps'][number];

/** The questions that the app knows by itself, in the order in which it would ask them. */
export const knownAsks = [
  'whose',
  'participant',
  'partners',
  'title',
  'description',
  'similar',
  'category',
  'finished',
  'proof',
  'conditions',
  'contact',
  'contact-there',
  'consent',
] as const satisfies readonly Step['ask'][];

export type KnownAsk = (typeof knownAsks)[number];

/** Without these a submission is not one; the server has the last word. */
export const neededAsks: readonly KnownAsk[] = ['participant', 'title', 'description', 'finished', 'contact'];

const skippable: readonly Step['ask'][] = ['partners', 'proof', 'contact-there', 'line', 'lines', 'choice'];

export function isKnownAsk(ask: Step['ask']): ask is KnownAsk {
  return knownAsks.some((known) => known === ask);
}

export function isOwn({ ask }: Step): boolean {
  return !isKnownAsk(ask);
}

/** Where it makes sense to let people skip it. */
export function mayBeSkipped(ask: Step['ask']): boolean {
  return skippable.includes(ask);
}
