import { useEffect, useRef } from 'react';
import type { SubmissionList as Hits } from '../../../../bot/http/contract/submission-list.ts';
import { hrefOf } from '../../shared/navigation/route.ts';
import { recall } from '../../shared/submission-list/list-memory.ts';
import { routeOfWish } from '../../shared/submission-list/list-wish.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import styles from './submission-list.module.css';
import { SubmissionRows } from './submission-rows.tsx';
import { useSay } from './texts.ts';
import { useList } from './use-list.ts';
import { useRowHeight } from './use-row-height.ts';
import { useWindowRows } from './use-window-rows.ts';

/** @param props.query what of the list is wished */
export function SubmissionList({ query }: { query: string }) {
  const say = useSay();
  const rowHeight = useRowHeight();
  const place = useRef<HTMLDivElement>(null);
  const around = recall(query)?.opened ?? 0;
  const rows = useWindowRows(place, { rowHeight, around });
  const { first, lineAt, showNewer } = useList(query, rows);
  const newer = first.data?.newer ?? 0;
  useTakeIn(place, newer, showNewer);
  const skeleton = <ListSkeleton />;
  return (
    <>
      <p className={styles.count} role="status">
        {first.data === undefined ? '' : <Count hits={first.data} searched={query !== ''} />}
      </p>
      <div ref={place} className={styles.place}>
        <Answer query={first} skeleton={skeleton}>
          {({ total }) =>
            total === 0 ? (
              <Nothing searched={query !== ''} />
            ) : (
              <SubmissionRows
                key={query}
                {...{ query, total, rows, rowHeight, lineAt }}
                isOld={first.isPlaceholderData}
              />
            )
          }
        </Answer>
      </div>
      {newer > 0 && (
        <div className={styles.newer}>
          <Button
            appearance="primary"
            onClick={() => {
              window.scrollTo({ top: 0 });
              void showNewer();
            }}
          >
            {say('list.showNewer', { count: newer })}
          </Button>
        </div>
      )}
    </>
  );
}

/** Who is still at the beginning of the list sees what comes in at once; who reads further on is told. */
function useTakeIn(
  place: { current: HTMLElement | null },
  newer: number,
  showNewer: () => Promise<void>,
): void {
  const take = useRef(showNewer);
  useEffect(() => {
    take.current = showNewer;
  });
  useEffect(() => {
    const isAtTop = (place.current?.getBoundingClientRect().top ?? 0) >= 0;
    const isInList = place.current?.contains(document.activeElement) === true;
    if (newer > 0 && isAtTop && !isInList) void take.current();
  }, [place, newer]);
}

function Count({ hits, searched }: { hits: Hits; searched: boolean }) {
  const say = useSay();
  const { total, newer } = hits;
  return (
    <>
      {say(searched ? 'list.found' : 'list.total', { total })}
      {newer > 0 && <span className="visually-hidden">, {say('list.newer', { count: newer })}</span>}
    </>
  );
}

function Nothing({ searched }: { searched: boolean }) {
  const say = useSay();
  if (!searched) return <Notice title={say('list.empty.title')} hint={say('list.empty.hint')} />;
  return (
    <Notice title={say('list.nothing.title')} hint={say('list.nothing.hint')}>
      <a href={hrefOf(routeOfWish({}))}>{say('list.clear')}</a>
    </Notice>
  );
}
