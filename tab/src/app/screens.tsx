import { Tab, TabList } from '@fluentui/react-components';
import { LeaderboardScreen } from '../features/leaderboard/leaderboard-screen.tsx';
import { OwnSubmissionsScreen } from '../features/own-submissions/own-submissions-screen.tsx';
import { ProgressScreen } from '../features/progress/progress-screen.tsx';
import { ShortlistScreen } from '../features/shortlist/shortlist-screen.tsx';
import { SubmissionDetailScreen } from '../features/submission-detail/submission-detail-screen.tsx';
import { useSay } from '../shared/language/speech.ts';
import type { Screen } from '../shared/navigation/route.ts';
import { screens as allScreens } from '../shared/navigation/route.ts';
import { go, useRoute } from '../shared/navigation/use-route.ts';
import styles from './screens.module.css';
import { useFocusOnOpen } from './use-focus-on-open.ts';

/** The choice of screens, and the chosen one or the submission that was opened from it. */
export function Screens({ screens }: { screens: readonly Screen[] }) {
  const say = useSay();
  const { screen, submissionId } = useRoute();
  const chosen = screens.find((each) => each === screen) ?? screens[0];
  const panel = useFocusOnOpen(submissionId);
  const tabbed = screens.length > 1 && chosen !== undefined;
  return (
    <main>
      {tabbed && (
        <TabList
          className={styles.tabs}
          aria-label={say('app.screens')}
          selectedValue={chosen}
          onTabSelect={(_event, { value }) => go({ screen: allScreens.find((each) => each === value) })}
        >
          {screens.map((each) => (
            <Tab key={each} id={`tab-${each}`} value={each} aria-controls="panel">
              {say(`${each}.tab`)}
            </Tab>
          ))}
        </TabList>
      )}
      <div
        className={styles.panel}
        id="panel"
        ref={panel}
        tabIndex={-1}
        role={tabbed ? 'tabpanel' : undefined}
        aria-labelledby={tabbed ? `tab-${chosen}` : undefined}
      >
        {submissionId === undefined ? (
          screenOf(chosen)
        ) : (
          <SubmissionDetailScreen key={submissionId} id={submissionId} />
        )}
      </div>
    </main>
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
