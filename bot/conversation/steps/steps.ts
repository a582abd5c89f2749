import type { Edition, EditionStep, KnownStepId } from '../../domain/edition/edition.ts';
import { category } from './category.ts';
import { conditions } from './conditions.ts';
import { consent } from './consent.ts';
import { contact, contactThere } from './contact.ts';
import { description } from './description.ts';
import { finished } from './finished.ts';
import { ownStep } from './own-question.ts';
import { participant } from './participant.ts';
import { partners } from './partners.ts';
import { proof } from './proof.ts';
import { similar } from './similar.ts';
import type { Step, StepContext } from './step.ts';
import { title } from './title.ts';
import { whose } from './whose.ts';

const known: Record<KnownStepId, Step> = {
  whose,
  participant,
  partners,
  title,
  description,
  similar,
  category,
  finished,
  proof,
  conditions,
  contact,
  'contact-there': contactThere,
  consent,
};

/** Where everything is looked over and handed in. */
export const review = 'review';

/** What is asked as things stand, in this order; the overview follows. */
export function stepsOf(context: StepContext): readonly Step[] {
  return allSteps(context.edition).filter((step) => step.isSettled?.(context) !== true);
}

/** A question of this edition, also one that is not asked as things stand. */
export function stepOf(id: string, edition: Edition): Step | undefined {
  return allSteps(edition).find((step) => step.id === id);
}

/** Whether it may be left open. */
export function isOptional(id: string, edition: Edition): boolean {
  return edition.steps.some((step) => idOf(step) === id && step.optional === true);
}

/** The first question without an answer, or else the overview. */
export function whereNext(context: StepContext): string {
  return stepsOf(context).find((step) => !isDone(step, context))?.id ?? review;
}

/** The question before that one; `undefined` before the first. */
export function whereBefore(id: string, context: StepContext): string | undefined {
  const asked = stepsOf(context);
  const index = id === review ? asked.length : asked.findIndex((step) => step.id === id);
  return asked[index - 1]?.id;
}

/** Answered, or left open where that is allowed. */
export function isDone(step: Step, context: StepContext): boolean {
  const isLeftOpen = context.skipped.includes(step.id) && isOptional(step.id, context.edition);
  return isLeftOpen || step.show(context) !== undefined;
}

function allSteps(edition: Edition): Step[] {
  return edition.steps.map((step) => ('id' in step ? ownStep(step) : known[step.ask]));
}

function idOf(step: EditionStep): string {
  return 'id' in step ? step.id : step.ask;
}
