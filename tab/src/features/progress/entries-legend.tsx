import { Line } from '@visx/shape';
import type { Entries } from '../../../../bot/http/contract/progress.ts';
import { useMe } from '../../shared/me/me-context.ts';
import chart from './entries-chart.module.css';
import styles from './entries-legend.module.css';
import { useSay } from './texts.ts';

/** Which line is which edition's, and how many that has. */
export function EntriesLegend({ entries: { phase, total, earlier } }: { entries: Entries }) {
  const say = useSay();
  const { edition } = useMe();
  return (
    <ul className={styles.legend} role="list">
      <li>
        <Sample className={chart.own} />
        <span className={styles.own}>{edition?.name}:</span> {total}
      </li>
      {earlier.map((each, index) => (
        <li key={each.name}>
          <Sample className={chart.earlier} place={index} />
          {each.name}:{' '}
          {phase === 'open' ? say('entries.thenOf', { then: each.atThisDay, total: each.total }) : each.total}
        </li>
      ))}
    </ul>
  );
}

function Sample({ className, place }: { className: string | undefined; place?: number }) {
  return (
    <svg className={styles.sample} width={28} height={8} aria-hidden="true">
      <Line className={className} data-place={place} from={{ x: 0, y: 4 }} to={{ x: 28, y: 4 }} />
    </svg>
  );
}
