import type { Draft, Remark } from '../domain/draft/draft.ts';
import { numberText } from '../domain/submission/submission.ts';
import type { FormSection, OnForm } from './form-section.ts';
import { sectionOf } from './form-section.ts';
import type { StepContext } from './steps/step.ts';
import { stepsOf } from './steps/steps.ts';

/** Every question that is asked as things stand, in a dialog. Texts that people typed are as they typed them. */
export interface FormView {
  draft: string;
  revision: number;
  /** When what is stored was last changed: with it, the same form sent twice is told from two that are alike. */
  seen: string;
  edition: string;
  numberPrefix: string;
  /** The number of the submission that it changes, when it is no new one. */
  changing?: string;
  sections: FormSection[];
  /** What happened to the draft elsewhere, meanwhile. */
  meanwhile: Remark[];
}

/** @param context with the answers of the draft */
export function viewForm(
  draft: Draft,
  context: StepContext,
  on: OnForm = {},
  meanwhile: readonly Remark[] = [],
): FormView {
  const { numberPrefix, name } = context.edition;
  const isChange = draft.changes !== undefined && draft.number !== undefined;
  return {
    draft: draft.id,
    revision: draft.revision,
    seen: draft.updatedAt,
    edition: name,
    numberPrefix,
    ...(isChange && { changing: numberText(numberPrefix, draft.number ?? 0) }),
    sections: stepsOf(context).map((step) => sectionOf(step, draft, context, on)),
    meanwhile: [...meanwhile],
  };
}
