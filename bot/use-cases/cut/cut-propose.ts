import { mayFixCut, mayPrepareCut } from '../../domain/access.ts';
import { withinOf } from '../../domain/judging/cut-outcome.ts';
import type { FixedCut, RoundCut } from '../../domain/judging/round-cut.ts';
import { afterCutAct } from '../../domain/judging/round-cut.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import { hashOf } from '../rounds/close-round-hash.ts';
import type { CutCommand, CutDone } from './cut-commit.ts';
import { commitCut } from './cut-commit.ts';
import { carryCut } from './cut-next-round.ts';
import type { LoadedCut, RankElsewhere } from './cut-place.ts';
import { loadCut } from './cut-place.ts';
import type { RankedCut } from './cut-view.ts';
import { rankCut } from './cut-view.ts';
import { RefusedError } from '../refusal.ts';
import type { World } from '../world.ts';

export interface SignCommand extends CutCommand {
  /** Of the view: what is proposed or fixed is what was seen. */
  seen: string;
}

/**
 * Lays a cut before the chair, as it was seen. It goes on following newer scores, marked as changed.
 * @throws RefusedError `not-found`, `cut-fixed`, `cut-undecided`
 */
export async function proposeCut(
  world: World,
  person: PersonKey,
  command: SignCommand,
  rank: RankElsewhere,
): Promise<CutDone> {
  return sign(world, person, command, rank, (loaded, ranked) => {
    const { role, cut, closing, status } = loaded;
    if (!mayPrepareCut(role, cut.categoryId, closing !== undefined)) throw new RefusedError('not-found');
    const next = afterCutAct(status, 'propose');
    if (next === undefined) throw new RefusedError('cut-fixed');
    const within = withinOf(ranked.outcome).map(({ submissionId }) => submissionId);
    const { fixed: _formerly, ...rest } = cut;
    const proposed = { by: personId(person), at: world.now(), inputHash: ranked.inputHash, within };
    return { act: 'propose-cut', after: { ...rest, status: next, proposed } };
  });
}

/**
 * Fixes who goes on, on the frozen sheets, and asks for their posts in the next round.
 * @throws RefusedError `not-found`, `not-chair`, `round-not-frozen`, `cut-fixed`, `cut-not-proposed`, `cut-undecided`
 */
export async function fixCut(
  world: World,
  person: PersonKey,
  command: SignCommand,
  rank: RankElsewhere,
): Promise<CutDone> {
  const done = await sign(world, person, command, rank, (loaded, ranked) => {
    const { role, cut, closing, status } = loaded;
    if (!mayFixCut(role, cut)) throw new RefusedError('not-chair');
    if (closing === undefined) throw new RefusedError('round-not-frozen');
    const next = afterCutAct(status, 'fix');
    if (next === undefined) throw new RefusedError(status === 'fixed' ? 'cut-fixed' : 'cut-not-proposed');
    const fixed: FixedCut = {
      ...{ by: personId(person), at: world.now() },
      ...{ closesAt: closing.closesAt, closingHash: closing.hash },
      ...resultOf(ranked),
    };
    return { act: 'fix-cut', after: { ...cut, status: next, fixed } };
  });
  if (done.kind === 'done') await carryCut(world, command);
  return done;
}

function resultOf({ input, inputHash, ranking, outcome }: RankedCut) {
  return {
    decidedBy: ranking.decidedBy,
    settings: input.settings,
    seed: input.seed,
    inputHash,
    resultHash: hashOf(ranking),
    within: withinOf(outcome),
  };
}

type Signed = (
  loaded: LoadedCut,
  ranked: RankedCut,
) => {
  act: 'propose-cut' | 'fix-cut';
  after: Omit<RoundCut, 'revision' | 'updatedAt' | 'keys'>;
};

/** Scores are worked out before the commit, which may be tried several times; what it is of is checked in it. */
async function sign(
  world: World,
  person: PersonKey,
  { seen, ...command }: SignCommand,
  rank: RankElsewhere,
  step: Signed,
): Promise<CutDone> {
  const before = await loadCut(world, person, command);
  if (before.cut.keys.includes(command.key)) return { kind: 'done', cut: before.cut };
  if (before.cut.revision !== command.basedOn) return { kind: 'changed', cut: before.cut };
  const ranked = await rankCut(world, before, rank);
  return commitCut(world, person, command, async (loaded) => {
    const signed = step(loaded, ranked);
    const isSame = loaded.round.closesAt === before.round.closesAt && isFrozenAlike(loaded, before);
    if (!isSame || ranked.seen !== seen) return 'changed';
    if (ranked.outcome.isUndecided) throw new RefusedError('cut-undecided');
    return signed;
  });
}

/** What was ranked before the sheets were frozen may not be what was frozen. */
function isFrozenAlike({ closing }: LoadedCut, before: LoadedCut): boolean {
  return closing?.hash === before.closing?.hash;
}
