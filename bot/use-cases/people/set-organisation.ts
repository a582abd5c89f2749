import type { PersonKey } from '../../domain/person.ts';
import { municipalityOf } from '../../domain/municipality/municipality.ts';
import type { PlaceCommand, PlaceOutcome } from './change-place.ts';
import { changePlace } from './change-place.ts';
import { RefusedError } from '../refusal.ts';
import type { World } from '../world.ts';

/**
 * Says which municipality somebody works for, by its code, or that it is none: it keeps them away from what that
 * municipality handed in. (GD18)
 * @throws RefusedError `not-organiser`, `malformed` for a code that is no municipality's
 */
export async function setOrganisation(
  world: World,
  by: PersonKey,
  command: PlaceCommand & { organisation?: string },
): Promise<PlaceOutcome> {
  const { organisation: code } = command;
  if (code !== undefined && municipalityOf(code) === undefined) throw new RefusedError('malformed');
  return changePlace(world, by, command, 'set-organisation', ({ organisation: _before, ...place }) =>
    code === undefined ? place : { ...place, organisation: code },
  );
}
