import { z } from 'zod';
import type { RetentionTerms } from '../../domain/retention/terms.ts';
import { usualTerms } from '../../domain/retention/terms.ts';

/** Where each term can be set: in the environment, and for once with an option. */
export const termNames = {
  resultsYears: { setting: 'RETENTION_RESULTS_YEARS', option: 'results-years' },
  brokenOffYears: { setting: 'RETENTION_BROKEN_OFF_YEARS', option: 'broken-off-years' },
  signInMonths: { setting: 'RETENTION_SIGN_IN_MONTHS', option: 'sign-in-months' },
} as const satisfies Record<keyof RetentionTerms, { setting: string; option: string }>;

/** A term of nothing would be everything. */
const term = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .pipe(z.int().min(1));

export type ReadTerms = { terms: RetentionTerms } | { fault: { name: string; value: string } };

/** What was typed goes before what was set, that before what is usual. An empty setting is none. */
export function readTerms(
  options: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string | undefined>>,
): ReadTerms {
  const terms: RetentionTerms = { ...usualTerms };
  // @NOTE its keys are those of the terms
  for (const key of Object.keys(termNames) as (keyof RetentionTerms)[]) {
    const { setting, option } = termNames[key];
    const typed = options[option];
    const value = typed ?? (environment[setting] === '' ? undefined : environment[setting]);
    if (value === undefined) continue;
    const read = term.safeParse(value);
    if (!read.success) return { fault: { name: typed === undefined ? setting : `--${option}`, value } };
    terms[key] = read.data;
  }
  return { terms };
}
