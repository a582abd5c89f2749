import { mayListSubmissions, maySeeSubmission } from '../../domain/access.ts';
import type { EditionRole } from '../../domain/edition/edition-role.ts';
import { isJudge } from '../../domain/edition/edition-role.ts';
import type { Edition, Round } from '../../domain/edition/edition.ts';
import { currentRound } from '../../domain/edition/edition.ts';
import type { PersonId, PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { Participant } from '../../domain/submission/participant.ts';
import { municipalitiesOf, provincesOf } from '../../domain/submission/participant.ts';
import type { Submission, SubmissionStatus } from '../../domain/submission/submission.ts';
import { currentEdition, roleIn } from '../edition-context.ts';
import type { OwnState } from '../submitting/own-state.ts';
import { ownState } from '../submitting/own-state.ts';
import { RefusedError } from '../refusal.ts';
import { inOrder } from './submission-order.ts';
import type { ListOrder } from './submission-order.ts';
import type { World } from '../world.ts';

/** What of the list somebody wants to see. */
export interface ListWish {
  /** What they typed; all of its words have to be in it. */
  typed: string;
  categoryId?: string;
  /** By its code: of the municipality, or of a partnership that it is in. */
  municipality?: string;
  /** `noProvince`: what is of no municipality. */
  province?: string;
  status?: SubmissionStatus;
  /** For a judge: how far they are. */
  own?: OwnState;
  order: ListOrder;
  /** Only up to this number: a list in which one is reading does not move when more comes in. */
  upTo?: number;
}

const noProvince = 'none';

/** A judge's round, as far as there is one. */
export interface Reader {
  edition: Edition;
  who: PersonId;
  role: EditionRole | undefined;
  round?: Round;
}

export interface Hits {
  /** In the order that was wished. */
  submissions: Submission[];
  /** Up to which number. */
  upTo: number;
  /** How many hits there are with a higher number. */
  newer: number;
}

/** @throws RefusedError `no-edition`, `not-found` */
export async function readerOf(world: World, person: PersonKey): Promise<Reader> {
  const edition = await currentEdition(world.store);
  const role = await roleIn(world, edition.id, person);
  if (!mayListSubmissions(role)) throw new RefusedError('not-found');
  return { edition, who: personId(person), role, round: currentRound(edition, world.now()) };
}

/** All that this person may see: nothing else is counted, searched or put in order. */
export function seenBy({ readModel }: World, { edition, who, role }: Reader): Submission[] {
  return readModel.submissionsOf(edition.id).filter((submission) => maySeeSubmission(who, role, submission));
}

export function hitsOf(world: World, reader: Reader, wish: ListWish): Hits {
  const seen = seenBy(world, reader).filter((submission) => fits(world, reader, wish, submission));
  const fitting = searched(world, reader, wish.typed, seen);
  const hits = fitting === undefined ? seen : seen.filter(({ id }) => fitting.has(id));
  const upTo = wish.upTo ?? hits.at(-1)?.number ?? 0;
  const shown = hits.filter(({ number }) => number <= upTo);
  return { submissions: inOrder(shown, wish.order, fitting), upTo, newer: hits.length - shown.length };
}

/** How far a judge is with it; `undefined` for who does not judge, and while there is no round. */
export function ownOf(world: World, { round, role }: Reader, submission: Submission): OwnState | undefined {
  return round !== undefined && isJudge(role)
    ? ownState(world.readModel, round, role, submission).own
    : undefined;
}

function fits(world: World, reader: Reader, wish: ListWish, submission: Submission): boolean {
  const { categoryId, municipality, province, status, own } = wish;
  const { participant } = submission;
  return (
    (categoryId === undefined || submission.categoryId === categoryId) &&
    (status === undefined || submission.status === status) &&
    (municipality === undefined || municipalitiesOf(participant).includes(municipality)) &&
    (province === undefined || isIn(participant, province)) &&
    (own === undefined || ownOf(world, reader, submission) === own)
  );
}

/** As the map of provinces counts: a partnership takes part in each that one of its municipalities is in. */
function isIn(participant: Participant, province: string): boolean {
  const provinces = provincesOf(participant);
  return province === noProvince ? provinces.length === 0 : provinces.includes(province);
}

/** Which of `seen` say what was typed, and how well; `undefined` when nothing was. */
function searched(
  world: World,
  { edition }: Reader,
  typed: string,
  seen: readonly Submission[],
): Map<string, number> | undefined {
  const ids = new Set(seen.map(({ id }) => id));
  return world.readModel.searchSubmissions(withoutPrefix(typed, edition), (id) => ids.has(id));
}

/** `GD27-0042` is `0042`: every number of the edition begins with the same. */
function withoutPrefix(typed: string, { numberPrefix }: Edition): string {
  const prefix = numberPrefix.toLowerCase();
  const words = typed.toLowerCase().split(/\s+/u);
  return words
    .map((word) => (word.startsWith(`${prefix}-`) || word === prefix ? word.slice(prefix.length) : word))
    .join(' ');
}
