import type { Person } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import { editionPartition, editionRoles, rolePrefix } from '../../store/documents/edition-documents.ts';
import type { World } from '../world.ts';
import { findCurrentEdition } from '../edition-context.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';

/** Keeps how Teams calls somebody who has a place in the edition: a card's refresh list wants it. */
export async function rememberTeamsUser(world: World, person: Person): Promise<void> {
  const edition = await findCurrentEdition(world.store);
  if (edition === undefined || person.teamsUserId === undefined) return;
  const partition = editionPartition(edition.id);
  const id = rolePrefix + personId(person);
  const { teamsUserId } = person;
  await retryWhenChanged(partition, async () => {
    const role = await editionRoles.read(world.store, partition, id);
    if (role === undefined || role.value.teamsUserId === teamsUserId) return;
    await world.store.commit(partition, [
      editionRoles.replace(id, { ...role.value, teamsUserId }, role.etag),
    ]);
  });
}
