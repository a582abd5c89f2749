import { refuseOwnChange } from '../domain/access.ts';
import type { Draft } from '../domain/draft/draft.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { Instant } from '../domain/instant.ts';
import type { PersonId } from '../domain/person.ts';
import type { Stage } from '../domain/submission/stage.ts';
import { stageOf } from '../domain/submission/stage.ts';
import type { Submission } from '../domain/submission/submission.ts';
import { numberText } from '../domain/submission/submission.ts';
import { draftPrefix, drafts } from '../store/documents/draft-documents.ts';
import { personPartition } from '../store/documents/person-documents.ts';
import { asGone, loadOwn } from '../use-cases/submitting/own-submission.ts';
import type { World } from '../use-cases/world.ts';

/** Where somebody's submission stands, and what they can do with it. */
export interface OwnSubmission {
  id: string;
  /** What each tap on it names. */
  revision: number;
  number: string;
  title: string;
  stage: Stage;
  submittedAt: Instant;
  changedAt?: Instant;
  withdrawnAt?: Instant;
  /** Until when it can be changed. */
  closesAt: Instant;
  mayChange: boolean;
  zone: string;
}

export interface OwnSubmissions {
  /** One page of them, newest first. */
  submissions: OwnSubmission[];
  /** How many there are. */
  count: number;
  /** Counts from 0. */
  page: number;
  hasMore: boolean;
  /** What they are working on; `changing` is the number of what they change. */
  open?: { title?: string; changing?: string };
}

/** As many as one can look over on a phone. */
export const onePage = 5;

/** Of all that somebody has handed in, also a moment ago, newest first. */
export async function ownIds(world: World, person: PersonId): Promise<string[]> {
  return idsOf(world, person, await draftsOf(world, person));
}

/** What somebody has handed in, also a moment ago, and what they are working on. */
export async function ownSubmissions(world: World, person: PersonId, page = 0): Promise<OwnSubmissions> {
  const all = await draftsOf(world, person);
  const ids = idsOf(world, person, all);
  const begin = page * onePage < ids.length ? page * onePage : 0;
  const shown = ids.slice(begin, begin + onePage);
  const submissions = (await Promise.all(shown.map((id) => viewOwn(world, person, id)))).flat();
  const open = openOf(all, new Map(submissions.map(({ id, number }) => [id, number])));
  return {
    submissions,
    count: ids.length,
    page: begin / onePage,
    hasMore: begin + onePage < ids.length,
    ...(open && { open }),
  };
}

async function draftsOf(world: World, person: PersonId): Promise<Draft[]> {
  const stored = await drafts.list(world.store, personPartition(person), { prefix: draftPrefix });
  return stored.map(({ value }) => value);
}

async function viewOwn(world: World, person: PersonId, id: string): Promise<OwnSubmission[]> {
  const own = await loadOwn(world.store, person, id).catch(asGone);
  return own === undefined ? [] : [ownSubmission(own.stored.value, own.edition, world.now())];
}

export function ownSubmission(submission: Submission, edition: Edition, now: Instant): OwnSubmission {
  const { id, revision, title, submitter, submittedAt, changedAt, withdrawnAt } = submission;
  return {
    ...{ id, revision, title, submittedAt },
    ...(changedAt !== undefined && { changedAt }),
    ...(withdrawnAt !== undefined && { withdrawnAt }),
    number: numberText(edition.numberPrefix, submission.number),
    stage: stageOf(submission, edition, now),
    closesAt: edition.closesAt,
    mayChange: refuseOwnChange(submitter, submission, edition, now) === undefined,
    zone: edition.zone,
  };
}

/** Newest first. The read model is a moment behind: what it does not know yet, the draft does. */
function idsOf(world: World, person: PersonId, all: readonly Draft[]): string[] {
  const handedIn = all.flatMap(({ id, status, changes, handedInAt }): [string, Instant][] =>
    status === 'handed-in' && changes === undefined && handedInAt !== undefined ? [[id, handedInAt]] : [],
  );
  const known = world.readModel
    .submissionsBy(person)
    .map(({ id, submittedAt }): [string, Instant] => [id, submittedAt]);
  return [...new Map([...handedIn, ...known])].sort(([, a], [, b]) => (a < b ? 1 : -1)).map(([id]) => id);
}

/** A new one first: of a change, what was handed in still counts. */
function openOf(all: readonly Draft[], numbers: Map<string, string>): OwnSubmissions['open'] {
  const open = all.filter(({ status }) => status === 'open');
  const begun = open.find(({ changes, answers }) => !changes && Object.keys(answers).length > 0);
  if (begun !== undefined) return begun.answers.title === undefined ? {} : { title: begun.answers.title };
  const change = open.find(({ changes }) => changes !== undefined);
  const changing = change?.changes && numbers.get(change.changes.submissionId);
  return changing === undefined ? undefined : { changing };
}
