import { proofLength } from '../../domain/submission/submission.ts';
import { lengthOf } from '../reading/words.ts';
import type { Step } from './step.ts';
import { understood, unclear } from './step.ts';
import { lettersIn, tooManyIn, writtenLines } from './written.ts';

/** What shows that it works. (GD5) */
export const proof: Step = {
  id: 'proof',
  label: 'intake.proof.label',
  question: () => 'intake.proof.question',
  explanation: () => 'intake.proof.explanation',
  values: () => ({ ...proofLength }),
  options: () => [],
  inputs: ({ answers }) => [
    {
      id: 'answer',
      label: 'intake.proof.input',
      placeholder: 'intake.proof.placeholder',
      kind: 'lines',
      isCounted: true,
      most: proofLength.most,
      value: answers.proof ?? '',
      required: true,
    },
  ],
  read(typed) {
    const written = writtenLines(typed);
    const { least, most } = proofLength;
    const tooMany = tooManyIn(written, most);
    if (tooMany > 0) return unclear('intake.proof.too-long', { tooMany, most });
    if (lengthOf(written) < least || lettersIn(written) < least / 2)
      return unclear('intake.proof.too-short', { least });
    return understood({ proof: written });
  },
  pick: () => unclear('intake.proof.too-short', { least: proofLength.least }),
  show: ({ answers }) => (answers.proof === '' ? undefined : answers.proof),
};
