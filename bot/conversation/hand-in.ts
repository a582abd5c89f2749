import type { Draft } from '../domain/draft/draft.ts';
import type { Instant } from '../domain/instant.ts';
import type { SubmissionFields } from '../domain/submission/submission.ts';
import { movedTo, remarked } from './heard.ts';
import { judge } from './steps/finished.ts';
import type { Answers, StepContext } from './steps/step.ts';
import { review, whereNext } from './steps/steps.ts';

/**
 * The draft as it is after its owner wants to hand it in: handing in, or at the question that stands in the way.
 * That the edition was open at first receipt has been seen to. (GD5, GD6)
 * @param receivedAt when this was first received: what counts
 */
export function handIn(draft: Draft, context: StepContext, receivedAt: Instant): Draft {
  const fields = completeFields(draft.answers);
  const missing = whereNext(context);
  if (fields === undefined || missing !== review) {
    return remarked(movedTo(draft, missing), 'mend', 'intake.not-complete');
  }
  const admission = judge(fields.finished, context);
  if (admission.kind === 'unclear')
    return { ...movedTo(draft, 'finished'), changing: true, remark: admission.remark };
  const { attempts: _attempts, ...rest } = draft;
  return { ...rest, status: 'handing-in', handedInAt: receivedAt };
}

/** @returns `undefined` when something is missing */
export function completeFields(answers: Answers): SubmissionFields | undefined {
  const { whose = 'own', participant, title, description, categoryId, finished, contact } = answers;
  if (participant === undefined || title === undefined) return undefined;
  if (description === undefined || categoryId === undefined) return undefined;
  if (finished === undefined || contact === undefined) return undefined;
  const { contactThere, follows, consent, partners = [], proof = '', conditions = {}, own = {} } = answers;
  return {
    ...{
      whose,
      participant,
      partners,
      title,
      description,
      categoryId,
      finished,
      proof,
      conditions,
      contact,
      own,
    },
    ...(contactThere && { contactThere }),
    ...(follows && { follows }),
    ...(consent && { consent }),
  };
}
