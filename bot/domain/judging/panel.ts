import type { EditionRole } from '../edition/edition-role.ts';
import { judgesAt } from '../edition/edition-role.ts';
import type { Round, RoundId } from '../edition/edition.ts';
import type { PersonId } from '../person.ts';
import { personId } from '../person.ts';
import type { Judged } from './conflict.ts';
import { hasConflict } from './conflict.ts';

/** What decides, besides conflicts, who judges a submission in a round. */
export interface Seating {
  /** Who was assigned to it; only where the round has judges assigned. */
  assigned: 'everybody' | readonly PersonId[];
  abstained: readonly PersonId[];
}

/** That of one round. */
export interface RoundSeating extends Seating {
  roundId: RoundId;
}

/** Nobody was assigned and nobody abstains. */
export const openSeating: Seating = { assigned: 'everybody', abstained: [] };

/**
 * Who was assigned: everybody, unless the round wants so many judges a submission. Then nobody is, until an organiser
 * has applied an assignment.
 */
export function assignedIn(
  round: Pick<Round, 'assignment'>,
  kept: readonly PersonId[] | undefined,
): Seating['assigned'] {
  const { assignment = 'everybody' } = round;
  return assignment === 'everybody' ? 'everybody' : (kept ?? []);
}

function isAssigned({ assigned }: Pick<Seating, 'assigned'>, judge: PersonId): boolean {
  return assigned === 'everybody' || assigned.includes(judge);
}

/** Who has a seat: judges of that round and category without a conflict who are assigned, also while they abstain. */
export function seatsFor(
  judges: readonly EditionRole[],
  submission: Judged,
  seating: Pick<RoundSeating, 'assigned' | 'roundId'>,
): PersonId[] {
  const place = { categoryId: submission.categoryId, roundId: seating.roundId };
  return judges
    .filter((judge) => judgesAt(judge, place) && !hasConflict(judge, submission))
    .map(personId)
    .filter((judge) => isAssigned(seating, judge));
}

/** Who counts for "1 van 4 beoordeeld": those with a seat who don't abstain. */
export function panelFor(
  judges: readonly EditionRole[],
  submission: Judged,
  seating: RoundSeating,
): PersonId[] {
  const abstained = new Set(seating.abstained);
  return seatsFor(judges, submission, seating).filter((judge) => !abstained.has(judge));
}

/** Where one judge stands: what may keep them from scoring besides a conflict. */
export function seatOf(seating: Seating, judge: EditionRole): { assigned: boolean; abstained: boolean } {
  const id = personId(judge);
  return { assigned: isAssigned(seating, id), abstained: seating.abstained.includes(id) };
}
