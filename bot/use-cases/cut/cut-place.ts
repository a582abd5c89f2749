import { maySeeCut } from '../../domain/access.ts';
import type { EditionRole } from '../../domain/edition/edition-role.ts';
import type { Edition, Round, RoundId } from '../../domain/edition/edition.ts';
import { categoryOf, roundOf } from '../../domain/edition/edition.ts';
import type { CutStatus, RoundCut } from '../../domain/judging/round-cut.ts';
import { cutStatus, firstCut } from '../../domain/judging/round-cut.ts';
import type { RoundClosing } from '../../domain/judging/round-turn.ts';
import type { PersonKey } from '../../domain/person.ts';
import type { RankingInput } from '../../domain/ranking/ranking-input.ts';
import type { RankingResult } from '../../domain/ranking/ranking-result.ts';
import type { Stored } from '../../store/collection.ts';
import { cutId, roundCuts } from '../../store/documents/cut-documents.ts';
import { editionPartition } from '../../store/documents/edition-documents.ts';
import { closingId, roundClosings } from '../../store/documents/judging-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import type { AuditEnd } from '../log/audit-trail.ts';
import { readAuditEnd } from '../log/audit-trail.ts';
import { readEdition, roleIn } from '../edition-context.ts';
import { RefusedError } from '../refusal.ts';
import type { World } from '../world.ts';

/** Ranks a round where that keeps nobody waiting. */
export type RankElsewhere = (input: RankingInput) => Promise<RankingResult>;

/** Which cut. */
export interface CutPlace {
  editionId: string;
  roundId: RoundId;
  categoryId: string;
}

/** All that decides what somebody may do with a cut now. */
export interface LoadedCut {
  edition: Edition;
  round: Round;
  role: EditionRole | undefined;
  /** Set once every sheet of the round is frozen for the closing it has now. */
  closing?: RoundClosing;
  cut: RoundCut;
  stored: Stored<RoundCut> | undefined;
  status: CutStatus;
  /** Read before all the rest, so that a commit on it fails when anything was done since. */
  end: AuditEnd;
}

/** @throws RefusedError `not-found`, also for who may not see it */
export async function loadCut(world: World, person: PersonKey, place: CutPlace): Promise<LoadedCut> {
  const { store } = world;
  const { editionId, roundId, categoryId } = place;
  const partition = editionPartition(editionId);
  const end = await readAuditEnd(store, partition);
  const edition = await readEdition(store, editionId);
  const round = edition && roundOf(edition, roundId);
  if (edition === undefined || round === undefined || categoryOf(edition, categoryId) === undefined)
    throw new RefusedError('not-found');
  const [role, closing, stored] = await Promise.all([
    roleIn(world, editionId, person),
    readClosing(store, edition, round),
    roundCuts.read(store, partition, cutId(roundId, categoryId)),
  ]);
  if (!maySeeCut(role, categoryId, closing !== undefined)) throw new RefusedError('not-found');
  return {
    ...{ edition, round, role, closing, stored, end },
    cut: stored?.value ?? firstCut(round, categoryId, world.now()),
    status: cutStatus(stored?.value, round),
  };
}

/** What a round closed with, for the closing it has now. */
export async function readClosing(
  store: DocumentStore,
  { id }: Pick<Edition, 'id'>,
  round: Pick<Round, 'id' | 'closesAt'>,
): Promise<RoundClosing | undefined> {
  const closing = await roundClosings.read(store, editionPartition(id), closingId(round.id, round.closesAt));
  return closing?.value;
}
