import { mayWriteEdition } from '../../domain/access.ts';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { partsOfEdition } from '../../domain/edition/draft-of-edition.ts';
import type { DraftPart, DraftParts } from '../../domain/edition/edition-draft-schema.ts';
import type { EditionDraft } from '../../domain/edition/edition-draft.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { Stored } from '../../store/collection.ts';
import { editionDraftId, editionDrafts } from '../../store/documents/edition-draft-documents.ts';
import { editionDocumentId, editionPartition, editions } from '../../store/documents/edition-documents.ts';
import { roleIn } from '../edition-context.ts';
import { RefusedError } from '../refusal.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { World } from '../world.ts';

/** An edition as its organisers write it. */
export interface WrittenEdition {
  editionId: string;
  /** What is written: the draft, or the edition as it is kept while nothing of it is changed. */
  parts: DraftParts;
  draft: Stored<EditionDraft> | undefined;
  /** Absent while it was never put live. */
  kept: Stored<Edition> | undefined;
}

/** @throws RefusedError `not-organiser`, `not-found` */
export async function loadWritten(
  world: World,
  person: PersonKey,
  editionId: string,
): Promise<WrittenEdition> {
  if (!mayWriteEdition(await roleIn(world, editionId, person))) throw new RefusedError('not-organiser');
  const partition = editionPartition(editionId);
  const [draft, kept] = await Promise.all([
    editionDrafts.read(world.store, partition, editionDraftId),
    editions.read(world.store, partition, editionDocumentId),
  ]);
  const isWritten = draft !== undefined && (draft.value.status === 'open' || kept === undefined);
  const parts = isWritten ? draft.value.parts : kept && partsOfEdition(kept.value);
  if (parts === undefined) throw new RefusedError('not-found');
  return { editionId, parts, draft, kept };
}

/** A part as somebody has it on their screen. */
export interface SaveCommand {
  editionId: string;
  /** Which part, and what it becomes; a round without a value is no more. */
  change: { [P in DraftPart]: { part: P; value?: DraftParts[P] } }[DraftPart];
  /** The revision of that part that they changed. */
  basedOn: number;
}

/** More than this no edition needs, in characters. */
const mostWritten = 200_000;

/**
 * Keeps a part of a draft. The same again changes nothing; parts don't stand in each other's way.
 * @throws RefusedError `not-organiser`, `not-found`, `malformed`, `changed-meanwhile` when somebody else changed that part
 */
export async function saveEditionPart(
  world: World,
  person: PersonKey,
  { editionId, change, basedOn }: SaveCommand,
): Promise<WrittenEdition> {
  const partition = editionPartition(editionId);
  return retryWhenChanged(partition, async () => {
    const written = await loadWritten(world, person, editionId);
    const { part, value } = change;
    if (canonicalJson(written.parts[part] ?? null) === canonicalJson(value ?? null)) return written;
    const before = written.draft?.value;
    const isGone = written.kept === undefined && before?.status === 'discarded';
    if (isGone || (before?.revisions[part] ?? 0) !== basedOn) throw new RefusedError('changed-meanwhile');
    const after: EditionDraft = {
      ...draftOf(written, world, person),
      status: 'open',
      parts: { ...written.parts, [part]: value },
      revisions: { ...before?.revisions, [part]: basedOn + 1 },
    };
    if (JSON.stringify(after.parts).length > mostWritten) throw new RefusedError('malformed');
    await world.store.commit(partition, [editionDrafts.write(editionDraftId, after, written.draft)]);
    return loadWritten(world, person, editionId);
  });
}

/**
 * Lets a draft go, or takes it up again: what was written stays with it.
 * @throws RefusedError `not-organiser`, `not-found`, `changed-meanwhile`
 */
export async function discardEditionDraft(
  world: World,
  person: PersonKey,
  { editionId, basedOn, isDiscarded }: { editionId: string; basedOn: number; isDiscarded: boolean },
): Promise<WrittenEdition> {
  const partition = editionPartition(editionId);
  const status = isDiscarded ? 'discarded' : 'open';
  return retryWhenChanged(partition, async () => {
    const written = await loadWritten(world, person, editionId);
    const { draft } = written;
    if (draft === undefined || draft.value.status === status) return written;
    if (draft.value.status === 'put' || draft.value.revision !== basedOn)
      throw new RefusedError('changed-meanwhile');
    const after = { ...draftOf(written, world, person), parts: draft.value.parts, status } as const;
    await world.store.commit(partition, [editionDrafts.write(editionDraftId, after, draft)]);
    return loadWritten(world, person, editionId);
  });
}

/** The draft of what is written, one revision on. */
export function draftOf(
  { editionId, parts, draft }: WrittenEdition,
  world: Pick<World, 'now'>,
  person: PersonKey,
): EditionDraft {
  const { revisions = {}, revision = 0, startedBy } = draft?.value ?? {};
  return {
    ...{ editionId, status: 'open', parts, revisions, revision: revision + 1 },
    ...{ by: personId(person), at: world.now() },
    ...(startedBy !== undefined && { startedBy }),
  };
}
