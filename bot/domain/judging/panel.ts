import type { EditionRole } from '../edition/edition-role.ts';
import type { Round } from '../edition/edition.ts';
import type { PersonId } from '../person.ts';
import { personId } from '../person.ts';
import type { Involved } from './conflict.ts';
import { judgesFor } from './conflict.ts';

/** What decides, besides conflicts, who judges a submission in a round. */
export interface Seating {
  /** Who was assigned to it; only where the round has judges assigned. */
  assigned: 'everybody' | readonly PersonId[];
  abstained: readonly PersonId[];
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

/** Who has a seat: judges without a conflict who are assigned, also those who abstain for now. */
export function seatsFor(
  judges: readonly EditionRole[],
  submission: Involved,
  seating: Pick<Seating, 'assigned'>,
): PersonId[] {
  return judgesFor(judges, submission).filter((judge) => isAssigned(seating, judge));
}

/** Who counts for "1 van 4 beoordeeld": those with a seat who don't abstain. */
export function panelFor(judges: readonly EditionRole[], submission: Involved, seating: Seating): PersonId[] {
  const abstained = new Set(seating.abstained);
  return seatsFor(judges, submission, seating).filter((judge) => !abstained.has(judge));
}

/** Where one judge stands: what may keep them from scoring besides a conflict. */
export function seatOf(seating: Seating, judge: EditionRole): { assigned: boolean; abstained: boolean } {
  const id = personId(judge);
  return { assigned: isAssigned(seating, id), abstained: seating.abstained.includes(id) };
}
