import fc from 'fast-check';
import type { CutWish } from '../../../../bot/domain/judging/round-cut.ts';
import { rankRound } from '../../../../bot/domain/ranking/rank-round.ts';
import { cutId } from '../../../../bot/store/documents/cut-documents.ts';
import { editionPartition } from '../../../../bot/store/documents/edition-documents.ts';
import { auditEntries, auditPrefix } from '../../../../bot/store/documents/submission-documents.ts';
import type { CutChange } from '../../../../bot/use-cases/cut/cut-change.ts';
import { changeCut } from '../../../../bot/use-cases/cut/cut-change.ts';
import type { CutDone } from '../../../../bot/use-cases/cut/cut-commit.ts';
import type { RankElsewhere } from '../../../../bot/use-cases/cut/cut-place.ts';
import type { SignCommand } from '../../../../bot/use-cases/cut/cut-propose.ts';
import { fixCut, proposeCut } from '../../../../bot/use-cases/cut/cut-propose.ts';
import type { CutView } from '../../../../bot/use-cases/cut/cut-view.ts';
import { viewCut } from '../../../../bot/use-cases/cut/cut-view.ts';
import { reopenRound } from '../../../../bot/use-cases/rounds/open-round.ts';
import { RefusedError } from '../../../../bot/use-cases/refusal.ts';
import { freeze, key, placeIn, scoreIt, sixCases } from './cut-world.ts';
import type { OpenWorld } from '../world.ts';

/** What people do to a cut, as it may be drawn, and a place to do it in. */

export interface Wanted {
  by: 'organiser' | 'chair';
  act: CutChange | 'propose' | 'fix';
}

export type Step =
  | { kind: 'do'; wanted: Wanted }
  /** On what both have seen. */
  | { kind: 'at-once'; wanted: [Wanted, Wanted] }
  /** The last command comes once more. */
  | { kind: 'again' }
  /** A decision, and its undoing. */
  | { kind: 'there-and-back'; wanted: Wanted }
  | { kind: 'score'; submissionId: string; juror: number; score: number }
  | { kind: 'close' }
  /** Closed, proposed and fixed: what would seldom be drawn one after the other. */
  | { kind: 'settle' }
  | { kind: 'reopen' };

const submissionId = fc.constantFrom(...Object.keys(sixCases));
const by = fc.constantFrom('organiser' as const, 'chair' as const);

const wish: fc.Arbitrary<CutWish> = fc.oneof(
  fc.record({ kind: fc.constant('wildcard' as const), submissionId }),
  fc.record({
    ...{ kind: fc.constant('move' as const), submissionId },
    to: fc.constantFrom('within' as const, 'outside' as const),
  }),
  fc.record({
    kind: fc.constant('overrule' as const),
    within: fc.uniqueArray(submissionId, { minLength: 1, maxLength: 4 }),
  }),
);
const decision: fc.Arbitrary<CutChange> = fc.record({
  ...{ kind: fc.constant('decide' as const), wish },
  reason: fc.constant('Dit hoort erbij'),
});
const rule: fc.Arbitrary<CutChange> = fc.record({
  kind: fc.constant('set-rule' as const),
  rule: fc.oneof(
    fc.record({ size: fc.integer({ min: 1, max: 7 }) }),
    fc.record({ threshold: fc.constantFrom(1, 2.5, 3.25) }),
  ),
});
const wanted: fc.Arbitrary<Wanted> = fc.record({
  by,
  act: fc.oneof(
    decision,
    rule,
    fc.constantFrom<Wanted['act'][]>({ kind: 'undo' }, 'propose', 'propose', 'fix', 'fix'),
  ),
});

export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('do' as const), wanted }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('at-once' as const), wanted: fc.tuple(wanted, wanted) }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'again' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('there-and-back' as const),
      wanted: fc.record({ by, act: decision }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ kind: fc.constant('score' as const), submissionId },
      ...{ juror: fc.integer({ min: 0, max: 3 }), score: fc.integer({ min: 1, max: 5 }) },
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'close' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'settle' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'reopen' as const }) },
);

const fewDraws: RankElsewhere = async (input) =>
  rankRound({ ...input, settings: { ...input.settings, draws: 10 } });

/** A command as it was given, to be given once more. */
export interface Given {
  wanted: Wanted;
  command: SignCommand;
}

/** What may come of a command besides its effect. */
const refusals = [
  'malformed',
  'cut-fixed',
  'cut-not-proposed',
  'cut-undecided',
  'round-not-frozen',
  'not-chair',
];

/** One cut, and who works on it. */
export class CutHistory {
  readonly world: OpenWorld;
  private isOpen = true;
  private commands = 0;
  private readonly sheets = new Map<string, number>();

  constructor(world: OpenWorld) {
    this.world = world;
  }

  view(): Promise<CutView> {
    return viewCut(this.world, key('organiser'), placeIn(this.world), fewDraws);
  }

  give(wanted: Wanted, { cut, seen }: CutView): Given {
    const name = `bevel-${String((this.commands += 1))}`;
    return { wanted, command: { ...placeIn(this.world), basedOn: cut.revision, key: name, seen } };
  }

  /** @returns `refused` when the rules say no */
  async carryOut({ wanted: { by: name, act }, command }: Given): Promise<CutDone['kind'] | 'refused'> {
    const person = key(name);
    try {
      if (act === 'propose') return (await proposeCut(this.world, person, command, fewDraws)).kind;
      if (act === 'fix') return (await fixCut(this.world, person, command, fewDraws)).kind;
      const { seen: _unneeded, ...rest } = command;
      return (await changeCut(this.world, person, { ...rest, change: act })).kind;
    } catch (error) {
      if (error instanceof RefusedError && refusals.includes(error.code)) return 'refused';
      throw error;
    }
  }

  async score({ submissionId: id, juror, score }: Step & { kind: 'score' }): Promise<void> {
    if (!this.isOpen) return;
    const name = `${id} ${String(juror)}`;
    const basedOn = this.sheets.get(name) ?? 1;
    await scoreIt(this.world, id, juror, score, { basedOn });
    this.sheets.set(name, basedOn + 1);
  }

  async close(): Promise<void> {
    if (!this.isOpen) return;
    await freeze(this.world);
    this.isOpen = false;
  }

  async reopen(): Promise<void> {
    if (this.isOpen) return;
    const until = new Date(Date.parse(this.world.now()) + 3_600_000).toISOString();
    const place = { editionId: this.world.edition.id, roundId: 'preselection', until } as const;
    await reopenRound(this.world, key('organiser'), place);
    this.isOpen = true;
  }

  /** Log entries about the cut. */
  async entries(): Promise<number> {
    const partition = editionPartition(this.world.edition.id);
    const all = await auditEntries.list(this.world.store, partition, { prefix: auditPrefix });
    return all.filter(({ value }) => value.subject === cutId('preselection', 'direct')).length;
  }
}
