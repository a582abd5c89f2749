import { mayManagePeople } from '../../domain/access.ts';
import type { Act } from '../../domain/audit-entry.ts';
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { EditionRole } from '../../domain/edition/edition-role.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import { editionPartition, editionRoles, rolePrefix } from '../../store/documents/edition-documents.ts';
import { auditSeveral, readAuditEnd } from '../log/audit-trail.ts';
import { roleIn } from '../edition-context.ts';
import { placeAsLogged } from './people-log.ts';
import { RefusedError } from '../refusal.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { World } from '../world.ts';

/** Whose place in which edition. */
export interface PlaceCommand {
  editionId: string;
  who: PersonKey;
  /** What they are called, for who had no place yet. */
  name?: string;
  /** The revision that was looked at; without it the change holds whatever is there. */
  basedOn?: number;
}

export interface PlaceOutcome {
  /** `unchanged`: it was so already. `changed-elsewhere`: somebody else changed it since it was looked at. */
  kind: 'changed' | 'unchanged' | 'changed-elsewhere';
  place: EditionRole;
}

/** What becomes of a place; it may ask the store for more, and is asked again when somebody else was first. */
export type PlaceChange = (place: EditionRole) => EditionRole | Promise<EditionRole>;

/**
 * Changes somebody's place in an edition, and writes that in its log; the same again changes nothing.
 * @throws RefusedError `not-organiser`, and what the change throws
 */
export async function changePlace(
  world: World,
  by: PersonKey,
  command: PlaceCommand,
  act: Act,
  change: PlaceChange,
): Promise<PlaceOutcome> {
  const { editionId, who, basedOn } = command;
  const partition = editionPartition(editionId);
  const id = rolePrefix + personId(who);
  return retryWhenChanged(partition, async () => {
    const end = await readAuditEnd(world.store, partition);
    if (!mayManagePeople(await roleIn(world, editionId, by))) throw new RefusedError('not-organiser');
    const stored = await editionRoles.read(world.store, partition, id);
    const before = placeOf(stored?.value, command);
    const place = await change(before);
    if (isSamePlace(before, place)) return { kind: 'unchanged', place: before };
    if (basedOn !== undefined && basedOn !== (before.revision ?? 0))
      return { kind: 'changed-elsewhere', place: before };
    const after = { ...place, revision: (before.revision ?? 0) + 1 };
    const deed = {
      ...{ at: world.now(), by: personId(by), act, subject: id, after: placeAsLogged(after) },
      ...(stored && { before: placeAsLogged(stored.value) }),
    };
    await world.store.commit(partition, [
      editionRoles.write(id, after, stored),
      ...auditSeveral([deed], end),
    ]);
    return { kind: 'changed', place: after };
  });
}

/** That of who has none: nothing. */
export function placeOf(
  stored: EditionRole | undefined,
  { who, name = '' }: { who: PersonKey; name?: string },
): EditionRole {
  const { tenantId, objectId } = who;
  const kept = stored ?? { tenantId, objectId, name, roles: [] };
  return kept.name === '' ? { ...kept, name } : kept;
}

/** Whether two places give the same roles, in the same places, to who works for the same. */
export function isSamePlace(one: EditionRole, other: EditionRole): boolean {
  return canonicalJson(decided(one)) === canonicalJson(decided(other));
}

function decided({ roles, limits, organisation }: EditionRole) {
  return { roles, limits, organisation };
}
