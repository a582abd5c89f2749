import { maySeeLeaderboard, maySeeProgress, maySeeShortlist } from '../domain/access.ts';
import type { Role } from '../domain/edition/edition-role.ts';
import type { Edition, Round } from '../domain/edition/edition.ts';
import { currentRound } from '../domain/edition/edition.ts';
import type { PersonKey } from '../domain/person.ts';
import { findCurrentEdition, roleIn } from './edition-context.ts';
import type { World } from './world.ts';

/** What the tab opens with. */
export interface MeView {
  roles: Role[];
  may: { leaderboard: boolean; shortlist: boolean; progress: boolean };
  edition?: Edition;
  round?: Round;
}

export async function viewMe(world: World, person: PersonKey): Promise<MeView> {
  const edition = await findCurrentEdition(world.store);
  if (edition === undefined)
    return { roles: [], may: { leaderboard: false, shortlist: false, progress: false } };
  const role = await roleIn(world, edition.id, person);
  return {
    roles: role?.roles ?? [],
    may: {
      leaderboard: maySeeLeaderboard(role),
      shortlist: maySeeShortlist(role),
      progress: maySeeProgress(role),
    },
    edition,
    round: currentRound(edition, world.now()),
  };
}
