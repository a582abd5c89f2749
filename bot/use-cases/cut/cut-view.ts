import { mayDecideAbout, mayFixCut, mayPrepareCut } from '../../domain/access.ts';
import type { Edition, Round } from '../../domain/edition/edition.ts';
import type { CutOutcome } from '../../domain/judging/cut-outcome.ts';
import { cutOutcome, withinOf } from '../../domain/judging/cut-outcome.ts';
import type { CutStatus, RoundCut } from '../../domain/judging/round-cut.ts';
import { afterCutAct, isUsableRule } from '../../domain/judging/round-cut.ts';
import type { RoundClosing } from '../../domain/judging/round-turn.ts';
import type { PersonId, PersonKey } from '../../domain/person.ts';
import { inputHash } from '../../domain/ranking/canonical-input.ts';
import type { CutRule, RankingInput } from '../../domain/ranking/ranking-input.ts';
import type { RankingResult } from '../../domain/ranking/ranking-result.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import { hashOf } from '../rounds/close-round-hash.ts';
import type { CutPlace, LoadedCut, RankElsewhere } from './cut-place.ts';
import { loadCut } from './cut-place.ts';
import { peopleIn } from './cut-people.ts';
import { countedIn, cutInput } from './cut-scores.ts';
import { namesOf } from '../names-of.ts';
import { RefusedError } from '../refusal.ts';
import type { World } from '../world.ts';

/** A cut with the scores it stands on now. A cut that is fixed stands on the scores that it was fixed on. */
export interface CutView {
  edition: Edition;
  round: Round;
  status: CutStatus;
  cut: RoundCut;
  closing?: RoundClosing;
  ranking: RankingResult;
  /** What it is worked out from, but for the sheets. */
  input: Pick<RankingInput, 'settings' | 'seed'>;
  inputHash: string;
  outcome: CutOutcome;
  submissions: Submission[];
  /** Of this person's own municipality: others decide about these. */
  ofOwn: string[];
  /** What who decided, proposed and fixed are called. */
  names: ReadonlyMap<PersonId, string>;
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
  const [ranked, names] = await Promise.all([
    rankCut(world, loaded, rank),
    namesOf(world.store, loaded.edition.id, peopleIn(loaded.cut)),
  ]);
  return cutView(loaded, ranked, names);
}

/**
 * What another line would make of it, with all that was decided beside it; changes nothing.
 * @throws RefusedError `not-found`, `malformed`, `cut-fixed`
 */
export async function previewCutRule(
  world: World,
  person: PersonKey,
  { rule, ...place }: CutPlace & { rule: CutRule },
  rank: RankElsewhere,
): Promise<RankedCut> {
  const loaded = await loadCut(world, person, place);
  const { cut, round, role, closing, status } = loaded;
  if (!mayPrepareCut(role, cut.categoryId, closing !== undefined)) throw new RefusedError('not-found');
  if (afterCutAct(status, 'set-rule') === undefined) throw new RefusedError('cut-fixed');
  if (!isUsableRule(rule, round)) throw new RefusedError('malformed');
  return rankCut(world, { ...loaded, cut: { ...cut, rule } }, rank);
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

function cutView(loaded: LoadedCut, ranked: RankedCut, names: CutView['names']): CutView {
  const { edition, status, cut, closing, role, round } = loaded;
  const { input, inputHash: hash, ranking, outcome, submissions, seen } = ranked;
  const isFrozen = closing !== undefined;
  const mayPrepare = mayPrepareCut(role, cut.categoryId, isFrozen);
  const place = { categoryId: cut.categoryId, roundId: round.id };
  return {
    ...{ edition, round, status, cut, ranking, outcome, submissions, seen, names },
    ...{ input: { settings: input.settings, seed: input.seed }, inputHash: hash },
    ofOwn: submissions
      .filter((each) => role !== undefined && !mayDecideAbout(role, each))
      .map(({ id }) => id),
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
