import { mayDecideAbout, mayPrepareCut } from '../../domain/access.ts';
import type { Act } from '../../domain/audit-entry.ts';
import { reasonFault } from '../../domain/judging/abstention.ts';
import type { CutAct, CutDecision, CutWish, RoundCut } from '../../domain/judging/round-cut.ts';
import { afterCutAct, isUsableRule } from '../../domain/judging/round-cut.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { CutRule } from '../../domain/ranking/ranking-input.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import type { CutCommand, CutDone } from './cut-commit.ts';
import { commitCut } from './cut-commit.ts';
import type { LoadedCut } from './cut-place.ts';
import { readForDecision } from './cut-submissions.ts';
import { RefusedError } from '../refusal.ts';
import type { World } from '../world.ts';

export type CutChange =
  | { kind: 'set-rule'; rule: CutRule }
  /** With a reason, as written; of the length that a reason for abstaining has. */
  | { kind: 'decide'; wish: CutWish; reason: string }
  /** Takes back a decision: the last one unless told which, counted from 0 in the order in which they were taken. */
  | { kind: 'undo'; which?: number };

/**
 * Draws the line elsewhere, decides beside it, or takes that back. The same command again has no second effect; one
 * that was made on an earlier state has none at all.
 * @throws RefusedError `not-found`, `malformed`, `cut-fixed`, `conflict` for deciding about one's own municipality
 */
export async function changeCut(
  world: World,
  person: PersonKey,
  { change, ...command }: CutCommand & { change: CutChange },
): Promise<CutDone> {
  return commitCut(world, person, command, async (loaded) => {
    const { role, cut, closing, status } = loaded;
    if (!mayPrepareCut(role, cut.categoryId, closing !== undefined)) throw new RefusedError('not-found');
    const next = afterCutAct(status, actOf(change));
    if (next === undefined) throw new RefusedError('cut-fixed');
    const { act, changes } = await changed(world, person, loaded, change);
    const { proposed, fixed: _formerly, ...rest } = cut;
    return { act, after: { ...rest, ...(next === 'proposed' && { proposed }), ...changes, status: next } };
  });
}

function actOf({ kind }: CutChange): CutAct {
  return kind;
}

async function changed(
  world: World,
  person: PersonKey,
  loaded: LoadedCut,
  change: CutChange,
): Promise<{ act: Act; changes: Partial<RoundCut> }> {
  const { cut, round } = loaded;
  switch (change.kind) {
    case 'set-rule':
      if (!isUsableRule(change.rule, round)) throw new RefusedError('malformed');
      return { act: 'set-cut-rule', changes: { rule: change.rule } };
    case 'decide': {
      if (reasonFault(change.reason) !== undefined) throw new RefusedError('malformed');
      const wish = await checked(world, loaded, change.wish);
      const reason = change.reason.trim();
      const decision: CutDecision = { ...wish, reason, by: personId(person), at: world.now() };
      return { act: actsOf[wish.kind].decide, changes: { decisions: [...cut.decisions, decision] } };
    }
    case 'undo': {
      const which = change.which ?? cut.decisions.length - 1;
      const undone = cut.decisions[which];
      if (undone === undefined) throw new RefusedError('malformed');
      await checkUndo(world, loaded, undone);
      const decisions = cut.decisions.filter((_each, index) => index !== which);
      return { act: actsOf[undone.kind].undo, changes: { decisions } };
    }
    default:
      return change satisfies never;
  }
}

const actsOf = {
  wildcard: { decide: 'wildcard', undo: 'undo-wildcard' },
  move: { decide: 'move-cut', undo: 'undo-move-cut' },
  overrule: { decide: 'overrule', undo: 'undo-overrule' },
} as const satisfies Record<CutWish['kind'], { decide: Act; undo: Act }>;

/** About what takes part, and about nobody's own. To overrule is to decide about all of the category. */
async function checked(world: World, loaded: LoadedCut, wish: CutWish): Promise<CutWish> {
  const named = wish.kind === 'overrule' ? wish.within : [wish.submissionId];
  if (new Set(named).size !== named.length) throw new RefusedError('malformed');
  const { taking, about } = await readForDecision(world.store, loaded, decidedAbout(wish));
  if (!named.every((id) => taking.has(id))) throw new RefusedError('not-found');
  checkNobodysOwn(loaded, about);
  return wish;
}

/** To take a decision back is to decide, too; also about what takes part no more. */
async function checkUndo(world: World, loaded: LoadedCut, undone: CutWish): Promise<void> {
  const { about } = await readForDecision(world.store, loaded, decidedAbout(undone));
  checkNobodysOwn(loaded, about);
}

function decidedAbout(wish: CutWish): readonly string[] | 'all' {
  return wish.kind === 'overrule' ? 'all' : [wish.submissionId];
}

function checkNobodysOwn({ role }: LoadedCut, about: readonly Submission[]): void {
  if (role === undefined || !about.every((each) => mayDecideAbout(role, each)))
    throw new RefusedError('conflict');
}
