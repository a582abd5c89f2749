import { useSay } from '../../shared/language/speech.ts';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import { SkeletonBar } from '../../shared/ui/skeleton-bar.tsx';
import styles from './start-screen.module.css';

/** Where what there is to do, and where the edition stands, will be. */
export function StartSkeleton() {
  const say = useSay();
  return (
    <div className={styles.page}>
      <div className={styles.tasks} aria-label={say('app.loading')} role="progressbar">
        <div className={styles.title}>
          <SkeletonBar width="8rem" height="1.375rem" />
        </div>
        <ListSkeleton rows={2} />
      </div>
      <div className={styles.steps} aria-hidden="true">
        <SkeletonBar width="11rem" height="1.375rem" />
      </div>
    </div>
  );
}
