import { isJudge } from '../../domain/edition/edition-role.ts';
import type { RoleWish } from '../../domain/edition/change-roles.ts';
import { placeWith, withRole } from '../../domain/edition/change-roles.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import { editionPartition } from '../../store/documents/edition-documents.ts';
import { placeOf } from './change-place.ts';
import { PeopleChunk, peopleAtOnce } from './people-chunks.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { World } from '../world.ts';

/** Somebody in a channel. */
export interface Member extends PersonKey {
  name: string;
  mail?: string;
  teamsUserId: string;
}

export interface MembersOutcome {
  given: number;
  /** Had the role already. */
  already: number;
  /** Judge in another role, organise or chair: they stay what they are. */
  others: number;
}

/**
 * Gives a role in which one judges to everybody of a channel who does not judge yet. Organisers and chairs don't become
 * judges by it: a judge sees less than they do.
 * @throws RefusedError `not-organiser`
 */
export async function giveRoleToMembers(
  world: World,
  by: PersonKey,
  { editionId, members, wish }: { editionId: string; members: readonly Member[]; wish: RoleWish },
): Promise<MembersOutcome> {
  const outcome: MembersOutcome = { given: 0, already: 0, others: 0 };
  const once = [...new Map(members.map((member) => [personId(member), member])).values()];
  for (let from = 0; from < once.length || from === 0; from += peopleAtOnce) {
    const part = once.slice(from, from + peopleAtOnce);
    const kinds = await retryWhenChanged(editionPartition(editionId), async () => {
      const chunk = await PeopleChunk.begin(world, by, editionId);
      const found: (keyof MembersOutcome)[] = [];
      for (const member of part) found.push(await giveOne(world, member, wish, chunk));
      await chunk.commit();
      return found;
    });
    for (const kind of kinds) outcome[kind] += 1;
  }
  return outcome;
}

async function giveOne(
  world: World,
  member: Member,
  wish: RoleWish,
  chunk: PeopleChunk,
): Promise<keyof MembersOutcome> {
  const id = personId(member);
  const kept = await chunk.place(id);
  if (kept?.roles.includes(wish.role) === true) return 'already';
  const leads = kept?.roles.some((role) => role === 'organiser' || role === 'chair') === true;
  if (leads || isJudge(kept) || world.firstOrganisers.has(id)) return 'others';
  const { name, teamsUserId } = member;
  const place = placeOf(kept, { who: member, name });
  await chunk.give({ ...placeWith(place, withRole(place, wish)), teamsUserId });
  return 'given';
}
