import { languageOf } from '../conversation/personal-view.ts';
import type { Destination, MessageContent } from '../domain/outgoing-message.ts';
import type { NominationView } from '../use-cases/submitting/view-nomination.ts';
import { viewNomination } from '../use-cases/submitting/view-nomination.ts';
import type { World } from '../use-cases/world.ts';
import type { Drawing } from './drawing.ts';
import type { Card } from './expand-card.ts';
import { expandCard } from './expand-card.ts';
import { nominationInvitationDrawing, nominationPostDrawing } from './nomination-cards.ts';
import type { TabLink } from './tab-link.ts';

type NominationContent = Extract<MessageContent, { kind: `nomination-${string}` }>;

/** A message about a nomination. `undefined`: it is none any more. */
export async function nominationMessage(
  world: Pick<World, 'store'>,
  { kind, submissionId }: NominationContent,
  destination: Destination,
  link: TabLink,
): Promise<{ card: Card; summary: string } | undefined> {
  const view = await viewNomination(world.store, submissionId);
  if (view === undefined) return undefined;
  const drawing = await draw(world, kind, view, destination, link);
  return { card: expandCard(drawing.template, drawing.values), summary: drawing.summary };
}

async function draw(
  world: Pick<World, 'store'>,
  kind: NominationContent['kind'],
  view: NominationView,
  destination: Destination,
  link: TabLink,
): Promise<Drawing> {
  if (kind === 'nomination-post' || destination.kind !== 'person') return nominationPostDrawing(view, link);
  return nominationInvitationDrawing(view, await languageOf(world, destination.person));
}
