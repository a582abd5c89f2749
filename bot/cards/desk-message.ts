import type { Destination } from '../domain/outgoing-message.ts';
import { viewDeskFor } from '../use-cases/overview/view-desk.ts';
import type { World } from '../use-cases/world.ts';
import { deskDrawing } from './desk-drawing.ts';
import type { Card } from './expand-card.ts';
import { expandCard } from './expand-card.ts';

/** The desk, in the chat of an organiser. `undefined`: it is not for them (any more). */
export async function deskMessage(
  world: World,
  destination: Destination,
): Promise<{ card: Card; summary: string } | undefined> {
  const desk = destination.kind === 'person' ? await viewDeskFor(world, destination.person) : undefined;
  if (desk === undefined) return undefined;
  const { template, values, summary } = deskDrawing(desk.view, desk.language);
  return { card: expandCard(template, values), summary };
}
