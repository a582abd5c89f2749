import type { TaskCounts } from './list-order.ts';
import { useSay } from './texts.ts';
import styles from './way.module.css';

/** How far one is: "8 van 12 klaar", and to look at as a bar. */
export function Way({ counts }: { counts: TaskCounts }) {
  const say = useSay();
  const { all, done } = counts;
  if (all === 0) return null;
  return (
    <div className={styles.way}>
      <span className={styles.text}>{say('score.progress', { all, done })}</span>
      <div className={styles.bar} aria-hidden="true">
        <div className={styles.fill} style={{ width: `${(100 * done) / all}%` }} />
      </div>
    </div>
  );
}
