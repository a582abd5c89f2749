import { LeaderboardScreen } from '../features/leaderboard/leaderboard-screen.tsx';
import { OwnSubmissionsScreen } from '../features/own-submissions/own-submissions-screen.tsx';
import { ProgressScreen } from '../features/progress/progress-screen.tsx';
import { ShortlistScreen } from '../features/shortlist/shortlist-screen.tsx';
import { SubmissionDetailScreen } from '../features/submission-detail/submission-detail-screen.tsx';
import { useSay } from '../shared/language/speech.ts';
import type { Screen } from '../shared/navigation/route.ts';
import { hrefOf } from '../shared/navigation/route.ts';
import { useRoute } from '../shared/navigation/use-route.ts';
import { ChoiceLinks } from '../shared/ui/choice-links.tsx';
import styles from './screens.module.css';
import { useFocusOnOpen } from './use-focus-on-open.ts';

/** The choice of screens, and the chosen one or the submission that was opened from it. */
export function Screens({ screens }: { screens: readonly Screen[] }) {
  const say = useSay();
  const { screen, submissionId } = useRoute();
  const chosen = screens.find((each) => each === screen) ?? screens[0];
  const panel = useFocusOnOpen(submissionId);
  const tabbed = screens.length > 1;
  return (
    <>
      {tabbed && (
        <ChoiceLinks
          label={say('app.screens')}
          look="underlined"
          chosen={chosen ?? ''}
          choices={screens.map((each) => ({
            key: each,
            text: say(`${each}.tab`),
            href: hrefOf({ screen: each }),
          }))}
        />
      )}
      <main className={styles.panel} ref={panel} tabIndex={-1} data-tabbed={tabbed}>
        {submissionId === undefined ? (
          screenOf(chosen)
        ) : (
          <SubmissionDetailScreen key={submissionId} id={submissionId} />
        )}
      </main>
    </>
  );
}

function screenOf(screen: Screen | undefined) {
  switch (screen) {
    case 'leaderboard':
      return <LeaderboardScreen />;
    case 'shortlist':
      return <ShortlistScreen />;
    case 'progress':
      return <ProgressScreen />;
    case 'own':
    case undefined:
      return <OwnSubmissionsScreen />;
    default:
      return screen satisfies never;
  }
}
