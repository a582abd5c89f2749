import type { Draft, Remark } from '../domain/draft/draft.ts';
import type { Edition } from '../domain/edition/edition.ts';
import { review } from './steps/steps.ts';

/** Those of an edition, by id. */
export function stepIds(edition: Edition): string[] {
  return edition.steps.map((step) => ('id' in step ? step.id : step.ask));
}

/**
 * The draft with a word on why a question is asked that was not there before: the organiser or a new version of the
 * app added it. It is said once.
 */
export function withAddedStepSaid(draft: Draft, edition: Edition): Draft {
  const { knownSteps, step, remark, paused } = draft;
  // From before questions were counted: what is there now is what they know.
  if (knownSteps === undefined) return { ...draft, knownSteps: stepIds(edition) };
  if (step === review || knownSteps.includes(step) || paused) return draft;
  const known = { ...draft, knownSteps: [...knownSteps, step] };
  return mayGiveWay(remark)
    ? { ...known, remark: { tone: 'info', text: 'intake.step-added', values: {} } }
    : known;
}

/** Why an answer was not taken has to be said first. */
function mayGiveWay(remark: Remark | undefined): boolean {
  return remark?.tone !== 'mend' || remark.text === 'intake.not-complete';
}
