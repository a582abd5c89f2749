import type { EditionRole } from '../../domain/edition/edition-role.ts';
import type { Edition, Round } from '../../domain/edition/edition.ts';
import { currentRound } from '../../domain/edition/edition.ts';
import type { PersonKey } from '../../domain/person.ts';
import { currentEdition, roleIn } from '../edition-context.ts';
import { RefusedError } from '../refusal.ts';
import type { World } from '../world.ts';

/** The edition and round that run now, and this person's place in it. */
export interface RoundNow {
  edition: Edition;
  round: Round;
  role?: EditionRole;
}

/** @throws RefusedError `no-edition` */
export async function roundNow(world: World, person: PersonKey): Promise<RoundNow> {
  const edition = await currentEdition(world.store);
  const round = currentRound(edition, world.now());
  if (round === undefined) throw new RefusedError('no-edition');
  return { edition, round, role: await roleIn(world, edition.id, person) };
}
