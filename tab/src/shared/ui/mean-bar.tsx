import styles from './mean-bar.module.css';

interface MeanBarProps {
  /** On the scale, not rounded. */
  mean: number;
  scale: { lowest: number; highest: number };
}

/** Where on the scale a mean is; only to look at, as the number stands beside it. */
export function MeanBar({ mean, scale }: MeanBarProps) {
  const share = (mean - scale.lowest) / (scale.highest - scale.lowest);
  return (
    <div className={styles.bar} aria-hidden="true">
      <div className={styles.fill} style={{ width: `${share * 100}%` }} />
    </div>
  );
}
