import { titleLength } from '../../domain/submission/submission.ts';
import { lengthOf } from '../reading/words.ts';
import { withoutControls } from '../reading/words.ts';
import type { Step } from './step.ts';
import { understood, unclear } from './step.ts';

export const title: Step = {
  id: 'title',
  label: 'intake.title.label',
  question: () => 'intake.title.question',
  explanation: () => 'intake.title.explanation',
  values: () => ({ most: titleLength.most }),
  options: () => [],
  inputs: ({ answers }) => [
    {
      id: 'answer',
      label: 'intake.title.input',
      placeholder: 'intake.title.placeholder',
      kind: 'line',
      most: titleLength.most,
      value: answers.title ?? '',
      required: true,
    },
  ],
  read(typed) {
    const written = withoutControls(typed).replace(/\s+/g, ' ').trim();
    const tooMany = lengthOf(written) - titleLength.most;
    if (tooMany > 0) return unclear('intake.title.too-long', { tooMany, most: titleLength.most });
    if ((written.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < titleLength.least)
      return unclear('intake.title.no-words');
    return understood({ title: written });
  },
  pick: () => unclear('intake.title.no-words'),
  show: ({ answers }) => answers.title,
};
