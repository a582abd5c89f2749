import type { KnownStepId } from '../domain/edition/edition.ts';
import type { Answers, StepId } from './steps/step.ts';

/** The answers without what answers that question. */
export function withoutAnswer(answers: Answers, step: StepId): Answers {
  if (isKnown(step)) {
    const gone: readonly string[] = fields[step];
    return Object.fromEntries(Object.entries(answers).filter(([field]) => !gone.includes(field)));
  }
  const own = Object.entries(answers.own ?? {}).filter(([id]) => id !== step);
  return answers.own === undefined ? answers : { ...answers, own: Object.fromEntries(own) };
}

const fields: Record<KnownStepId, readonly (keyof Answers)[]> = {
  whose: ['whose'],
  participant: ['participant'],
  partners: ['partners'],
  title: ['title'],
  description: ['description'],
  similar: ['novelty', 'follows'],
  category: ['categoryId'],
  finished: ['finished'],
  proof: ['proof'],
  conditions: ['conditions'],
  contact: ['contact'],
  'contact-there': ['contactThere'],
  consent: ['consent'],
};

function isKnown(step: StepId): step is KnownStepId {
  return Object.hasOwn(fields, step);
}
