import type { Ranking } from '../../../../bot/http/contract/ranking.ts';
import type { TextKey } from './texts.ts';

/** What a ranking says in a sentence; absent where there is nothing to say. */
export function verdictOf({ outcome, decidedBy, wanted }: Ranking): TextKey | undefined {
  switch (outcome.kind) {
    case 'nothing-scored':
      return undefined;
    case 'one-judge':
      return 'verdict.oneJudge';
    case 'all-equal':
      return 'verdict.allEqual';
    case 'disconnected':
      return 'verdict.disconnected';
    case 'too-few-sheets':
      return 'verdict.tooFewSheets';
    case 'not-distinguished':
      return 'verdict.notDistinguished';
    case 'ranked':
      if (decidedBy === 'calibrated')
        return wanted === 'calibrated' ? 'verdict.calibrated' : 'verdict.supported';
      return wanted === 'fair-mean' ? 'verdict.fairMean' : 'verdict.alike';
    default:
      return outcome satisfies never;
  }
}

/** How much Kendall's W is, in words; where it may be an accident once in twenty times it says nothing. */
export function agreementLevel({
  w,
  p,
}: {
  w: number;
  p: number;
}): 'much' | 'fair' | 'some' | 'little' | 'unknown' {
  if (p > 0.05) return 'unknown';
  if (w < 0.3) return 'little';
  if (w < 0.5) return 'some';
  return w < 0.7 ? 'fair' : 'much';
}
