import { descriptionLength } from '../../domain/submission/submission.ts';
import { lengthOf, withoutControls } from '../reading/words.ts';
import type { Step } from './step.ts';
import { understood, unclear } from './step.ts';

export const description: Step = {
  id: 'description',
  label: 'intake.description.label',
  question: ({ answers }) =>
    answers.whose === 'nominated' ? 'intake.description.question.nominated' : 'intake.description.question',
  explanation: () => 'intake.description.explanation',
  values: () => ({ least: descriptionLength.least, most: descriptionLength.most }),
  options: () => [],
  inputs: ({ answers }) => [
    {
      id: 'answer',
      label: 'intake.description.input',
      placeholder: 'intake.description.placeholder',
      kind: 'lines',
      isCounted: true,
      most: descriptionLength.most,
      value: answers.description ?? '',
      required: true,
    },
  ],
  read(typed) {
    const written = withoutControls(typed).replace(/\r\n?/g, '\n').trim();
    const { least, most } = descriptionLength;
    const length = lengthOf(written);
    if (length > most) return unclear('intake.description.too-long', { tooMany: length - most, most });
    const letters = written.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    if (length < least || letters < least / 2) return unclear('intake.description.too-short', { least });
    return understood({ description: written });
  },
  pick: () => unclear('intake.description.too-short', { least: descriptionLength.least }),
  show: ({ answers }) => answers.description,
};
