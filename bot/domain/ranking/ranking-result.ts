import type { Concordance } from './agreement.ts';
import type { Calibration } from './calibration.ts';
import type { LeaveOut } from './effort.ts';
import type { JudgeLeftOut } from './judge-left-out.ts';
import type { JudgeSupport } from './judge-support.ts';
import type { RankingOutcome } from './outcome.ts';
import type { RankInterval } from './rank-intervals.ts';
import type { CutRule, ScoreKind } from './ranking-input.ts';
import type { Reason } from './tie-chain.ts';

/** A round, ranked, with all that a screen needs to say how sure that is. */
export interface RankingResult {
  outcome: RankingOutcome;
  /** Which score put them in order; `nothing` when none can: then no line has a rank. */
  decidedBy: ScoreKind | 'nothing';
  /** In order; those nobody scored come last, by id. */
  lines: RankedLine[];
  /** By id. */
  judges: JudgeLine[];
  /** Sheets that count: those with a number. */
  sheets: number;
  agreement?: Omit<Concordance, 'rankSums'>;
  /** Absent where nothing could be calibrated. */
  calibration?: Pick<Calibration, 'method' | 'mean' | 'variances'> & { support: JudgeSupport; draws: number };
  /** Scores to talk about, the most remarkable first. */
  remarkable: RemarkableScore[];
  cut?: CutResult;
}

export interface RankedLine {
  submissionId: string;
  /** 1 is first; equals share a rank. Absent when nobody scored it, or when nothing decides. */
  rank?: number;
  /** Why it stands above the next line; absent on the last one and where nothing decides. */
  aboveNext?: Reason;
  /** On the round's scale. */
  fairMean?: number;
  calibrated?: { score: number; standardError: number };
  /** Per criterion id the mean of the numbers it got. */
  criterionMeans: Record<string, number>;
  /** Of the sheets' means. */
  median?: number;
  /** Sheets with a number. */
  sheets: number;
  abstained: number;
  chances?: {
    /** 95 % */
    interval: RankInterval;
    /** To be the best. */
    first: number;
    /** To be within the cut; absent without one. */
    within?: number;
  };
}

/** For chair and organiser only: how a judge scores beside the others. */
export interface JudgeLine {
  judge: string;
  sheets: number;
  /** Above 0 is milder than the others, below 0 stricter; on the round's scale. */
  offset?: number;
  /** How sure the offset is; 0 where the scores show no differences between judges. */
  standardError?: number;
  /** Spearman's correlation with the average order of the others. */
  agreesWithOthers?: number;
}

export interface RemarkableScore {
  submissionId: string;
  judge: string;
  /** Standard deviations above (below: negative) what submission and judge let expect. */
  deviation: number;
}

/** Where the line runs. Nothing is decided here: ties are named, and what is near the line is shown. */
export interface CutResult {
  rule: CutRule;
  /** In order. */
  within: string[];
  /** Equal in everything on the line itself: the chair decides which of them fill `placesLeft`. */
  tied: string[];
  placesLeft: number;
  /** Those that another look could take to the other side, in order. */
  onTheLine: OnTheLine[];
  /** Per judge without whom the cut would be another, or could not be made; by id. */
  withoutJudge: JudgeLeftOut[];
  /** How thoroughly that was looked at. */
  leaveOut: LeaveOut;
}

interface OnTheLine {
  submissionId: string;
  /** Judges without whom it would stand on the other side. */
  dependsOn: string[];
  /** The chance that one more judge like the others, who scores everything, takes it to the other side. */
  oneMoreJudge?: number;
}
