import type { Act } from '../../domain/audit-entry.ts';
import type { RoundCut } from '../../domain/judging/round-cut.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import { cutId, roundCuts } from '../../store/documents/cut-documents.ts';
import { editionPartition } from '../../store/documents/edition-documents.ts';
import { auditOperations } from '../log/audit-trail.ts';
import type { CutPlace, LoadedCut } from './cut-place.ts';
import { loadCut } from './cut-place.ts';
import { RefusedError } from '../refusal.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { World } from '../world.ts';

export interface CutCommand extends CutPlace {
  /** The revision of the cut that was seen; 0 when nobody had changed it. */
  basedOn: number;
  /** What makes the command the same command. */
  key: string;
}

export interface CutDone {
  /**
   * `done`: by this command, now or earlier. `changed`: somebody was first, or what was seen is otherwise now; nothing
   * was written.
   */
  kind: 'done' | 'changed';
  cut: RoundCut;
}

/** A cut as it becomes; the revision, the moment and the key are put in by the commit. */
export interface CutStep {
  act: Act;
  after: Omit<RoundCut, 'revision' | 'updatedAt' | 'keys'>;
}

/** Commands come again within minutes, not after so many others. */
const keysKept = 100;

/** `decide` sees all that is true at the commit; `changed` writes nothing. */
export async function commitCut(
  world: World,
  person: PersonKey,
  { basedOn, key, ...place }: CutCommand,
  decide: (loaded: LoadedCut) => Promise<CutStep | 'changed'>,
): Promise<CutDone> {
  if (key === '' || key.length > 200) throw new RefusedError('malformed');
  const partition = editionPartition(place.editionId);
  return retryWhenChanged(partition, async (): Promise<CutDone> => {
    const loaded = await loadCut(world, person, place);
    const { cut, stored, end } = loaded;
    if (cut.keys.includes(key)) return { kind: 'done', cut };
    if (cut.revision !== basedOn) return { kind: 'changed', cut };
    const step = await decide(loaded);
    if (step === 'changed') return { kind: 'changed', cut };
    const after: RoundCut = {
      ...step.after,
      revision: basedOn + 1,
      updatedAt: world.now(),
      keys: [...cut.keys, key].slice(-keysKept),
    };
    const id = cutId(place.roundId, place.categoryId);
    const deed = { at: after.updatedAt, by: personId(person), act: step.act, subject: id };
    await world.store.commit(partition, [
      roundCuts.write(id, after, stored),
      ...(await auditOperations(world.store, partition, { ...deed, before: stored?.value, after }, end)),
    ]);
    return { kind: 'done', cut: after };
  });
}
