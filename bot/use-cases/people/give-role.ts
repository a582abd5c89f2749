import type { RoleWish } from '../../domain/edition/change-roles.ts';
import { placeWith, withRole } from '../../domain/edition/change-roles.ts';
import type { PersonKey } from '../../domain/person.ts';
import type { PlaceCommand, PlaceOutcome } from './change-place.ts';
import { changePlace } from './change-place.ts';
import type { World } from '../world.ts';

/**
 * Gives somebody a role in an edition; who has it already, has it from now on where the wish says.
 * @throws RefusedError `not-organiser`
 */
export function giveRole(
  world: World,
  by: PersonKey,
  command: PlaceCommand & { wish: RoleWish },
): Promise<PlaceOutcome> {
  return changePlace(world, by, command, 'give-role', (place) =>
    placeWith(place, withRole(place, command.wish)),
  );
}
