import type { Edition } from '../../domain/edition/edition.ts';
import type { Municipality } from '../../domain/municipality/municipality.ts';
import { municipalityOf } from '../../domain/municipality/municipality.ts';
import type { PersonKey } from '../../domain/person.ts';
import { municipalitiesOf, provincesOf } from '../../domain/submission/participant.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import type { OwnState } from '../submitting/own-state.ts';
import type { ListWish } from './submission-list.ts';
import { hitsOf, ownOf, readerOf, seenBy } from './submission-list.ts';
import type { World } from '../world.ts';

/** A part of the list of submissions, as this person may see it. */
export interface SubmissionListView {
  edition: Edition;
  lines: { submission: Submission; own?: OwnState }[];
  /** Of the whole list. */
  total: number;
  upTo: number;
  newer: number;
}

/** @throws RefusedError `no-edition`, `not-found` */
export async function viewSubmissionList(
  world: World,
  person: PersonKey,
  wish: ListWish,
  { from, most }: { from: number; most: number },
): Promise<SubmissionListView> {
  const reader = await readerOf(world, person);
  const { submissions, upTo, newer } = hitsOf(world, reader, wish);
  const lines = submissions.slice(from, from + most).map((submission) => {
    const own = ownOf(world, reader, submission);
    return { submission, ...(own !== undefined && { own }) };
  });
  return { ...{ edition: reader.edition, lines, upTo, newer }, total: submissions.length };
}

/** Where what this person may see comes from. */
export interface ListPlaces {
  /** By name. */
  municipalities: Municipality[];
  /** Something is of more than one municipality, or of none. */
  hasNone: boolean;
}

/** @throws RefusedError `no-edition`, `not-found` */
export async function viewListPlaces(world: World, person: PersonKey): Promise<ListPlaces> {
  const seen = seenBy(world, await readerOf(world, person));
  const codes = new Set(seen.flatMap(({ participant }) => municipalitiesOf(participant)));
  return {
    municipalities: [...codes]
      .flatMap((code) => municipalityOf(code) ?? [])
      .sort((a, b) => a.name.localeCompare(b.name, 'nl')),
    hasNone: seen.some(({ participant }) => provincesOf(participant).length === 0),
  };
}

/** Where one submission stands in the list, and what stands beside it. */
export interface PlaceInList {
  edition: Edition;
  /** Counts from 1; absent when it is not in it. */
  position?: number;
  total: number;
  before?: Submission;
  after?: Submission;
}

/** @throws RefusedError `no-edition`, `not-found` */
export async function viewPlaceInList(
  world: World,
  person: PersonKey,
  submissionId: string,
  wish: ListWish,
): Promise<PlaceInList> {
  const reader = await readerOf(world, person);
  const { edition } = reader;
  const { submissions } = hitsOf(world, reader, wish);
  const at = submissions.findIndex(({ id }) => id === submissionId);
  const total = submissions.length;
  if (at === -1) return { edition, total };
  const [before, after] = [submissions[at - 1], submissions[at + 1]];
  return { edition, position: at + 1, total, ...(before && { before }), ...(after && { after }) };
}
