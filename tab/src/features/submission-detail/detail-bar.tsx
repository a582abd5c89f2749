import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { SubmissionLine } from '../../../../bot/http/contract/parts.ts';
import { useApi } from '../../shared/api/api-context.ts';
import type { Route } from '../../shared/navigation/route.ts';
import { hrefOf } from '../../shared/navigation/route.ts';
import { replaceWith, useRoute } from '../../shared/navigation/use-route.ts';
import { rememberOpened } from '../../shared/submission-list/list-memory.ts';
import { queryOf, wishOf } from '../../shared/submission-list/list-wish.ts';
import styles from './detail-bar.module.css';
import { askPlaceInList } from './questions.ts';
import { useSay } from './texts.ts';

/** The way back, and of a list the ones before and after. */
export function DetailBar({ id }: { id: string }) {
  const say = useSay();
  const route = useRoute();
  return (
    <div className={styles.bar}>
      <a className={styles.link} href={hrefOf({ ...route, submissionId: undefined })}>
        <span aria-hidden="true">←</span> {say('submission.back')}
      </a>
      {route.screen === 'submissions' && <Beside id={id} route={route} />}
    </div>
  );
}

function Beside({ id, route }: { id: string; route: Route }) {
  const say = useSay();
  const query = queryOf(wishOf(route));
  const { data } = useQuery({
    ...askPlaceInList(useApi(), id, query),
    placeholderData: keepPreviousData,
  });
  const { position, total, before, after } = data ?? {};
  useEffect(() => {
    if (position !== undefined) rememberOpened(query, position - 1);
  }, [query, position]);
  return (
    <nav className={styles.beside} aria-label={say('beside.label')}>
      {position !== undefined && total !== undefined && (
        <span className={styles.place}>{say('beside.place', { position, total })}</span>
      )}
      <To line={before} text={say('beside.before')} arrow="‹" route={route} />
      <To line={after} text={say('beside.after')} arrow="›" route={route} />
    </nav>
  );
}

interface ToProps {
  line: SubmissionLine | undefined;
  text: string;
  arrow: string;
  route: Route;
}

/** Takes the place of this one, so that going back leads to the list. */
function To({ line, text, arrow, route }: ToProps) {
  if (line === undefined) return <span className={`${styles.link} ${styles.none}`}>{text}</span>;
  const there = { ...route, submissionId: line.id };
  return (
    <a
      className={styles.link}
      href={hrefOf(there)}
      title={line.title}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        replaceWith(there);
      }}
    >
      {arrow === '‹' && <span aria-hidden="true">{arrow} </span>}
      {text}
      {arrow === '›' && <span aria-hidden="true"> {arrow}</span>}
    </a>
  );
}
