import { mayStartEdition, mayWriteEdition } from '../../domain/access.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import type { EditionDraft } from '../../domain/edition/edition-draft.ts';
import type { PersonKey } from '../../domain/person.ts';
import { editionDraftId, editionDrafts } from '../../store/documents/edition-draft-documents.ts';
import { editionDocumentId, editionPartition, editions } from '../../store/documents/edition-documents.ts';
import { findCurrentEdition, roleIn } from '../edition-context.ts';
import { RefusedError } from '../refusal.ts';
import type { World } from '../world.ts';

/** Every edition there is, for who organises the one that runs. */
export interface EditionsView {
  lines: EditionLine[];
  running?: string;
}

interface EditionLine {
  id: string;
  name: string;
  /** `preparing`: not put live yet, or still to come. */
  state: 'running' | 'preparing' | 'past' | 'discarded';
  /** Absent while it was never put live. */
  edition?: Edition;
  /** Something is written that is not live. */
  hasDraft: boolean;
  /** They organise it. */
  mayOpen: boolean;
}

/** @throws RefusedError `not-organiser` */
export async function viewEditions(world: World, person: PersonKey): Promise<EditionsView> {
  const current = await findCurrentEdition(world.store);
  if (!mayStartEdition(await roleIn(world, current?.id ?? '', person)))
    throw new RefusedError('not-organiser');
  const lines = await Promise.all(
    world.readModel.writtenEditionIds().map((id) => lineOf(world, person, { id, running: current?.id })),
  );
  return { lines: lines.filter((line) => line !== undefined), ...(current && { running: current.id }) };
}

async function lineOf(
  world: World,
  person: PersonKey,
  { id, running }: { id: string; running: string | undefined },
): Promise<EditionLine | undefined> {
  const partition = editionPartition(id);
  const [role, draft, kept] = await Promise.all([
    roleIn(world, id, person),
    editionDrafts.read(world.store, partition, editionDraftId),
    editions.read(world.store, partition, editionDocumentId),
  ]);
  const mayOpen = mayWriteEdition(role);
  const name = nameOf(kept?.value, mayOpen ? draft?.value : undefined);
  if (name === undefined) return undefined;
  return {
    ...{ id, name, mayOpen },
    state: id === running ? 'running' : stateOf(kept?.value, draft?.value, world.now()),
    hasDraft: draft?.value.status === 'open',
    ...(kept && { edition: kept.value }),
  };
}

/** What somebody writes is for who organises it. */
function nameOf(kept: Edition | undefined, draft: EditionDraft | undefined): string | undefined {
  return kept?.name ?? draft?.parts.general.name;
}

function stateOf(
  kept: Edition | undefined,
  draft: EditionDraft | undefined,
  now: string,
): EditionLine['state'] {
  if (kept === undefined) return draft?.status === 'discarded' ? 'discarded' : 'preparing';
  return [kept, ...kept.rounds].every(({ closesAt }) => closesAt <= now) ? 'past' : 'preparing';
}
