import { Temporal } from 'temporal-polyfill';
import type { Edition } from '../edition/edition.ts';
import type { PlainDay } from '../instant.ts';
import type { FinishedPeriod } from './submission.ts';

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
