import styles from './done-bar.module.css';

/** How much of it is done; only to look at, as the numbers stand beside it. */
export function DoneBar({ done, all }: { done: number; all: number }) {
  return (
    <div className={styles.bar} aria-hidden="true">
      <div className={styles.done} style={{ width: `${all === 0 ? 0 : (100 * done) / all}%` }} />
    </div>
  );
}
