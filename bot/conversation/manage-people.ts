import { mayManagePeople } from '../domain/access.ts';
import { findCurrentEdition, roleIn } from '../use-cases/edition-context.ts';
import type { World } from '../use-cases/world.ts';
import { notice } from './notices.ts';
import type { Plugged } from './plugged.ts';

/** An organiser asks who is what; others are told how they reach one. */
export function managePeople(world: World): NonNullable<Plugged['requests']> {
  return {
    people: async (turn) => {
      const edition = await findCurrentEdition(world.store);
      const role = edition && (await roleIn(world, edition.id, turn.person));
      if (edition === undefined) turn.post(notice('notice.no-edition'));
      else if (mayManagePeople(role)) turn.post({ kind: 'people-list' });
      else turn.post(notice('people.not-organiser'));
      return {};
    },
  };
}
