import { mayManagePeople } from '../../domain/access.ts';
import type { EditionRole } from '../../domain/edition/edition-role.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { Operation } from '../../store/port.ts';
import { editionPartition, editionRoles, rolePrefix } from '../../store/documents/edition-documents.ts';
import type { Stored } from '../../store/collection.ts';
import type { AuditEnd, Deed } from '../log/audit-trail.ts';
import { auditSeveral, readAuditEnd } from '../log/audit-trail.ts';
import { isSamePlace } from './change-place.ts';
import { roleIn } from '../edition-context.ts';
import { placeAsLogged } from './people-log.ts';
import { RefusedError } from '../refusal.ts';
import type { World } from '../world.ts';

/** So many people go in one commit: a document and an entry of the log each, and what counts them. */
export const peopleAtOnce = 40;

/** What one commit does to several people of an edition, and what it writes in the log of it. */
export class PeopleChunk {
  readonly #world: World;
  readonly #by: PersonKey;
  readonly #partition: string;
  readonly #end: AuditEnd;
  readonly #places = new Map<string, { stored: Stored<EditionRole> | undefined; after: EditionRole }>();
  readonly #operations: Operation[] = [];
  readonly #deeds: Deed[] = [];

  private constructor(world: World, by: PersonKey, partition: string, end: AuditEnd) {
    this.#world = world;
    this.#by = by;
    this.#partition = partition;
    this.#end = end;
  }

  /** @throws RefusedError `not-organiser` */
  static async begin(world: World, by: PersonKey, editionId: string): Promise<PeopleChunk> {
    const partition = editionPartition(editionId);
    const end = await readAuditEnd(world.store, partition);
    if (!mayManagePeople(await roleIn(world, editionId, by))) throw new RefusedError('not-organiser');
    return new PeopleChunk(world, by, partition, end);
  }

  /** Somebody's place as it is after what this chunk did so far. */
  async place(id: string): Promise<EditionRole | undefined> {
    const before = this.#places.get(id);
    if (before !== undefined) return before.after;
    return (await editionRoles.read(this.#world.store, this.#partition, rolePrefix + id))?.value;
  }

  /** @returns whether that is something else than it was */
  async give(after: EditionRole): Promise<boolean> {
    const id = personId(after);
    const stored =
      this.#places.get(id)?.stored ??
      (await editionRoles.read(this.#world.store, this.#partition, rolePrefix + id));
    const before = this.#places.get(id)?.after ?? stored?.value;
    if (before !== undefined && isSamePlace(before, after)) return false;
    const revision = (stored?.value.revision ?? 0) + 1;
    this.#places.set(id, { stored, after: { ...after, revision } });
    return true;
  }

  write(operation: Operation, deed?: Pick<Deed, 'act' | 'subject' | 'before' | 'after'>): void {
    this.#operations.push(operation);
    if (deed !== undefined) this.#deeds.push({ ...this.#common(), ...deed });
  }

  /** @throws PreconditionFailedError when somebody else was first */
  async commit(): Promise<void> {
    const given = [...this.#places].map(([id, { stored, after }]) => ({
      operation: editionRoles.write(rolePrefix + id, after, stored),
      deed: {
        ...{ ...this.#common(), act: 'give-role' as const, subject: rolePrefix + id },
        ...(stored && { before: placeAsLogged(stored.value) }),
        after: placeAsLogged(after),
      },
    }));
    const deeds = [...this.#deeds, ...given.map(({ deed }) => deed)];
    const operations = [
      ...this.#operations,
      ...given.map(({ operation }) => operation),
      ...auditSeveral(deeds, this.#end),
    ];
    if (operations.length > 0) await this.#world.store.commit(this.#partition, operations);
  }

  #common() {
    return { at: this.#world.now(), by: personId(this.#by) };
  }
}
