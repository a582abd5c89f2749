import styles from './rank-plot.module.css';

interface RankPlotProps {
  interval: { from: number; to: number };
  /** Absent where nothing puts them in order. */
  rank: number | undefined;
  /** How many ranks there are. */
  ranks: number;
}

/** Between which of all ranks a submission belongs; only to look at, as the numbers stand beside it. */
export function RankPlot({ interval, rank, ranks }: RankPlotProps) {
  const share = (place: number) => `${((place - 1) / Math.max(1, ranks)) * 100}%`;
  const width = `${((interval.to - interval.from + 1) / Math.max(1, ranks)) * 100}%`;
  return (
    <div className={styles.track} aria-hidden="true">
      <div className={styles.bar} style={{ insetInlineStart: share(interval.from), width }} />
      {rank !== undefined && <div className={styles.mark} style={{ insetInlineStart: share(rank + 0.5) }} />}
    </div>
  );
}
