import type { ComponentType } from 'react';
import { lazy, Suspense } from 'react';
import { useSay } from '../shared/language/speech.ts';
import type { Screen } from '../shared/navigation/route.ts';
import { hrefOf } from '../shared/navigation/route.ts';
import { useRoute } from '../shared/navigation/use-route.ts';
import { ChoiceLinks } from '../shared/ui/choice-links.tsx';
import { ListSkeleton } from '../shared/ui/list-skeleton.tsx';
import styles from './screens.module.css';
import { useFocusOnOpen } from './use-focus-on-open.ts';

const Detail = lazy(async () => {
  const { SubmissionDetailScreen } =
    await import('../features/submission-detail/submission-detail-screen.tsx');
  return { default: SubmissionDetailScreen };
});

const Sheets = lazy(async () => {
  const { SheetsScreen } = await import('../features/sheets/sheets-screen.tsx');
  return { default: SheetsScreen };
});

/** Each comes when it is first gone to; a further one is a row here and in `screens` of the navigation. */
const screenOf: Record<Screen, ComponentType> = {
  score: lazy(async () => {
    const { ScoreScreen } = await import('../features/score/score-screen.tsx');
    return { default: ScoreScreen };
  }),
  leaderboard: lazy(async () => {
    const { LeaderboardScreen } = await import('../features/leaderboard/leaderboard-screen.tsx');
    return { default: LeaderboardScreen };
  }),
  shortlist: lazy(async () => {
    const { ShortlistScreen } = await import('../features/shortlist/shortlist-screen.tsx');
    return { default: ShortlistScreen };
  }),
  progress: lazy(async () => {
    const { ProgressScreen } = await import('../features/progress/progress-screen.tsx');
    return { default: ProgressScreen };
  }),
  'jury-room': lazy(async () => {
    const { JuryRoomScreen } = await import('../features/jury-room/jury-room-screen.tsx');
    return { default: JuryRoomScreen };
  }),
  own: lazy(async () => {
    const { OwnSubmissionsScreen } = await import('../features/own-submissions/own-submissions-screen.tsx');
    return { default: OwnSubmissionsScreen };
  }),
};

/** The choice of screens, and the chosen one or the submission that was opened from it. */
export function Screens({ screens }: { screens: readonly Screen[] }) {
  const say = useSay();
  const { screen, submissionId, at } = useRoute();
  const chosen = screens.find((each) => each === screen) ?? screens[0];
  const panel = useFocusOnOpen(submissionId);
  const Chosen = screenOf[chosen ?? 'own'];
  const Opened = at === 'sheets' ? Sheets : Detail;
  const tabbed = screens.length > 1;
  // A judge's own sheet stands beside the text, on a screen of its own.
  const isScoring = screen === 'score' && chosen === 'score';
  return (
    <>
      {tabbed && (
        <ChoiceLinks
          label={say('app.screens')}
          look="underlined"
          chosen={chosen ?? ''}
          choices={screens.map((each) => ({
            key: each,
            text: say(`screen.${each}`),
            href: hrefOf({ screen: each }),
          }))}
        />
      )}
      <main className={styles.panel} ref={panel} tabIndex={-1} data-tabbed={tabbed}>
        <Suspense fallback={<ListSkeleton />}>
          {submissionId === undefined || isScoring ? (
            <Chosen />
          ) : (
            <Opened key={submissionId} id={submissionId} />
          )}
        </Suspense>
      </main>
    </>
  );
}
