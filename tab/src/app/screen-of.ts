import type { ComponentType } from 'react';
import { lazy } from 'react';
import { PartMissingError } from '../shared/api/api-error.ts';
import type { Screen } from '../shared/navigation/route.ts';

/** Each comes when it is first gone to; a further one is a row here. */
export const screenOf: Partial<Record<Screen, ComponentType>> = {
  start: part(async () => (await import('../features/start/start-screen.tsx')).StartScreen),
  submissions: part(
    async () => (await import('../features/submissions/submissions-screen.tsx')).SubmissionsScreen,
  ),
  score: part(async () => (await import('../features/score/score-screen.tsx')).ScoreScreen),
  leaderboard: part(
    async () => (await import('../features/leaderboard/leaderboard-screen.tsx')).LeaderboardScreen,
  ),
  shortlist: part(async () => (await import('../features/shortlist/shortlist-screen.tsx')).ShortlistScreen),
  progress: part(async () => (await import('../features/progress/progress-screen.tsx')).ProgressScreen),
  'jury-room': part(async () => (await import('../features/jury-room/jury-room-screen.tsx')).JuryRoomScreen),
  edition: part(async () => (await import('../features/edition/edition-screen.tsx')).EditionScreen),
};

/** What opens on top of a screen. */
export const Detail = part<{ id: string }>(
  async () =>
    (await import('../features/submission-detail/submission-detail-screen.tsx')).SubmissionDetailScreen,
);

/** Who scored what of it, on top of the leaderboard. */
export const Sheets = part<{ id: string }>(
  async () => (await import('../features/sheets/sheets-screen.tsx')).SheetsScreen,
);

/** What is shared before a whole meeting: nothing but that. */
export const MeetingStage = part(
  async () => (await import('../features/leaderboard/meeting-stage.tsx')).MeetingStage,
);

/** A part of the page with a script of its own, which is missing without connection, or after a new version came. */
function part<P = object>(load: () => Promise<ComponentType<P>>) {
  return lazy(async () => {
    try {
      return { default: await load() };
    } catch (error) {
      throw new PartMissingError('a script did not come', { cause: error });
    }
  });
}
