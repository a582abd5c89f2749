import { mayStartEdition } from '../../domain/access.ts';
import { copyEdition, editionIdFor, yearsUntilNext } from '../../domain/edition/copy-edition.ts';
import type { EditionRole } from '../../domain/edition/edition-role.ts';
import type { EditionDraft } from '../../domain/edition/edition-draft.ts';
import type { DraftParts } from '../../domain/edition/edition-draft-schema.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import { dayInZone } from '../../domain/day-in-zone.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import { editionDraftId, editionDrafts } from '../../store/documents/edition-draft-documents.ts';
import {
  editionDocumentId,
  editionPartition,
  editionRoles,
  editions,
  rolePrefix,
} from '../../store/documents/edition-documents.ts';
import type { Operation } from '../../store/port.ts';
import type { Deed } from '../log/audit-trail.ts';
import { auditSeveral, readAuditEnd } from '../log/audit-trail.ts';
import { findCurrentEdition, roleIn, rolesOf } from '../edition-context.ts';
import { placeAsLogged } from '../people/people-log.ts';
import { RefusedError } from '../refusal.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { World } from '../world.ts';

/** An edition to begin from that comes with the app, dates of some year and all. */
export interface EditionTemplate {
  id: string;
  edition: Edition;
}

export interface StartCommand {
  /** Of the deed: the same key begins the same edition. */
  key: string;
  name: string;
  numberPrefix: string;
  /** The id of an edition or of a template. */
  from: string;
}

/**
 * Begins a new edition after an earlier one or a template, its dates in a year to come. Those who organise the running
 * edition organise the new one as well; nobody else has a place in it yet.
 * @returns its id
 * @throws RefusedError `not-organiser`, `not-found` when there is nothing to begin from
 */
export async function startEdition(
  world: World,
  person: PersonKey,
  {
    command,
    templates,
    name,
  }: { command: StartCommand; templates: readonly EditionTemplate[]; name: string },
): Promise<string> {
  const current = await findCurrentEdition(world.store);
  if (!mayStartEdition(await roleIn(world, current?.id ?? '', person)))
    throw new RefusedError('not-organiser');
  const organisers = await organisersOf(world, current, { ...person, name });
  const parts = await beginning(world, command, templates);
  const base = editionIdFor(command.name);
  for (let count = 1; ; count += 1) {
    const editionId = count === 1 ? base : `${base}-${String(count)}`;
    const isBegun = await begin(world, person, { editionId, parts, organisers, key: command.key });
    if (isBegun) return editionId;
  }
}

async function organisersOf(
  { store }: World,
  current: Edition | undefined,
  self: PersonKey & { name: string },
): Promise<EditionRole[]> {
  const places = current === undefined ? [] : await rolesOf(store, current.id);
  const own = places.find((place) => personId(place) === personId(self));
  const { tenantId, objectId, name } = self;
  const others = places.filter((place) => place.roles.includes('organiser') && place !== own);
  // @NOTE as many as go in one commit with their lines in the log
  return [own ?? { tenantId, objectId, name, roles: [] }, ...others].slice(0, 40).map(asOrganiser);
}

function asOrganiser({ tenantId, objectId, name, organisation, teamsUserId }: EditionRole): EditionRole {
  return {
    ...{ tenantId, objectId, name, roles: ['organiser'], revision: 1 },
    ...(organisation !== undefined && { organisation }),
    ...(teamsUserId !== undefined && { teamsUserId }),
  };
}

async function beginning(
  world: World,
  { from, name, numberPrefix }: StartCommand,
  templates: readonly EditionTemplate[],
): Promise<DraftParts> {
  const template = templates.find(({ id }) => id === from)?.edition;
  const earlier =
    template ?? (await editions.read(world.store, editionPartition(from), editionDocumentId))?.value;
  if (earlier === undefined) throw new RefusedError('not-found');
  const today = dayInZone(world.now(), earlier.zone);
  const isAhead = template !== undefined && template.opensAt > world.now();
  return copyEdition(earlier, { name, numberPrefix, years: isAhead ? 0 : yearsUntilNext(earlier, today) });
}

interface Begin {
  editionId: string;
  parts: DraftParts;
  organisers: EditionRole[];
  key: string;
}

/** @returns whether it is this one: not when there is another of that id */
async function begin(
  world: World,
  person: PersonKey,
  { editionId, parts, organisers, key }: Begin,
): Promise<boolean> {
  const { store } = world;
  const partition = editionPartition(editionId);
  return retryWhenChanged(partition, async () => {
    const [end, draft, kept] = await Promise.all([
      readAuditEnd(store, partition),
      editionDrafts.read(store, partition, editionDraftId),
      editions.read(store, partition, editionDocumentId),
    ]);
    if (draft !== undefined || kept !== undefined) return draft?.value.startedBy === key;
    const [by, at] = [personId(person), world.now()];
    const value: EditionDraft = {
      ...{ editionId, status: 'open', parts, revisions: {}, revision: 1, by, at, startedBy: key },
    };
    const places = organisers.map((place): { operation: Operation; deed: Deed } => {
      const subject = rolePrefix + personId(place);
      const deed: Deed = { at, by, act: 'give-role', subject, after: placeAsLogged(place) };
      return { operation: editionRoles.create(subject, place), deed };
    });
    await store.commit(partition, [
      editionDrafts.create(editionDraftId, value),
      ...places.map(({ operation }) => operation),
      ...auditSeveral(
        places.map(({ deed }) => deed),
        end,
      ),
    ]);
    return true;
  });
}
