import { category } from './category.ts';
import { contact } from './contact.ts';
import { description } from './description.ts';
import { finished } from './finished.ts';
import { municipality } from './municipality.ts';
import type { Step, StepContext } from './step.ts';
import { title } from './title.ts';
import { whose } from './whose.ts';

/** What is asked, in this order; the overview follows. */
export const steps: readonly Step[] = [whose, municipality, title, description, category, finished, contact];

/** Where everything is looked over and handed in. */
export const review = 'review';

export function stepOf(id: string): Step | undefined {
  return steps.find((step) => step.id === id);
}

/** The first question without an answer, or else the overview. */
export function whereNext(context: StepContext): string {
  return steps.find((step) => step.show(context) === undefined)?.id ?? review;
}

/** The question before that one; `undefined` before the first. */
export function whereBefore(id: string): string | undefined {
  const index = id === review ? steps.length : steps.findIndex((step) => step.id === id);
  return steps[index - 1]?.id;
}
