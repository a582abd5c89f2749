import { concordance } from './agreement.ts';
import type { Calibrated } from './calibrate.ts';
import { calibrate } from './calibrate.ts';
import { cutRound } from './cut-round.ts';
import type { Effort } from './effort.ts';
import { effortFor } from './effort.ts';
import { judgeLines, remarkableScores } from './judge-lines.ts';
import type { RankingOutcome } from './outcome.ts';
import { outcomeOf } from './outcome.ts';
import { drawnChances } from './drawn-chances.ts';
import type { RankingInput, RankingSettings, ScoreKind } from './ranking-input.ts';
import { checkInput } from './ranking-input-error.ts';
import type { RankingResult } from './ranking-result.ts';
import { calibratedScores, rankedLines } from './ranked-lines.ts';
import type { ScoredRound } from './scored-round.ts';
import { comparisonsOf, scoreRound } from './scored-round.ts';
import type { PlaceGroup } from './tie-chain.ts';
import { placeGroups } from './tie-chain.ts';

/**
 * Ranks a round: the fair mean and the calibrated score side by side, which of them decides, how sure that is, how
 * far judges agree, and where the cut runs. Pure: the same input gives the same result to the last digit. Takes
 * milliseconds for a jury and seconds for ten thousand submissions: call it off the event loop.
 * @throws {RankingInputError} when the input is no round
 */
export function rankRound(input: RankingInput): RankingResult {
  checkInput(input);
  const { settings } = input;
  const round = scoreRound(input);
  const effort = effortFor(round.design);
  const { outcome, calibrated } = fitRound(round, settings, effort);
  const decidedBy = deciding(settings, outcome, calibrated);
  const places = placesOf(round, settings, decidedBy, calibrated);
  const chances = calibrated && drawnChances(input, round, calibrated, effort);
  return {
    outcome,
    decidedBy,
    lines: rankedLines(round, { places, ranked: decidedBy !== 'nothing', calibrated, chances, settings }),
    judges: judgeLines(round.design, calibrated?.calibration),
    sheets: round.design.scores.length,
    agreement: agreementOf(round),
    calibration: calibrated && {
      method: calibrated.calibration.method,
      mean: calibrated.calibration.mean,
      variances: calibrated.calibration.variances,
      support: calibrated.support,
      draws: settings.draws ?? effort.draws,
    },
    remarkable: calibrated ? remarkableScores(round.design, calibrated.calibration) : [],
    cut:
      decidedBy === 'nothing' || settings.cut === undefined
        ? undefined
        : cutRound(input, round, settings.cut, { places, decidedBy, calibrated, chances, effort }),
  };
}

function agreementOf({ design }: ScoredRound): RankingResult['agreement'] {
  const found = concordance(design);
  if (found === undefined) return undefined;
  const { w, p, chiSquare, judges, submissions } = found;
  return { w, p, chiSquare, judges, submissions };
}

function fitRound(
  { design }: ScoredRound,
  settings: RankingSettings,
  { net }: Effort,
): { outcome: RankingOutcome; calibrated?: Calibrated } {
  const outcome = outcomeOf(design);
  if (outcome.kind !== 'ranked') return { outcome };
  const calibrated = calibrate(design, settings, net);
  return calibrated === undefined ? { outcome: { kind: 'not-distinguished' } } : { outcome, calibrated };
}

/** Who asks for the fair mean gets it, also where it can't be defended; the outcome says so. */
function deciding(
  { decideBy, supportLevel }: RankingSettings,
  { kind }: RankingOutcome,
  calibrated?: Calibrated,
): ScoreKind | 'nothing' {
  if (kind === 'nothing-scored') return 'nothing';
  if (decideBy === 'fair-mean') return 'fair-mean';
  if (calibrated === undefined) {
    return kind === 'not-distinguished' || kind === 'all-equal' ? 'nothing' : 'fair-mean';
  }
  return decideBy === 'calibrated' || calibrated.support.p < supportLevel ? 'calibrated' : 'fair-mean';
}

/** By the deciding score, then by the rest of the chain; a calibration that does not decide breaks no tie either. */
function placesOf(
  round: ScoredRound,
  { tieChain }: RankingSettings,
  decidedBy: ScoreKind | 'nothing',
  calibrated?: Calibrated,
): PlaceGroup[] {
  if (decidedBy === 'nothing') {
    return placeGroups(round.scored, comparisonsOf('fair-mean', round));
  }
  const scores = decidedBy === 'calibrated' && calibrated ? calibratedScores(round, calibrated) : undefined;
  const steps = [decidedBy, ...tieChain.filter((step) => step !== decidedBy)];
  return placeGroups(
    round.scored,
    steps.flatMap((step) => comparisonsOf(step, round, scores)),
  );
}
