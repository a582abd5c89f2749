import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { use, useEffect, useMemo } from 'react';
import type { Me } from '../../../bot/http/contract/me.ts';
import { useApi } from '../shared/api/api-context.ts';
import { isRefusal } from '../shared/api/api-error.ts';
import { askMe } from '../shared/api/questions.ts';
import { PlaceContext } from '../shared/host/place-context.ts';
import { SpeechContext, useSay } from '../shared/language/speech.ts';
import type { Language } from '../shared/language/text.ts';
import { useLive } from '../shared/live/use-live.ts';
import { MeContext } from '../shared/me/me-context.ts';
import { Answer } from '../shared/ui/answer.tsx';
import { ListSkeleton } from '../shared/ui/list-skeleton.tsx';
import { SkeletonBar } from '../shared/ui/skeleton-bar.tsx';
import styles from './frame.module.css';
import { Header } from './header.tsx';
import { MeetingFrame } from './meeting-frame.tsx';
import { OfflineBar } from './offline-bar.tsx';
import { Screens } from './screens.tsx';
import { screensFor } from './screens-for.ts';

/** @param props.language the one of Teams, until the server says which it is */
export function Frame({ language }: { language: Language }) {
  const query = useQuery(askMe(useApi()));
  const me = query.data;
  const speech = useMemo(
    () => ({ language: me?.language ?? language, zone: me?.edition?.zone ?? 'Europe/Amsterdam' }),
    [language, me?.language, me?.edition?.zone],
  );
  useEffect(() => {
    document.documentElement.lang = speech.language;
  }, [speech.language]);
  return (
    <SpeechContext value={speech}>
      <div className={styles.frame}>
        <WholePage known={me !== undefined && !isRefusal(query.error)}>
          <Answer query={query} skeleton={<FrameSkeleton />}>
            {(person) => <ForPerson me={person} />}
          </Answer>
        </WholePage>
      </div>
    </SpeechContext>
  );
}

/** While it isn't known who looks, there is no header, and all there is is the main thing. */
function WholePage({ known, children }: { known: boolean; children: ReactNode }) {
  const say = useSay();
  if (known) return children;
  return (
    <main>
      <h1 className="visually-hidden">{say('app.name')}</h1>
      {children}
    </main>
  );
}

function ForPerson({ me }: { me: Me }) {
  const live = useLive();
  const place = use(PlaceContext);
  return (
    <MeContext value={me}>
      {place === 'meeting-stage' ? (
        <MeetingFrame />
      ) : (
        <>
          <Header me={me} live={live} />
          <Screens screens={screensFor(me)} />
        </>
      )}
      <OfflineBar />
    </MeContext>
  );
}

function FrameSkeleton() {
  return (
    <div className={styles.skeleton}>
      <SkeletonBar width="16rem" height="1.75rem" />
      <SkeletonBar width="22rem" height="1rem" />
      <div className={styles.below}>
        <ListSkeleton />
      </div>
    </div>
  );
}
