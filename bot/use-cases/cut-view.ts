import { mayFixCut, mayPrepareCut } from '../domain/access.ts';
import type { CutOutcome } from '../domain/judging/cut-outcome.ts';
import { cutOutcome, withinOf } from '../domain/judging/cut-outcome.ts';
import type { CutStatus, RoundCut } from '../domain/judging/round-cut.ts';
import { afterCutAct } from '../domain/judging/round-cut.ts';
import type { RoundClosing } from '../domain/judging/round-turn.ts';
import type { PersonKey } from '../domain/person.ts';
import { inputHash } from '../domain/ranking/canonical-input.ts';
import type { RankingInput } from '../domain/ranking/ranking-input.ts';
import type { RankingResult } from '../domain/ranking/ranking-result.ts';
import type { Submission } from '../domain/submission/submission.ts';
import { hashOf } from './close-round-hash.ts';
import type { CutPlace, LoadedCut, RankElsewhere } from './cut-place.ts';
import { loadCut } from './cut-place.ts';
import { countedIn, cutInput } from './cut-scores.ts';
import type { World } from './world.ts';

/** A cut with the scores it stands on now. A cut that is fixed stands on the scores that it was fixed on. */
export interface CutView {
  status: CutStatus;
  cut: RoundCut;
  closing?: RoundClosing;
  ranking: RankingResult;
  outcome: CutOutcome;
  submissions: Submission[];
  /** What is fixed is what somebody saw: the command to fix names it. */
  seen: string;
  /** What is otherwise than when it was proposed; absent while it is not proposed. */
  sinceProposed?: { scores: boolean; outcome: boolean };
  may: { prepare: boolean; propose: boolean; fix: boolean };
}

/** A cut, its scores worked out, for who may see it. */
export interface RankedCut {
  input: RankingInput;
  inputHash: string;
  ranking: RankingResult;
  outcome: CutOutcome;
  submissions: Submission[];
  seen: string;
}

/** @throws RefusedError `not-found` */
export async function viewCut(
  world: World,
  person: PersonKey,
  place: CutPlace,
  rank: RankElsewhere,
): Promise<CutView> {
  const loaded = await loadCut(world, person, place);
  return cutView(loaded, await rankCut(world, loaded, rank));
}

export async function rankCut(
  world: Pick<World, 'store'>,
  { edition, round, cut }: Pick<LoadedCut, 'edition' | 'round' | 'cut'>,
  rank: RankElsewhere,
): Promise<RankedCut> {
  const counted = await countedIn(world.store, edition, round, cut.categoryId);
  const input = cutInput(edition, round, cut, counted);
  const [hash, ranking] = await Promise.all([inputHash(input), rank(input)]);
  const outcome = cutOutcome(ranking, cut.decisions);
  return {
    ...{ input, ranking, outcome, inputHash: hash },
    submissions: counted.map(({ submission }) => submission),
    seen: hashOf({ inputHash: hash, within: withinOf(outcome) }),
  };
}

function cutView(loaded: LoadedCut, ranked: RankedCut): CutView {
  const { status, cut, closing, role, round } = loaded;
  const { ranking, outcome, submissions, seen } = ranked;
  const isFrozen = closing !== undefined;
  const mayPrepare = mayPrepareCut(role, cut.categoryId, isFrozen);
  const place = { categoryId: cut.categoryId, roundId: round.id };
  return {
    ...{ status, cut, ranking, outcome, submissions, seen },
    ...(closing && { closing }),
    ...(status === 'proposed' && cut.proposed && { sinceProposed: sinceProposed(cut.proposed, ranked) }),
    may: {
      prepare: mayPrepare && afterCutAct(status, 'decide') !== undefined,
      propose: mayPrepare && afterCutAct(status, 'propose') !== undefined && !outcome.isUndecided,
      fix:
        isFrozen &&
        mayFixCut(role, place) &&
        afterCutAct(status, 'fix') !== undefined &&
        !outcome.isUndecided,
    },
  };
}

function sinceProposed(
  proposed: NonNullable<RoundCut['proposed']>,
  { inputHash: hash, outcome }: RankedCut,
): NonNullable<CutView['sinceProposed']> {
  const before = [...proposed.within].sort();
  const after = withinOf(outcome)
    .map(({ submissionId }) => submissionId)
    .sort();
  return { scores: proposed.inputHash !== hash, outcome: before.join() !== after.join() };
}
