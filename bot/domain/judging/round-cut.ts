import type { RoundId } from '../edition/edition.ts';
import type { Instant } from '../instant.ts';
import type { PersonId } from '../person.ts';
import type { CutRule, RankingSettings, ScoreKind } from '../ranking/ranking-input.ts';
import type { Round } from '../edition/edition.ts';

/** Who of a category goes on after a round: in the making, as proposed, or fixed. There is one per round and category. */
export interface RoundCut {
  roundId: RoundId;
  categoryId: string;
  status: KeptCutStatus;
  rule: CutRule;
  /** In the order in which they were taken; undoing takes away the last. */
  decisions: CutDecision[];
  proposed?: ProposedCut;
  fixed?: FixedCut;
  /** Counts the times it was written: 1 is the first. A writer says which one they saw. */
  revision: number;
  updatedAt: Instant;
  /** Of the commands that made it what it is, the newest last: each has its effect once. */
  keys: string[];
}

type KeptCutStatus = 'draft' | 'proposed' | 'fixed';

/** `stale`: it was fixed, and the round was opened again since: it decides nothing until it is fixed anew. */
export type CutStatus = KeptCutStatus | 'stale';

/** What people decide beside the scores, each with a reason. It stands also when newer scores say the same. */
export type CutDecision = { reason: string; by: PersonId; at: Instant } & CutWish;

export type CutWish =
  /** Goes on besides those within the line. */
  | { kind: 'wildcard'; submissionId: string }
  /** Over the line, up or down. */
  | { kind: 'move'; submissionId: string; to: CutSide }
  /** These go on and nobody else does, whatever the scores say. */
  | { kind: 'overrule'; within: string[] };

export type CutSide = 'within' | 'outside';

/** What was laid before the chair, and on which scores. */
interface ProposedCut {
  by: PersonId;
  at: Instant;
  /** Of the ranking's input. */
  inputHash: string;
  within: string[];
}

/** All that a fixed cut follows from, so that anybody can work it out again. */
export interface FixedCut {
  by: PersonId;
  at: Instant;
  /** The closing it is of: at another closing it is stale. */
  closesAt: Instant;
  /** SHA-256 over the frozen sheets of the round, as its closing has it. */
  closingHash: string;
  decidedBy: ScoreKind | 'nothing';
  settings: RankingSettings;
  seed: number;
  /** Of the ranking's input, and of its result. */
  inputHash: string;
  resultHash: string;
  within: { submissionId: string; because: CutCause }[];
}

/** Why a submission stands where it stands. */
export type CutCause = 'scores' | 'tie' | 'wildcard' | 'move' | 'overrule';

export type CutAct = 'set-rule' | 'decide' | 'undo' | 'propose' | 'fix';

/** What may be done when, and what it becomes. */
const transitions: Record<CutStatus, Partial<Record<CutAct, KeptCutStatus>>> = {
  draft: { 'set-rule': 'draft', decide: 'draft', undo: 'draft', propose: 'proposed' },
  /** Another line is another proposal; a decision about one submission is marked as changed since. */
  proposed: { 'set-rule': 'draft', decide: 'proposed', undo: 'proposed', propose: 'proposed', fix: 'fixed' },
  fixed: {},
  stale: { 'set-rule': 'draft', decide: 'draft', undo: 'draft', propose: 'proposed' },
};

/** @returns `undefined` when that can't be done now */
export function afterCutAct(status: CutStatus, act: CutAct): KeptCutStatus | undefined {
  return transitions[status][act];
}

/** How a cut stands, given when its round closes now. */
export function cutStatus(cut: RoundCut | undefined, { closesAt }: Pick<Round, 'closesAt'>): CutStatus {
  if (cut === undefined) return 'draft';
  return cut.status === 'fixed' && cut.fixed?.closesAt !== closesAt ? 'stale' : cut.status;
}

/** Who goes on by a cut that is fixed and holds; `undefined` while there is none. */
export function goingOn(
  cut: RoundCut | undefined,
  round: Pick<Round, 'closesAt'>,
): readonly string[] | undefined {
  if (cut?.fixed === undefined || cutStatus(cut, round) !== 'fixed') return undefined;
  return cut.fixed.within.map(({ submissionId }) => submissionId);
}

/** What a round has before anybody changed it: as many as the edition says. */
export function firstCut(
  { id, shortlistSize }: Pick<Round, 'id' | 'shortlistSize'>,
  categoryId: string,
  now: Instant,
): RoundCut {
  return {
    ...{ roundId: id, categoryId, status: 'draft', rule: { size: shortlistSize } },
    ...{ decisions: [], revision: 0, updatedAt: now, keys: [] },
  };
}

const mostPlaces = 10_000;

/** By number, by threshold on the round's scale, or by both. */
export function isUsableRule({ size, threshold }: CutRule, { scale }: Pick<Round, 'scale'>): boolean {
  if (size === undefined && threshold === undefined) return false;
  const isSize = size === undefined || (Number.isInteger(size) && size > 0 && size <= mostPlaces);
  const isOnScale = threshold === undefined || (threshold >= scale.lowest && threshold <= scale.highest);
  return isSize && isOnScale;
}
