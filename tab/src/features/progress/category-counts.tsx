import type { JudgesProgress } from '../../../../bot/http/contract/progress.ts';
import { useMe } from '../../shared/me/me-context.ts';
import styles from './category-counts.module.css';
import { DoneBar } from './done-bar.tsx';
import { useSay } from './texts.ts';

/** How much of all there is to judge is done, in each category. */
export function CategoryCounts({ categories }: Pick<JudgesProgress, 'categories'>) {
  const say = useSay();
  const names = new Map(useMe().edition?.categories.map(({ id, name }) => [id, name]));
  return (
    <ul className={styles.all} role="list" aria-label={say('judges.categories')}>
      {categories.map(({ categoryId, all, done, judges, judgesDone }) => (
        <li key={categoryId} className={styles.one}>
          <h3 className={styles.name}>{names.get(categoryId) ?? categoryId}</h3>
          <p className={styles.count}>{say('judges.sheets', { done, all })}</p>
          <DoneBar done={done} all={all} />
          <p className={styles.fact}>{say('judges.judgesDone', { judgesDone, judges })}</p>
        </li>
      ))}
    </ul>
  );
}
