import { withMomentsOf } from '../../domain/edition/draft-of-edition.ts';
import type { Caution } from '../../domain/edition/edition-cautions.ts';
import { cautionsOf } from '../../domain/edition/edition-cautions.ts';
import type { EditionChange } from '../../domain/edition/edition-changes.ts';
import { changesOf } from '../../domain/edition/edition-changes.ts';
import { readDraft } from '../../domain/edition/edition-draft.ts';
import type { EditionFault } from '../../domain/edition/edition-fault.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import type { ChangeRefusal } from '../../domain/edition/refuse-changes.ts';
import { refuseChanges } from '../../domain/edition/refuse-changes.ts';
import type { RoundTurns } from '../../domain/judging/round-turn.ts';
import type { PersonKey } from '../../domain/person.ts';
import { formerEditionId, formerEditions } from '../../store/documents/edition-draft-documents.ts';
import { editionPartition } from '../../store/documents/edition-documents.ts';
import { roundTurnDocuments, roundTurnsId } from '../../store/documents/judging-documents.ts';
import { hashOf } from '../rounds/close-round-hash.ts';
import { loadWritten } from './edition-draft.ts';
import type { WrittenEdition } from './edition-draft.ts';
import { findCurrentEdition } from '../edition-context.ts';
import type { World } from '../world.ts';

/** What would become of an edition if its draft were put live. */
export interface EditionPlan {
  written: WrittenEdition;
  /** Of the edition as it is kept; absent while it was never put live. */
  hash?: string;
  faults: EditionFault[];
  warnings: EditionFault[];
  /** What it would be; absent while there are faults. */
  edition?: Edition;
  difference: Difference;
  /** What undoing the last time would do; absent when there is nothing to put back. */
  undo?: { edition: Edition; hash: string; difference: Difference };
  /** The edition that runs now. */
  running?: Edition;
  turns: RoundTurns;
}

/** From one edition to another: what is different, what that does to people, and why it can't be. */
export interface Difference {
  changes: EditionChange[];
  cautions: Caution[];
  refusals: ChangeRefusal[];
}

/** @throws RefusedError `not-organiser`, `not-found` */
export async function viewEditionPlan(
  world: World,
  person: PersonKey,
  editionId: string,
): Promise<EditionPlan> {
  const written = await loadWritten(world, person, editionId);
  const partition = editionPartition(editionId);
  const [former, turned, running] = await Promise.all([
    formerEditions.read(world.store, partition, formerEditionId),
    roundTurnDocuments.read(world.store, partition, roundTurnsId),
    findCurrentEdition(world.store),
  ]);
  const kept = written.kept?.value;
  const turns = turned?.value ?? { turns: {} };
  const { faults, edition, warnings } = readWritten(written);
  const differ = (after: Edition | undefined) => differenceOf(world, { before: kept, after, turns });
  return {
    ...{ written, faults, warnings, turns, difference: differ(edition) },
    ...(kept && { hash: hashOf(kept) }),
    ...(edition && { edition }),
    ...(running && { running }),
    ...(former && {
      undo: { edition: former.value, hash: hashOf(former.value), difference: differ(former.value) },
    }),
  };
}

/** What is written, read as an edition: to the second as it is kept where nothing else is written. */
export function readWritten({ editionId, parts, kept }: WrittenEdition): {
  edition?: Edition;
  faults: EditionFault[];
  warnings: EditionFault[];
} {
  const reading = readDraft(editionId, parts);
  const { warnings } = reading;
  if (!('edition' in reading)) return { faults: reading.faults, warnings };
  const { edition } = reading;
  return { edition: kept === undefined ? edition : withMomentsOf(edition, kept.value), faults: [], warnings };
}

/** For showing: what may be is decided by the store itself when it is put. */
function differenceOf(
  world: World,
  { before, after, turns }: { before?: Edition; after?: Edition; turns: RoundTurns },
): Difference {
  if (before === undefined || after === undefined) return { changes: [], cautions: [], refusals: [] };
  const use = world.readModel.editionUse(before.id);
  return {
    changes: changesOf(before, after),
    cautions: cautionsOf(before, after, { use, turns, now: world.now() }),
    refusals: refuseChanges(before, after, use, world.now()),
  };
}
