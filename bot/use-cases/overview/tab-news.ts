import {
  mayListSubmissions,
  maySeeCut,
  maySeeDiscussion,
  maySeeLeaderboard,
  maySeeProgress,
  mayWriteEdition,
  mayWriteFeedback,
} from '../../domain/access.ts';
import type { EditionRole } from '../../domain/edition/edition-role.ts';
import type { RoundId } from '../../domain/edition/edition.ts';
import { roundOf } from '../../domain/edition/edition.ts';
import type { PersonId } from '../../domain/person.ts';
import type { EditionChange, RankedCategory, ReadModel, ReadModelChange } from '../read-model.ts';

/** What somebody's open tab should ask again. */
export type TabNews =
  | { kind: 'leaderboard'; categoryId: string }
  | { kind: 'progress' }
  | { kind: 'submissions' }
  | { kind: 'own-submissions' }
  | { kind: 'sheet'; submissionId: string }
  | { kind: 'discussion'; submissionId: string }
  | { kind: 'cut'; roundId: RoundId; categoryId: string }
  | { kind: 'feedback'; roundId: RoundId }
  | { kind: 'edition' }
  | { kind: 'me' };

/** What is told of those that a discussion is open to. */
type Known = Pick<ReadModel, 'edition' | 'submission' | 'sheet' | 'seating'>;

/**
 * Which of this person's screens a change touches. Others' drafts touch nobody's: that somebody is writing is as
 * secret as what they write. So is that somebody thinks again, to who does not see scores, and that there is talk, to
 * who may not read along.
 */
export function tabNews(
  readModel: Known,
  who: PersonId,
  role: EditionRole | undefined,
  change: ReadModelChange,
): TabNews[] {
  const { categoryId, submissionId } = change;
  if (change.about === 'discussion') {
    return mayReadAlong(readModel, who, role, change) ? [{ kind: 'discussion', submissionId }] : [];
  }
  if (change.about === 'feedback') return feedbackNews(who, role, change);
  const own = change.judge === who;
  const counts = change.about === 'submission' || change.handedIn === true;
  const recounts = change.about === 'submission' || change.recounts === true;
  const news: TabNews[] = [];
  if (counts && maySeeLeaderboard(role, categoryId)) news.push({ kind: 'leaderboard', categoryId });
  if ((recounts || own) && maySeeProgress(role)) news.push({ kind: 'progress' });
  if (own) news.push({ kind: 'sheet', submissionId });
  // Of sheets: what the reader's own is; without a judge it is who was assigned.
  if ((change.about === 'submission' || own || change.judge === undefined) && mayListSubmissions(role)) {
    news.push({ kind: 'submissions' });
  }
  if (change.about === 'submission' && change.submitter === who) news.push({ kind: 'own-submissions' });
  return news;
}

function mayReadAlong(
  readModel: Known,
  who: PersonId,
  role: EditionRole | undefined,
  { editionId, submissionId, roundId }: ReadModelChange,
): boolean {
  const edition = readModel.edition(editionId);
  const round = edition && roundId && roundOf(edition, roundId);
  const submission = readModel.submission(submissionId);
  if (!round || submission === undefined) return false;
  const sheet = readModel.sheet(submissionId, round.id, who);
  return maySeeDiscussion(who, role, submission, sheet, readModel.seating(submissionId, round));
}

/** A category was ranked: for whose leaderboard it is. */
export function rankedNews(role: EditionRole | undefined, { categoryId }: RankedCategory): TabNews[] {
  return maySeeLeaderboard(role, categoryId) ? [{ kind: 'leaderboard', categoryId }] : [];
}

/** Who writes it hears of every change; who handed in of nothing until it is theirs to read. */
function feedbackNews(
  who: PersonId,
  role: EditionRole | undefined,
  { roundId, sent, submitter }: ReadModelChange,
): TabNews[] {
  const news: TabNews[] = [];
  if (roundId !== undefined && mayWriteFeedback(role, true)) news.push({ kind: 'feedback', roundId });
  if (sent === true && submitter === who) news.push({ kind: 'own-submissions' });
  return news;
}

/**
 * A cut was changed: for who sees it. Who judges too sees it once the sheets are frozen, and hears of it no sooner.
 * @param isFrozen asked only where it makes a difference
 */
export async function cutNews(
  role: EditionRole | undefined,
  { roundId, categoryId }: RankedCategory,
  isFrozen: () => Promise<boolean>,
): Promise<TabNews[]> {
  const mayNow = maySeeCut(role, categoryId, false);
  const may = mayNow || (maySeeCut(role, categoryId, true) && (await isFrozen()));
  return may ? [{ kind: 'cut', roundId, categoryId }] : [];
}

/**
 * Who somebody is in an edition is for themselves, what is being written for who writes it: others hear of it once it is
 * what they live by.
 * @param role in the edition that runs
 */
export function editionNews(who: PersonId, role: EditionRole | undefined, change: EditionChange): TabNews[] {
  const news: TabNews[] = [];
  if (mayWriteEdition(role)) news.push({ kind: 'edition' });
  if (change.about === 'edition' || (change.about === 'place' && change.person === who)) {
    news.push({ kind: 'me' });
  }
  return news;
}
