import { mayOrganise } from '../domain/access.ts';
import { findCurrentEdition, roleIn } from '../use-cases/edition-context.ts';
import type { World } from '../use-cases/world.ts';
import { notice } from './notices.ts';
import type { Plugged } from './plugged.ts';

/** An organiser gets the card from which they run the edition; anybody else hears whom it is for. */
export function openDesk(world: World): NonNullable<Plugged['requests']> {
  return {
    desk: async (turn) => {
      const edition = await findCurrentEdition(world.store);
      if (edition === undefined) turn.post(notice('notice.no-edition'));
      else if (mayOrganise(await roleIn(world, edition.id, turn.person))) turn.post({ kind: 'desk' });
      else turn.post(notice('desk.not-organiser'));
      return {};
    },
  };
}
