import { dayInZone } from '../day-in-zone.ts';
import type { DraftStatus } from '../draft/draft.ts';
import type { Edition } from '../edition/edition.ts';
import type { Instant, PlainDay, ZoneName } from '../instant.ts';
import type { PersonId } from '../person.ts';
import type { SubmissionStatus } from '../submission/submission.ts';
import type { RetentionDays } from './terms.ts';

/** What there is, as far as its term goes by it. */
export interface RetentionFacts {
  /** With its rounds as they were opened and closed by hand. */
  editions: Pick<Edition, 'id' | 'closesAt' | 'rounds'>[];
  /** The one that runs. */
  currentEdition?: string;
  submissions: KeptSubmission[];
  drafts: KeptDraft[];
  questions: { id: string; editionId: string; asker: PersonId }[];
  /** What is kept of reminding a judge. */
  reminders: { person: PersonId; editionId: string }[];
  /** Who has a place in an edition. */
  places: { person: PersonId; editionId: string }[];
  people: { id: PersonId; seenOn?: PlainDay }[];
}

export interface KeptSubmission {
  id: string;
  editionId: string;
  submitter: PersonId;
  status: SubmissionStatus;
  withdrawnAt?: Instant;
  /** Nothing personal is left in it. */
  isCleared: boolean;
}

export interface KeptDraft {
  id: string;
  editionId: string;
  person: PersonId;
  status: DraftStatus;
  updatedAt: Instant;
  /** The submission that it became, or changes. */
  submissionId: string;
}

/** What has reached its term. */
export interface RetentionPlan {
  editions: string[];
  /** Of those editions, with the questions and the reminders. */
  submissions: KeptSubmission[];
  questions: string[];
  reminders: RetentionFacts['reminders'];
  /** Withdrawn, of editions that stay. */
  withdrawn: KeptSubmission[];
  /** Of what goes, and those that nobody went on with. */
  drafts: KeptDraft[];
  people: PersonId[];
  /** People of whom it is not kept when they were last seen: their term begins now. */
  unseen: PersonId[];
}

/** Pure: what goes, of what there is. */
export function planRetention(facts: RetentionFacts, days: RetentionDays, zone: ZoneName): RetentionPlan {
  const isBefore = (at: Instant, day: PlainDay) => dayInZone(at, zone) < day;
  const editions = facts.editions
    .filter((edition) => edition.id !== facts.currentEdition && isBefore(lastOf(edition), days.results))
    .map(({ id }) => id);
  const goes = new Set(editions);
  const isGone = ({ editionId }: { editionId: string }) => goes.has(editionId);
  const withdrawn = facts.submissions.filter(
    (each) =>
      !isGone(each) &&
      !each.isCleared &&
      each.status === 'withdrawn' &&
      each.withdrawnAt !== undefined &&
      isBefore(each.withdrawnAt, days.brokenOff),
  );
  const cleared = new Set(
    [...withdrawn, ...facts.submissions.filter(({ isCleared }) => isCleared)].map(({ id }) => id),
  );
  const drafts = facts.drafts.filter(
    (draft) =>
      isGone(draft) ||
      cleared.has(draft.submissionId) ||
      (isBrokenOff(draft) && isBefore(draft.updatedAt, days.brokenOff)),
  );
  const needed = peopleNeeded(facts, isGone, cleared, new Set(drafts));
  const others = facts.people.filter(({ id }) => !needed.has(id));
  return {
    editions,
    submissions: facts.submissions.filter(isGone),
    questions: facts.questions.filter(isGone).map(({ id }) => id),
    reminders: facts.reminders.filter(isGone),
    withdrawn,
    drafts,
    people: others.filter(({ seenOn }) => seenOn !== undefined && seenOn < days.signIn).map(({ id }) => id),
    unseen: others.filter(({ seenOn }) => seenOn === undefined).map(({ id }) => id),
  };
}

/** The last moment that an edition or one of its rounds closes. */
function lastOf({ closesAt, rounds }: RetentionFacts['editions'][number]): Instant {
  return rounds.reduce((last, round) => (round.closesAt > last ? round.closesAt : last), closesAt);
}

/** One that is being handed in is carried out; one that was handed in is part of its submission. */
function isBrokenOff({ status }: KeptDraft): boolean {
  return status === 'open' || status === 'discarded';
}

/** Whoever has a place, a submission, a draft or a question where its term is not over. */
function peopleNeeded(
  facts: RetentionFacts,
  isGone: (each: { editionId: string }) => boolean,
  cleared: ReadonlySet<string>,
  drafts: ReadonlySet<KeptDraft>,
): Set<PersonId> {
  return new Set([
    ...facts.places.filter((place) => !isGone(place)).map(({ person }) => person),
    ...facts.submissions
      .filter((each) => !isGone(each) && !cleared.has(each.id))
      .map(({ submitter }) => submitter),
    ...facts.drafts.filter((draft) => !drafts.has(draft)).map(({ person }) => person),
    ...facts.questions.filter((question) => !isGone(question)).map(({ asker }) => asker),
  ]);
}
