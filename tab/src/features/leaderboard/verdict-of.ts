import type { Ranking } from '../../../../bot/http/contract.ts';
import type { TextKey } from '../../shared/language/text.ts';

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

/** How much Kendall's W is, in words. With more than one chance in twenty of an accident it is nothing. */
export function agreementLevel({ w, p }: { w: number; p: number }): 'much' | 'fair' | 'some' | 'none' {
  if (p > 0.05 || w < 0.3) return 'none';
  if (w < 0.5) return 'some';
  return w < 0.7 ? 'fair' : 'much';
}
