import { Skeleton, SkeletonItem } from '@fluentui/react-components';
import { useSay } from '../language/speech.ts';
import styles from './list-skeleton.module.css';

/** Where a list will be. */
export function ListSkeleton({ rows = 6 }: { rows?: number }) {
  const say = useSay();
  return (
    <Skeleton className={styles.list} aria-label={say('app.loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={styles.row}>
          <SkeletonItem shape="circle" size={28} />
          <div className={styles.title}>
            <SkeletonItem size={16} style={{ width: `${75 - ((index * 13) % 40)}%` }} />
            <SkeletonItem size={12} style={{ width: '30%' }} />
          </div>
          <SkeletonItem size={16} />
        </div>
      ))}
    </Skeleton>
  );
}
