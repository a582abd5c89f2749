import { useSay } from '../language/speech.ts';
import styles from './list-skeleton.module.css';
import { SkeletonBar } from './skeleton-bar.tsx';

/** Where a list will be. */
export function ListSkeleton({ rows = 6 }: { rows?: number }) {
  const say = useSay();
  return (
    <div className={styles.list} role="progressbar" aria-label={say('app.loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={styles.row}>
          <SkeletonBar width="1.75rem" height="1.75rem" round />
          <div className={styles.title}>
            <SkeletonBar width={`${75 - ((index * 13) % 40)}%`} height="1rem" />
            <SkeletonBar width="30%" height="0.75rem" />
          </div>
          <SkeletonBar height="1rem" />
        </div>
      ))}
    </div>
  );
}
