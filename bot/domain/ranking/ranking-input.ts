import type { Criterion } from '../edition/edition.ts';
import type { ScoreSheet } from '../judging/score-sheet.ts';
import type { CalibrationMethod, VarianceTrust } from './calibration.ts';
import type { IntervalKind } from './rank-intervals.ts';

/** All that a ranking follows from; the same input gives the same result to the last digit. */
export interface RankingInput {
  /** Everything that takes part, scored or not. */
  submissions: readonly string[];
  /** Sheets that were handed in: at most one per judge and submission. */
  sheets: readonly RankedSheet[];
  /** Judges who do not score a submission; told apart on the screen, never part of a score. */
  abstentions?: readonly { submissionId: string; judge: string }[];
  criteria: readonly Pick<Criterion, 'id' | 'weight'>[];
  settings: RankingSettings;
  /** A whole number; decides which possible truths are drawn. */
  seed: number;
}

export type RankedSheet = Pick<ScoreSheet, 'submissionId' | 'judge' | 'scores'>;

export interface RankingSettings {
  /** `supported`: the calibrated score where the scores show that judges differ, else the fair mean. */
  decideBy: 'supported' | ScoreKind;
  /** `auto`: additive with fewer than `fewJudges` judges, mixed from there. */
  method: CalibrationMethod | 'auto';
  /** The chance below which differences between judges count as shown. */
  supportLevel: number;
  trust: VarianceTrust;
  interval: IntervalKind;
  /** How equal scores are told apart, in this order; what is equal after the last stays equal. */
  tieChain: readonly TieStep[];
  cut?: CutRule;
  /** How many possible truths; without it as many as the size of the round allows. */
  draws?: number;
}

export type ScoreKind = 'calibrated' | 'fair-mean';

/** `criteria`: the mean per criterion, the heaviest first. */
export type TieStep = ScoreKind | 'criteria' | 'median';

/** Who goes on: at most so many, at least such a score, or both. */
export interface CutRule {
  size?: number;
  /** On the round's scale, of the score that decides. */
  threshold?: number;
}

/** Below this, a variance between judges can hardly be estimated. */
export const fewJudges = 4;

export const usualSettings: RankingSettings = {
  decideBy: 'supported',
  method: 'auto',
  supportLevel: 0.05,
  trust: 'uncertain',
  interval: 'nearest',
  tieChain: ['calibrated', 'fair-mean', 'criteria', 'median'],
};
