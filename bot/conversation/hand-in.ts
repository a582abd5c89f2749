import type { Draft } from '../domain/draft/draft.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { Instant } from '../domain/instant.ts';
import type { SubmissionFields } from '../domain/submission/submission.ts';
import { movedTo, remarked } from './heard.ts';
import { conditionsInTheWay } from './steps/conditions.ts';
import { judge } from './steps/finished.ts';
import type { Answers, StepContext } from './steps/step.ts';
import { review, stepsOf, whereNext } from './steps/steps.ts';

/**
 * The draft as it is after its owner wants to hand it in: handing in, or at the question that stands in the way.
 * That the edition was open at first receipt has been seen to. (GD5, GD6)
 * @param receivedAt when this was first received: what counts
 */
export function handIn(draft: Draft, context: StepContext, receivedAt: Instant): Draft {
  const missing = whereNext(context);
  if (missing !== review) return notComplete(draft, missing);
  const whole = withOnlyCategory(draft, context.edition);
  const fields = completeFields(whole.answers);
  if (fields === undefined) return notComplete(draft, leftOpen(context));
  const admission = judge(fields.finished, context);
  if (admission.kind === 'unclear')
    return { ...movedTo(draft, 'finished'), changing: true, remark: admission.remark };
  const unmet = conditionsInTheWay(context);
  if (unmet !== undefined) return { ...movedTo(draft, 'conditions'), changing: true, remark: unmet };
  const { attempts: _attempts, ...rest } = whole;
  return { ...rest, status: 'handing-in', handedInAt: receivedAt };
}

function notComplete(draft: Draft, step: string): Draft {
  return remarked(movedTo(draft, step), 'mend', 'intake.not-complete');
}

/** What the edition lets people leave open, though a submission needs it. */
function leftOpen(context: StepContext): string {
  return stepsOf(context).find((step) => step.show(context) === undefined)?.id ?? review;
}

/** With one category there is nothing to ask. */
function withOnlyCategory(draft: Draft, { categories }: Edition): Draft {
  const [only, another] = categories;
  if (draft.answers.categoryId !== undefined || only === undefined || another !== undefined) return draft;
  return { ...draft, answers: { ...draft.answers, categoryId: only.id } };
}

/** @returns `undefined` when something is missing */
export function completeFields(answers: Answers): SubmissionFields | undefined {
  const { whose = 'own', participant, title, description, categoryId, finished, contact } = answers;
  if (participant === undefined || title === undefined) return undefined;
  if (description === undefined || categoryId === undefined) return undefined;
  if (finished === undefined || contact === undefined) return undefined;
  const { contactThere, novelty, follows, consent } = answers;
  const { partners = [], proof = '', conditions = {}, own = {} } = answers;
  return {
    ...{ whose, participant, partners, title, description, categoryId, finished },
    ...{ proof, conditions, contact, own },
    ...(contactThere && { contactThere }),
    ...(novelty && { novelty }),
    ...(follows && { follows }),
    ...(consent && { consent }),
  };
}
