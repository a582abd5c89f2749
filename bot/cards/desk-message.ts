import type { Destination } from '../domain/outgoing-message.ts';
import { people, personDocumentId, personPartition } from '../store/documents/person-documents.ts';
import { RefusedError } from '../use-cases/refusal.ts';
import { viewDesk } from '../use-cases/view-desk.ts';
import type { World } from '../use-cases/world.ts';
import { deskDrawing } from './desk-drawing.ts';
import type { Card } from './expand-card.ts';
import { expandCard } from './expand-card.ts';

/** The desk, in the chat of an organiser. `undefined`: it is not for them (any more). */
export async function deskMessage(
  world: World,
  destination: Destination,
): Promise<{ card: Card; summary: string } | undefined> {
  if (destination.kind !== 'person') return undefined;
  const person = await people.read(world.store, personPartition(destination.person), personDocumentId);
  if (person === undefined) return undefined;
  try {
    const view = await viewDesk(world, person.value);
    const { template, values, summary } = deskDrawing(view, person.value.language);
    return { card: expandCard(template, values), summary };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return undefined;
  }
}
