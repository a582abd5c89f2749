import type { EditionFault } from '../../domain/edition/edition-fault.ts';
import type { EditionUse } from '../../domain/edition/refuse-changes.ts';
import type { Instant } from '../../domain/instant.ts';
import type { RoundTurns } from '../../domain/judging/round-turn.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import {
  currentEditionId,
  currentEditions,
  editionPartition,
  editionRoles,
  programmePartition,
  rolePrefix,
} from '../../store/documents/edition-documents.ts';
import { roundTurnDocuments, roundTurnsId } from '../../store/documents/judging-documents.ts';
import type { WrittenEdition } from './edition-draft.ts';
import { loadWritten } from './edition-draft.ts';
import { readWritten } from './edition-plan.ts';
import type { World } from '../world.ts';

/** What an organiser writes at, with what is the matter with it. */
export interface WrittenView {
  written: WrittenEdition;
  faults: EditionFault[];
  warnings: EditionFault[];
  use: EditionUse;
  turns: RoundTurns;
  isRunning: boolean;
  /** Who saved it last, when that was somebody else. */
  lastBy?: { name: string; at: Instant };
}

/** @throws RefusedError `not-organiser`, `not-found` */
export async function viewEditionDraft(
  world: World,
  person: PersonKey,
  editionId: string,
): Promise<WrittenView> {
  return viewWritten(world, await loadWritten(world, person, editionId), person);
}

/** What they just saved, as they would see it. */
export async function viewWritten(
  world: World,
  written: WrittenEdition,
  asker: PersonKey,
): Promise<WrittenView> {
  const { editionId } = written;
  const partition = editionPartition(editionId);
  const [turned, current, lastBy] = await Promise.all([
    roundTurnDocuments.read(world.store, partition, roundTurnsId),
    currentEditions.read(world.store, programmePartition, currentEditionId),
    lastSaved(world, written, asker),
  ]);
  const { faults, warnings } = readWritten(written);
  return {
    ...{ written, faults, warnings, use: world.readModel.editionUse(editionId) },
    turns: turned?.value ?? { turns: {} },
    isRunning: current?.value.editionId === editionId,
    ...(lastBy && { lastBy }),
  };
}

async function lastSaved(
  { store }: World,
  { editionId, draft }: WrittenEdition,
  asker: PersonKey,
): Promise<WrittenView['lastBy']> {
  if (draft?.value.status !== 'open' || draft.value.by === personId(asker)) return undefined;
  const { by, at } = draft.value;
  const place = await editionRoles.read(store, editionPartition(editionId), rolePrefix + by);
  return { name: place?.value.name ?? '', at };
}
