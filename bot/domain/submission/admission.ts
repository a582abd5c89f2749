import { Temporal } from 'temporal-polyfill';
import type { Condition, Edition } from '../edition/edition.ts';
import type { PlainDay } from '../instant.ts';
import type { ConditionAnswer, FinishedPeriod } from './submission.ts';

/** Why an initiative may not take part, with what a person needs to know to correct it. (GD5) */
export type AdmissionRefusal =
  | { code: 'too-old'; finishedBy: PlainDay; notBefore: PlainDay }
  | { code: 'not-finished'; finishedFrom: PlainDay; today: PlainDay };

/** The first day on which an initiative may have been finished. */
export function oldestFinishedDay(edition: Pick<Edition, 'referenceDay' | 'maximumAgeYears'>): PlainDay {
  return Temporal.PlainDate.from(edition.referenceDay)
    .subtract({ years: edition.maximumAgeYears })
    .toString();
}

/**
 * Whether something finished in this period may take part. A period counts in favour of who said it: it is refused
 * only when all of it is too early, or all of it is still to come.
 */
export function refuseAdmission(
  edition: Pick<Edition, 'referenceDay' | 'maximumAgeYears'>,
  finished: FinishedPeriod,
  today: PlainDay,
): AdmissionRefusal | undefined {
  if (finished.from > today) return { code: 'not-finished', finishedFrom: finished.from, today };
  const notBefore = oldestFinishedDay(edition);
  if (finished.to < notBefore) return { code: 'too-old', finishedBy: finished.to, notBefore };
  return undefined;
}

export const conditionAnswers = ['yes', 'no', 'unsure'] as const satisfies readonly ConditionAnswer[];

/** The rules of an edition that an initiative does not meet, as its submitter says: at least one. */
export interface ConditionRefusal {
  code: 'condition-not-met';
  conditions: Condition[];
}

/**
 * Whether an initiative may take part by what its submitter says of each condition. Only a rule that is answered with
 * "no" keeps it out; doubt, and what is judgement, are for the jury. (GD5)
 */
export function refuseConditions(
  edition: Pick<Edition, 'conditions'>,
  answers: Readonly<Record<string, ConditionAnswer>>,
): ConditionRefusal | undefined {
  const unmet = edition.conditions.filter(({ id, kind }) => kind === 'rule' && answers[id] === 'no');
  return unmet.length === 0 ? undefined : { code: 'condition-not-met', conditions: unmet };
}
