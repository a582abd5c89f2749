import { mayEndOrganising } from '../../domain/access.ts';
import { placeWith, withoutRoles, withRolesOf } from '../../domain/edition/change-roles.ts';
import type { EditionRole, Role } from '../../domain/edition/edition-role.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { PlaceCommand, PlaceOutcome } from './change-place.ts';
import { changePlace } from './change-place.ts';
import { rolesOf } from '../edition-context.ts';
import { RefusedError } from '../refusal.ts';
import type { World } from '../world.ts';

/**
 * Takes roles away from somebody. What they did stays; what they had is kept, to be given back.
 * @throws RefusedError `not-organiser`; `last-organiser` when nobody would organise the edition any more
 */
export function takeRoles(
  world: World,
  by: PersonKey,
  command: PlaceCommand & { roles: readonly Role[] },
): Promise<PlaceOutcome> {
  const { editionId, roles } = command;
  return changePlace(world, by, command, 'take-role', async (place) => {
    const after = withoutRoles(place, roles);
    if (place.roles.includes('organiser') && !after.roles.includes('organiser'))
      await refuseLast(world, editionId, place);
    return { ...placeWith(place, after), formerly: withRolesOf({ roles: [] }, place) };
  });
}

/**
 * Gives back what was last taken away, unless something else was given since.
 * @throws RefusedError `not-organiser`
 */
export function giveRolesBack(world: World, by: PersonKey, command: PlaceCommand): Promise<PlaceOutcome> {
  return changePlace(world, by, command, 'give-role', (place) =>
    place.formerly === undefined ? place : placeWith(place, withRolesOf(place, place.formerly)),
  );
}

async function refuseLast(world: World, editionId: string, place: EditionRole): Promise<void> {
  const places = await rolesOf(world.store, editionId);
  if (!mayEndOrganising(personId(place), places, world.firstOrganisers.size > 0))
    throw new RefusedError('last-organiser');
}
