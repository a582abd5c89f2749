import { useEffect } from 'react';
import { hrefOf } from '../../shared/navigation/route.ts';
import styles from './case-bar.module.css';
import type { Task } from './list-order.ts';
import { countTasks, neighbours } from './list-order.ts';
import { useSay } from './texts.ts';
import { Way } from './way.tsx';

/** Where one is in one's list, and the way to what is beside it. */
export function CaseBar({ id, tasks }: { id: string; tasks: readonly Task[] }) {
  const say = useSay();
  const { at, previous, next } = neighbours(tasks, id);
  useArrows(previous && addressOf(previous), next && addressOf(next));
  return (
    <div className={styles.bar}>
      <a className={styles.back} href={hrefOf({ screen: 'score' })}>
        <span aria-hidden="true">←</span> {say('score.list')}
      </a>
      <Way counts={countTasks(tasks)} />
      <nav className={styles.beside} aria-label={say('score.list')}>
        <Beside text={say('score.previous')} to={previous} shortcut="Alt+ArrowLeft" />
        {at > 0 && <span className={styles.place}>{say('score.place', { at, all: tasks.length })}</span>}
        <Beside text={say('score.next')} to={next} shortcut="Alt+ArrowRight" />
      </nav>
    </div>
  );
}

function Beside({ text, to, shortcut }: { text: string; to: Task | undefined; shortcut: string }) {
  if (to === undefined) {
    return (
      <span className={styles.off} aria-hidden="true">
        {text}
      </span>
    );
  }
  return (
    <a href={addressOf(to)} title={to.submission.title} aria-keyshortcuts={shortcut}>
      {text}
    </a>
  );
}

function addressOf({ submission }: Task): string {
  return hrefOf({ screen: 'score', submissionId: submission.id });
}

/** Alt with an arrow, which in a text moves by words or lines, so not there. */
function useArrows(previous: string | undefined, next: string | undefined): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.target instanceof HTMLTextAreaElement)
        return;
      const address = { ArrowLeft: previous, ArrowRight: next }[event.key];
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      // Otherwise the browser goes back or forward.
      event.preventDefault();
      if (address !== undefined) window.location.hash = address;
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [previous, next]);
}
