import styles from './skeleton-bar.module.css';

interface SkeletonBarProps {
  /** As CSS has them. */
  width?: string;
  height: string;
  round?: boolean;
}

/** A grey place where something will be. */
export function SkeletonBar({ width = '100%', height, round = false }: SkeletonBarProps) {
  return <div className={styles.bar} data-round={round} style={{ width, height }} />;
}
