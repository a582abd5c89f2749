import { Suspense } from 'react';
import { useSay } from '../shared/language/speech.ts';
import { ListSkeleton } from '../shared/ui/list-skeleton.tsx';
import { Boundary } from './boundary.tsx';
import { MeetingStage } from './screen-of.ts';

/** Before a whole meeting there is one thing to see, and nowhere else to go. */
export function MeetingFrame() {
  const say = useSay();
  return (
    <main>
      <h1 className="visually-hidden">{say('app.name')}</h1>
      <Boundary>
        <Suspense fallback={<ListSkeleton />}>
          <MeetingStage />
        </Suspense>
      </Boundary>
    </main>
  );
}
