import { maySeeLeaderboard, maySeeProgress } from '../domain/access.ts';
import type { EditionRole } from '../domain/edition/edition-role.ts';
import type { PersonId } from '../domain/person.ts';
import type { ReadModelChange } from './read-model.ts';

/** What somebody's open tab should ask again. */
export type TabNews =
  { kind: 'leaderboard'; categoryId: string } | { kind: 'progress' } | { kind: 'own-submissions' };

/**
 * Which of this person's screens a change touches. Others' drafts touch nobody's: that somebody is writing is as
 * secret as what they write. So is that somebody thinks again, to who does not see scores.
 */
export function tabNews(who: PersonId, role: EditionRole | undefined, change: ReadModelChange): TabNews[] {
  const own = change.judge === who;
  const counts = change.about === 'submission' || change.handedIn === true;
  const recounts = change.about === 'submission' || change.recounts === true;
  const news: TabNews[] = [];
  const { categoryId } = change;
  if (counts && maySeeLeaderboard(role, categoryId)) news.push({ kind: 'leaderboard', categoryId });
  if ((recounts || own) && maySeeProgress(role)) news.push({ kind: 'progress' });
  if (change.about === 'submission' && change.submitter === who) news.push({ kind: 'own-submissions' });
  return news;
}
