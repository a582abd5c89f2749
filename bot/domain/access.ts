import type { EditionRole, Role } from './edition/edition-role.ts';
import { holdsAt, isJudge, judgesAt } from './edition/edition-role.ts';
import type { Edition, Round, RoundId } from './edition/edition.ts';
import { phaseOf } from './edition/edition.ts';
import type { Instant } from './instant.ts';
import type { Judged } from './judging/conflict.ts';
import { hasConflict } from './judging/conflict.ts';
import type { RoundSeating, Seating } from './judging/panel.ts';
import { openSeating, seatOf } from './judging/panel.ts';
import type { ScoreSheet } from './judging/score-sheet.ts';
import type { PersonId } from './person.ts';
import { personId } from './person.ts';
import type { Submission } from './submission/submission.ts';

/**
 * Every "may somebody do or see this" is one predicate here. Use cases ask; cards and screens never decide.
 * `role` is the person's place in the edition; `undefined` is a civil servant.
 */

const leading: readonly Role[] = ['organiser', 'chair'];

/** Why somebody may not score: what the sentence to them is made from. It says nothing that others know. */
export type ScoringRefusal =
  | 'not-a-judge'
  | 'conflict'
  | 'withdrawn'
  | 'round-not-open'
  | 'round-closed'
  /** Others judge this one. */
  | 'not-assigned'
  /** By their own choice, which they can undo. */
  | 'abstained';

export function refuseScoring(
  role: EditionRole | undefined,
  submission: Judged & Pick<Submission, 'status'>,
  round: Round,
  now: Instant,
  seating: Seating = openSeating,
): ScoringRefusal | undefined {
  const refusal = refuseAbstaining(role, submission, round, now, seating);
  if (refusal !== undefined || !isJudge(role)) return refusal;
  return seatOf(seating, role).abstained ? 'abstained' : undefined;
}

/** Why a judge may not abstain, or undo that: as with scoring, but that they abstain already keeps nobody away. */
export function refuseAbstaining(
  role: EditionRole | undefined,
  submission: Judged & Pick<Submission, 'status'>,
  round: Round,
  now: Instant,
  seating: Seating = openSeating,
): Exclude<ScoringRefusal, 'abstained'> | undefined {
  if (!isJudge(role)) return 'not-a-judge';
  if (hasConflict(role, submission)) return 'conflict';
  if (submission.status === 'withdrawn') return 'withdrawn';
  const phase = phaseOf(round, now);
  if (phase !== 'open') return phase === 'before' ? 'round-not-open' : 'round-closed';
  const judgesIt = judgesAt(role, { categoryId: submission.categoryId, roundId: round.id });
  return judgesIt && seatOf(seating, role).assigned ? undefined : 'not-assigned';
}

/** Who still has something to judge, how much of how much, and reminding them: never what they scored. */
export function mayChaseJudges(role: EditionRole | undefined): boolean {
  return role?.roles.includes('organiser') ?? false;
}

/** How far each judge is, in a category (without one: in any): how many of how many, never what. */
export function maySeeJudgesProgress(role: EditionRole | undefined, categoryId?: string): boolean {
  return leads(role, categoryId);
}

/** How many take part, since when and from where: of the whole edition, also of what is not theirs to read. */
export function maySeeEntries(role: EditionRole | undefined): boolean {
  return role?.roles.includes('organiser') ?? false;
}

/** Opening, closing and reopening a round by hand, and saying who judges what. */
export function mayRunRounds(role: EditionRole | undefined): boolean {
  return role?.roles.includes('organiser') ?? false;
}

/** Saying who is what in an edition, inviting people, and seeing all of that. */
export function mayManagePeople(role: EditionRole | undefined): boolean {
  return role?.roles.includes('organiser') ?? false;
}

/**
 * Whether somebody's being organiser may end: not when nobody would be left who is.
 * @param places of everybody in the edition
 * @param isSetElsewhere whether some are organiser of every edition, by setting
 */
export function mayEndOrganising(
  who: PersonId,
  places: readonly EditionRole[],
  isSetElsewhere: boolean,
): boolean {
  return isSetElsewhere || places.some((each) => each.roles.includes('organiser') && personId(each) !== who);
}

/** What is at an organiser's desk: how the edition stands, and which channel is what to it. */
export function mayOrganise(role: EditionRole | undefined): boolean {
  return role?.roles.includes('organiser') ?? false;
}

/** Writing a new edition, after an earlier one: who organises the one that runs. */
export function mayStartEdition(role: EditionRole | undefined): boolean {
  return role?.roles.includes('organiser') ?? false;
}

/** Changing how an edition is set up, putting that live, and making it the one that runs. (GD1) */
export function mayWriteEdition(role: EditionRole | undefined): boolean {
  return role?.roles.includes('organiser') ?? false;
}

/**
 * Why somebody may not change, withdraw or put back a submission; `undefined` when they may: who handed it in, until
 * the edition closes.
 * @param at when they asked for it: first receipt counts (GD6)
 */
export function refuseOwnChange(
  who: PersonId,
  submission: Pick<Submission, 'submitter'>,
  edition: Pick<Edition, 'opensAt' | 'closesAt'>,
  at: Instant,
): 'not-found' | 'edition-closed' | undefined {
  if (who !== submission.submitter) return 'not-found';
  return phaseOf(edition, at) === 'closed' ? 'edition-closed' : undefined;
}

/** Every version of it, and who made it so: for who handed it in, and the organiser who does not score. */
export function maySeeHistory(
  who: PersonId,
  role: EditionRole | undefined,
  submission: Pick<Submission, 'submitter'>,
): boolean {
  if (who === submission.submitter) return true;
  return (role?.roles.includes('organiser') ?? false) && !isJudge(role);
}

/**
 * The ranking of a category (without one: of any), with scores. A chair or organiser who also scores is a judge first:
 * blind.
 */
export function maySeeLeaderboard(role: EditionRole | undefined, categoryId?: string): boolean {
  return leads(role, categoryId) && !isJudge(role);
}

/**
 * The standings of a category, without who scored what: besides who leads, its judges where the round says so, once
 * their sheets are frozen; never when something in it is of their own municipality. (GD18)
 * @param category its round, and what was handed in to it
 */
export function maySeeStandings(
  role: EditionRole | undefined,
  categoryId: string,
  category: { round: Round; isFrozen: boolean; submissions: readonly Judged[] },
): boolean {
  if (maySeeLeaderboard(role, categoryId)) return true;
  const { round, isFrozen, submissions } = category;
  if (role === undefined || round.ranking?.shownTo !== 'jury' || !isFrozen) return false;
  const isOurs = (each: Judged) => each.categoryId === categoryId && hasConflict(role, each);
  return judgesAt(role, { categoryId, roundId: round.id }) && !submissions.some(isOurs);
}

/**
 * The sheets themselves. With the names of who wrote them: for who sees the leaderboard and so never scores. Without:
 * also for a chair or organiser who scored, once nothing can change any more.
 */
export function maySeeSheets(
  role: EditionRole | undefined,
  submission: Judged,
  { isFrozen, withNames }: { isFrozen: boolean; withNames: boolean },
): boolean {
  if (role === undefined || hasConflict(role, submission)) return false;
  return mayExportRound(role, submission.categoryId, { isFrozen, withNames });
}

/** How strict each judge is beside the others: for who sees the leaderboard, who never judges. */
export function maySeeStrictness(role: EditionRole | undefined, categoryId?: string): boolean {
  return maySeeLeaderboard(role, categoryId);
}

/**
 * The cut in the making, its exports and its feedback. While the round's sheets can still change it follows from scores
 * that judges are blind for: for who sees the leaderboard. Once they are frozen also for a chair or organiser who scored:
 * nobody's sheet can follow from what they read. Who judges and leads nothing never sees it.
 */
export function maySeeCut(role: EditionRole | undefined, categoryId: string, isFrozen: boolean): boolean {
  return isFrozen ? leads(role, categoryId) : maySeeLeaderboard(role, categoryId);
}

/** Drawing the line, deciding beside it and proposing that: for whoever sees it. */
export function mayPrepareCut(
  role: EditionRole | undefined,
  categoryId: string,
  isFrozen: boolean,
): role is EditionRole {
  return maySeeCut(role, categoryId, isFrozen);
}

/** Deciding about one submission beside the scores: nobody does for their own municipality. (GD18) */
export function mayDecideAbout(role: EditionRole, submission: Judged): boolean {
  return !hasConflict(role, submission);
}

/** The jury decides, so its chair signs: never the organiser, who prepares it. (GD12) */
export function mayFixCut(
  role: EditionRole | undefined,
  place: { categoryId: string; roundId: RoundId },
): boolean {
  return role !== undefined && holdsAt(role, 'chair', place);
}

/** Drafting, editing, approving and sending what a submitter hears, from sheets that no longer change. */
export function mayWriteFeedback(role: EditionRole | undefined, isFrozen: boolean): boolean {
  return isFrozen && (role?.roles.includes('organiser') ?? false);
}

/** Feedback on a submission: its submitter, once it was sent. */
export function maySeeFeedback(
  who: PersonId,
  submission: Pick<Submission, 'submitter'>,
  feedback: { status: string },
): boolean {
  return who === submission.submitter && feedback.status === 'sent';
}

/**
 * A round in a file. Without names for who sees the cut; with names, which tells who scored what, only for who does not
 * score in the edition: judges never learn each other's.
 */
export function mayExportRound(
  role: EditionRole | undefined,
  categoryId: string,
  { isFrozen, withNames }: { isFrozen: boolean; withNames: boolean },
): boolean {
  return withNames ? maySeeLeaderboard(role, categoryId) : maySeeCut(role, categoryId, isFrozen);
}

/** How far judging is, per submission: counts, no scores. */
export function maySeeProgress(role: EditionRole | undefined): boolean {
  return leads(role) || isJudge(role);
}

/** The list of submissions; of which each line is asked for by itself: `maySeeSubmission`. */
export function mayListSubmissions(role: EditionRole | undefined): boolean {
  return leads(role) || isJudge(role);
}

/**
 * The text of a submission: who handed it in, the chair and the organiser, and, while it is not withdrawn, the judges
 * of its category without a conflict.
 */
export function maySeeSubmission(
  who: PersonId,
  role: EditionRole | undefined,
  submission: Judged & Pick<Submission, 'status'>,
): boolean {
  if (who === submission.submitter) return true;
  const { categoryId } = submission;
  if (leads(role, categoryId) && !isJudge(role)) return true;
  return (
    judgesAt(role, { categoryId }) && !hasConflict(role, submission) && submission.status === 'submitted'
  );
}

/** The way to its post in the jury's channel: for whoever may see it but did not hand it in. */
export function maySeeJuryPost(
  who: PersonId,
  role: EditionRole | undefined,
  submission: Judged & Pick<Submission, 'status'>,
): boolean {
  return who !== submission.submitter && maySeeSubmission(who, role, submission);
}

/** Whom to call about it: for who handed it in and the organiser, who answers questions. */
export function maySeeContact(
  who: PersonId,
  role: EditionRole | undefined,
  submission: Pick<Submission, 'submitter'>,
): boolean {
  return who === submission.submitter || (role?.roles.includes('organiser') ?? false);
}

/** That it resembles what somebody is about to hand in: its title and whose it is, and no more. (GD14) */
export function maySeeAsSimilar(submission: Pick<Submission, 'status'>): boolean {
  return submission.status === 'submitted';
}

/** Its number, as somebody who comes upon it: of one's own, and of any once all judging of its edition is over. */
export function maySeeNumber(
  who: PersonId,
  submission: Pick<Submission, 'submitter'>,
  edition: { closesAt: Instant; rounds: readonly Pick<Round, 'closesAt'>[] },
  now: Instant,
): boolean {
  return (
    who === submission.submitter || [edition, ...edition.rounds].every(({ closesAt }) => closesAt <= now)
  );
}

/** Others' scores of a submission: blind until one's own sheet is in, and counts. Abstaining can be undone: blind too. */
export function maySeeScores(
  role: EditionRole | undefined,
  submission: Judged,
  ownSheet: Pick<ScoreSheet, 'status'> | undefined,
  seating: Seating = openSeating,
): boolean {
  if (role === undefined) return false;
  if (isJudge(role)) {
    const { assigned, abstained } = seatOf(seating, role);
    return assigned && !abstained && !hasConflict(role, submission) && ownSheet?.status === 'handed-in';
  }
  return maySeeLeaderboard(role, submission.categoryId);
}

/**
 * What the jury says below the post of a submission in a round: as with scores, for a judge of that round once their own
 * sheet is in, and for a chair or organiser who does not judge; never for who handed it in.
 */
export function maySeeDiscussion(
  who: PersonId,
  role: EditionRole | undefined,
  submission: Judged & Pick<Submission, 'status'>,
  ownSheet: Pick<ScoreSheet, 'status'> | undefined,
  seating: RoundSeating,
): boolean {
  if (who === submission.submitter || !maySeeSubmission(who, role, submission)) return false;
  const place = { categoryId: submission.categoryId, roundId: seating.roundId };
  if (isJudge(role) && !judgesAt(role, place)) return false;
  return maySeeScores(role, submission, ownSheet, seating);
}

function leads(role: EditionRole | undefined, categoryId?: string): boolean {
  if (role === undefined) return false;
  if (categoryId === undefined) return leading.some((each) => role.roles.includes(each));
  return leading.some((each) => holdsAt(role, each, { categoryId }));
}
