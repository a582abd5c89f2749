import type { EditionRole } from '../edition/edition-role.ts';
import { municipalityOf } from '../municipality/municipality.ts';
import { personId } from '../person.ts';
import { municipalitiesIn } from '../submission/participant.ts';
import type { Submission } from '../submission/submission.ts';

/** What a conflict is decided on. */
export type Involved = Pick<Submission, 'participant' | 'partners' | 'submitter'>;

/** What is judged, somewhere. */
export type Judged = Involved & Pick<Submission, 'categoryId'>;

/**
 * Whether somebody is too close to a submission to judge it: they work for a municipality that it is of or that is a
 * partner (or for what that merged into), or handed it in themselves. (GD18)
 */
export function hasConflict(role: EditionRole, submission: Involved): boolean {
  if (personId(role) === submission.submitter) return true;
  if (role.organisation === undefined) return false;
  const involved = involvedIn(submission);
  return successorsOf(role.organisation).some((code) => involved.has(code));
}

/** A list of judges or of submissions asks for each pair of them: what is of one submission alone is worked out once. */
const known = new WeakMap<Involved, ReadonlySet<string>>();

function involvedIn(submission: Involved): ReadonlySet<string> {
  const before = known.get(submission);
  if (before !== undefined) return before;
  const involved = new Set(municipalitiesIn(submission).flatMap(successorsOf));
  known.set(submission, involved);
  return involved;
}

/** The municipality itself and all it has merged into since. */
function successorsOf(code: string): string[] {
  return [code, ...(municipalityOf(code)?.successor ?? []).flatMap(successorsOf)];
}
