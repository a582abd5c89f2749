import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleLinear } from '@visx/scale';
import { Circle, Line, LinePath } from '@visx/shape';
import type { Entries } from '../../../../bot/http/contract/progress.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { shortDayText } from './day-text.ts';
import styles from './entries-chart.module.css';
import { EntriesLegend } from './entries-legend.tsx';
import { dayAfter, runningTotal } from './running-total.ts';
import { useSay } from './texts.ts';
import { useWidth } from './use-width.ts';

const height = 260;
const edge = { top: 24, right: 12, bottom: 28, left: 36 };
/** Room for the date of a day. */
const tickWidth = 76;

/** How many there were by each day, beside earlier editions; only to look at, as a table below says the same. */
export function EntriesChart({ entries }: { entries: Entries }) {
  const [box, width] = useWidth<HTMLDivElement>(640);
  const lines = entries.earlier.map(({ perDay }) => runningTotal(perDay));
  const own = runningTotal(entries.perDay);
  const days = Math.max(2, entries.days, ...lines.map(({ length }) => length));
  const most = Math.max(5, ...own, ...lines.flat());
  const across = scaleLinear({ domain: [0, days - 1], range: [edge.left, width - edge.right] });
  const up = scaleLinear({ domain: [0, most], range: [height - edge.bottom, edge.top], nice: true });
  return (
    <>
      <EntriesLegend entries={entries} />
      <div ref={box} className={styles.box}>
        <svg className={styles.plot} width={width} height={height} aria-hidden="true">
          <Axes across={across} up={up} entries={entries} days={days} width={width} />
          <Closing at={across(entries.days - 1)} />
          {lines.map((line, index) => (
            <LinePath
              key={index}
              className={styles.earlier}
              data-place={index}
              data={line}
              x={(_, day) => across(day)}
              y={(total) => up(total)}
            />
          ))}
          <LinePath className={styles.own} data={own} x={(_, day) => across(day)} y={(total) => up(total)} />
          {own.length > 0 && (
            <Circle className={styles.today} cx={across(own.length - 1)} cy={up(own.at(-1) ?? 0)} r={5} />
          )}
        </svg>
      </div>
    </>
  );
}

type Scale = ReturnType<typeof scaleLinear<number>>;

interface AxesProps {
  across: Scale;
  up: Scale;
  entries: Entries;
  days: number;
  width: number;
}

function Axes({ across, up, entries, days, width }: AxesProps) {
  const { language } = useSpeech();
  return (
    <>
      {up.ticks(4).map((total) => (
        <Line
          key={total}
          className={styles.grid}
          from={{ x: edge.left, y: up(total) }}
          to={{ x: width - edge.right, y: up(total) }}
        />
      ))}
      <AxisLeft
        scale={up}
        left={edge.left}
        hideAxisLine
        hideTicks
        tickValues={up.ticks(4).filter(Number.isInteger)}
        tickFormat={String}
        tickLabelProps={{ className: styles.label, textAnchor: 'end', dx: '-0.25em', dy: '0.3em' }}
      />
      <AxisBottom
        scale={across}
        top={height - edge.bottom}
        axisClassName={styles.axis}
        tickLength={4}
        tickValues={weeks(days, Math.max(1, Math.floor((width - edge.left) / tickWidth)))}
        tickFormat={(day) => shortDayText(language, dayAfter(entries.from, Number(day)))}
        tickLabelProps={{ className: styles.label, textAnchor: 'middle', dy: '0.4em' }}
      />
    </>
  );
}

function Closing({ at }: { at: number }) {
  const say = useSay();
  return (
    <>
      <Line
        className={styles.closing}
        from={{ x: at, y: edge.top - 8 }}
        to={{ x: at, y: height - edge.bottom }}
      />
      <text className={styles.label} x={at} y={edge.top - 12} textAnchor="end">
        {say('entries.closing')}
      </text>
    </>
  );
}

/** Whole weeks apart, and no more of them than there is room for. The last is not so near the end that it sticks out. */
function weeks(days: number, room: number): number[] {
  const apart = 7 * Math.max(1, Math.ceil(days / 7 / room));
  return Array.from({ length: Math.ceil(days / apart) }, (_, index) => index * apart).filter(
    (day) => day === 0 || day < days - apart / 4,
  );
}
