import { scaleLinear } from '@visx/scale';
import { Circle, Line } from '@visx/shape';
import styles from './strictness-plot.module.css';

interface StrictnessPlotProps {
  /** Below 0 is stricter; in points of the scale, as what follows. */
  offset: number;
  from: number;
  to: number;
  /** What is furthest to either side in the table. */
  reach: number;
}

const width = 200;
const height = 24;
const margin = 8;

/** Where a judge is beside the others and between what that lies; only to look at, as the numbers stand beside it. */
export function StrictnessPlot({ offset, from, to, reach }: StrictnessPlotProps) {
  const across = scaleLinear({ domain: [-reach, reach], range: [margin, width - margin] });
  const middle = height / 2;
  const isSure = from > 0 || to < 0;
  return (
    <svg className={styles.plot} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <Line className={styles.zero} from={{ x: across(0), y: 0 }} to={{ x: across(0), y: height }} />
      <Line
        className={styles.whisker}
        from={{ x: across(from), y: middle }}
        to={{ x: across(to), y: middle }}
        data-sure={isSure}
      />
      <Circle className={styles.point} cx={across(offset)} cy={middle} r={5} data-sure={isSure} />
    </svg>
  );
}
