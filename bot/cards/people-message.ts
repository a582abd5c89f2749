import { languageOf } from '../conversation/personal-view.ts';
import type { Destination } from '../domain/outgoing-message.ts';
import { personKeyOf } from '../domain/person.ts';
import { RefusedError } from '../use-cases/refusal.ts';
import { viewPeople } from '../use-cases/people/view-people.ts';
import type { World } from '../use-cases/world.ts';
import type { Card } from './expand-card.ts';
import { expandCard } from './expand-card.ts';
import { peopleListDrawing } from './people-list-drawing.ts';

/** Who is what, for an organiser in their own chat; nothing for who is none (any more). */
export async function peopleMessage(
  world: Pick<World, 'store' | 'firstOrganisers'>,
  destination: Destination,
): Promise<{ card: Card; summary: string } | undefined> {
  if (destination.kind !== 'person') return undefined;
  try {
    const view = await viewPeople(world, personKeyOf(destination.person));
    const language = await languageOf(world, destination.person);
    const { template, values, summary } = peopleListDrawing(view, language);
    return { card: expandCard(template, values), summary };
  } catch (error) {
    if (error instanceof RefusedError) return undefined;
    throw error;
  }
}
