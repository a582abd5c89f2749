import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import {
  editionPartition,
  postsAskedAnew,
  postsAskedAnewId,
} from '../../store/documents/edition-documents.ts';
import { auditOperations } from '../log/audit-trail.ts';
import { editionToOrganise } from './bind-channel.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { World } from '../world.ts';

/**
 * Has every post of a submission that no longer stands in its channel placed there again; who follows the feed does
 * that. The same deed again has no second effect.
 * @param key of the deed
 * @throws RefusedError `not-organiser`, `no-edition`
 */
export async function askPostsAnew(world: World, person: PersonKey, key: string): Promise<void> {
  const { store } = world;
  const edition = await editionToOrganise(world, person);
  const partition = editionPartition(edition.id);
  await retryWhenChanged(partition, async () => {
    const before = await postsAskedAnew.read(store, partition, postsAskedAnewId);
    if (before?.value.key === key) return;
    const [at, by] = [world.now(), personId(person)];
    const asked = { turn: (before?.value.turn ?? 0) + 1, by, at, key };
    await store.commit(partition, [
      postsAskedAnew.write(postsAskedAnewId, asked, before),
      ...(await auditOperations(store, partition, {
        ...{ at, by, act: 'place-posts-anew', subject: postsAskedAnewId },
        after: { turn: asked.turn },
      })),
    ]);
  });
}
