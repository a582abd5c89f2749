import { Suspense } from 'react';
import type { Screen } from '../shared/navigation/route.ts';
import { useRoute } from '../shared/navigation/use-route.ts';
import { ListSkeleton } from '../shared/ui/list-skeleton.tsx';
import { Boundary } from './boundary.tsx';
import { Detail, screenOf, Sheets } from './screen-of.ts';
import { ScreenNav } from './screen-nav.tsx';
import styles from './screens.module.css';
import { useFocusOnOpen } from './use-focus-on-open.ts';

/** The choice of screens, and the chosen one or the submission that was opened from it. */
export function Screens({ screens }: { screens: readonly Screen[] }) {
  const { screen, submissionId, at } = useRoute();
  const built = screens.filter((each) => screenOf[each] !== undefined);
  const chosen = built.find((each) => each === screen) ?? 'start';
  const panel = useFocusOnOpen(submissionId);
  const Chosen = screenOf[chosen];
  const Opened = at === 'sheets' ? Sheets : Detail;
  // A judge's own sheet stands beside the text, on a screen of its own.
  const isScoring = screen === 'score' && chosen === 'score';
  return (
    <>
      {built.length > 1 && <ScreenNav screens={built} chosen={chosen} />}
      <main className={styles.panel} ref={panel} tabIndex={-1} data-tabbed={built.length > 1}>
        <Boundary key={`${chosen} ${submissionId ?? ''}`}>
          <Suspense fallback={<ListSkeleton />}>
            {submissionId === undefined || isScoring ? (
              Chosen !== undefined && <Chosen />
            ) : (
              <Opened key={submissionId} id={submissionId} />
            )}
          </Suspense>
        </Boundary>
      </main>
    </>
  );
}
