import { AxisBottom } from '@visx/axis';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import styles from './score-histogram.module.css';

interface ScoreHistogramProps {
  /** From the lowest score to the highest. */
  counts: readonly { value: number; count: number }[];
  /** The count that is as high as the drawing. */
  most: number;
  mean: number | undefined;
}

const width = 240;
const height = 116;
const axis = 22;
/** For the figure above the highest bar. */
const head = 16;

/** Bars per score, and a mark where the mean is; only to look at, as a table beside it says the same. */
export function ScoreHistogram({ counts, most, mean }: ScoreHistogramProps) {
  const across = scaleBand({ domain: counts.map(({ value }) => value), range: [0, width], padding: 0.18 });
  const up = scaleLinear({ domain: [0, most], range: [height - axis, head] });
  const floor = height - axis;
  return (
    <svg className={styles.plot} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {counts.map(({ value, count }) => {
        const left = across(value) ?? 0;
        const top = up(count);
        return (
          <g key={value}>
            <Bar
              className={styles.bar}
              x={left}
              y={top}
              width={across.bandwidth()}
              height={Math.max(0, floor - top)}
              rx={3}
            />
            {count > 0 && (
              <text className={styles.count} x={left + across.bandwidth() / 2} y={top - 4}>
                {count}
              </text>
            )}
          </g>
        );
      })}
      <AxisBottom
        scale={across}
        top={floor}
        axisClassName={styles.axis}
        tickClassName={styles.tick}
        tickLength={0}
        hideTicks
        tickFormat={(value) => String(value)}
        tickLabelProps={{ className: styles.label, dy: '0.5em', textAnchor: 'middle' }}
      />
      {mean !== undefined && <Mean at={placeOf(mean, counts, across)} floor={floor} />}
    </svg>
  );
}

function Mean({ at, floor }: { at: number; floor: number }) {
  return <path className={styles.mean} d={`M ${at} ${floor + 1} l -4 5 h 8 z`} />;
}

/** Where a value between two scores is: as far between the middles of their bars. */
function placeOf(
  mean: number,
  counts: ScoreHistogramProps['counts'],
  across: ((value: number) => number | undefined) & { bandwidth(): number },
): number {
  const lowest = counts[0]?.value ?? mean;
  const highest = counts.at(-1)?.value ?? mean;
  const middle = (value: number) => (across(value) ?? 0) + across.bandwidth() / 2;
  if (highest === lowest) return middle(lowest);
  return middle(lowest) + ((mean - lowest) / (highest - lowest)) * (middle(highest) - middle(lowest));
}
