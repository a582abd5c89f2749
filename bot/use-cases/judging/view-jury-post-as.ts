import { maySeeProgress } from '../../domain/access.ts';
import type { RoundId } from '../../domain/edition/edition.ts';
import type { PersonKey } from '../../domain/person.ts';
import { roleIn } from '../edition-context.ts';
import { RefusedError } from '../refusal.ts';
import type { JuryPostView } from './view-jury-post.ts';
import { viewJuryPost } from './view-jury-post.ts';
import type { World } from '../world.ts';

/**
 * The post in the jury channel for somebody who asks for it themselves: the same as everybody sees, and only for who
 * has a place in the jury or leads the edition.
 * @throws RefusedError `not-found`, also when it is there but not for this person
 */
export async function viewJuryPostAs(
  world: World,
  person: PersonKey,
  submissionId: string,
  roundId: RoundId,
): Promise<JuryPostView> {
  const view = await viewJuryPost(world, submissionId, roundId);
  if (view === undefined) throw new RefusedError('not-found');
  const role = await roleIn(world, view.edition.id, person);
  if (!maySeeProgress(role)) throw new RefusedError('not-found');
  return view;
}
