import { canonicalJson } from '../canonical-json.ts';
import type { SubmissionFields } from './submission.ts';

export type FieldName = keyof SubmissionFields;

/** Whoever adds a field is told here to add it. */
const named: Record<FieldName, true> = {
  whose: true,
  participant: true,
  partners: true,
  title: true,
  description: true,
  categoryId: true,
  finished: true,
  proof: true,
  conditions: true,
  contact: true,
  contactThere: true,
  novelty: true,
  follows: true,
  consent: true,
  own: true,
};

// @NOTE the keys of an object of which TypeScript knows that it has these and no others
const names = Object.keys(named) as FieldName[];

/** Only what was asked, of a submission that has more. */
export function fieldsOf(submission: SubmissionFields): SubmissionFields {
  const kept = names.filter((name) => submission[name] !== undefined);
  // @NOTE every field that the submission has, under its own name
  return Object.fromEntries(kept.map((name) => [name, submission[name]])) as unknown as SubmissionFields;
}

/** Which fields differ, in the order in which they are asked. */
export function changedFields(before: SubmissionFields, after: SubmissionFields): FieldName[] {
  return names.filter((name) => written(before[name]) !== written(after[name]));
}

function written(value: unknown): string {
  return value === undefined ? '' : canonicalJson(value);
}
