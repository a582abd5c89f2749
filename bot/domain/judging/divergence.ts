import type { Divergence, Round } from '../edition/edition.ts';
import { phaseOf, usualRange } from '../edition/edition.ts';
import type { Instant } from '../instant.ts';
import type { PersonId } from '../person.ts';
import type { ScoreSheet } from './score-sheet.ts';

/** Fewer sheets than this say nothing, and would give away who scored what. */
const fewestSheets = 3;

/** How long after the closing the jury is still asked: the last sheets come in at the last moment. Milliseconds. */
const afterClosingMs = 24 * 60 * 60_000;

type Sheet = Pick<ScoreSheet, 'judge' | 'status' | 'scores'>;
type Setting = Exclude<Divergence, 'off'>;

/**
 * What the round says, or else: a range of three fifths of the scale, upwards (3 on a scale from 1 to 5), and only when
 * all who count have handed in.
 */
export function divergenceOf({ divergence, scale }: Pick<Round, 'divergence' | 'scale'>): Divergence {
  return divergence ?? { range: usualRange(scale) };
}

/**
 * On which criteria the jury should be asked to talk, in the order of the round. Everybody in the channel reads it, also
 * who has still to score: so it waits until all of the panel have handed in, unless the round allows it earlier.
 * @param panel who counts: with a seat and not abstaining
 */
export function divergingCriteria(
  round: Pick<Round, 'criteria' | 'divergence' | 'scale'>,
  sheets: readonly Sheet[],
  panel: readonly PersonId[],
): string[] {
  const setting = divergenceOf(round);
  if (setting === 'off') return [];
  const counting = sheets.filter(({ status, judge }) => status === 'handed-in' && panel.includes(judge));
  const isComplete = counting.length === panel.length || setting.early === true;
  if (!isComplete || counting.length < fewestSheets) return [];
  return round.criteria
    .map(({ id }) => ({ id, scores: counting.map(({ scores }) => scores[id]).filter(isNumber) }))
    .filter(({ scores }) => scores.length >= fewestSheets && diverge(scores, setting))
    .map(({ id }) => id);
}

/** Whether the jury is still asked: from the opening until a day after the closing. */
export function mayAskToTalk(round: Pick<Round, 'opensAt' | 'closesAt'>, now: Instant): boolean {
  switch (phaseOf(round, now)) {
    case 'before':
      return false;
    case 'open':
      return true;
    case 'closed':
      return Date.parse(now) < Date.parse(round.closesAt) + afterClosingMs;
  }
}

function diverge(scores: readonly number[], setting: Setting): boolean {
  if ('range' in setting) return Math.max(...scores) - Math.min(...scores) >= setting.range;
  return deviationOf(scores) >= setting.standardDeviation;
}

/** Of the sample. */
function deviationOf(scores: readonly number[]): number {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return Math.sqrt(squares / (scores.length - 1));
}

function isNumber(score: unknown): score is number {
  return typeof score === 'number';
}
