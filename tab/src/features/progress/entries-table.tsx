import type { Entries } from '../../../../bot/http/contract/progress.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { shortDayText } from './day-text.ts';
import styles from './entries-table.module.css';
import { dayAfter, runningTotal } from './running-total.ts';
import { useSay } from './texts.ts';

/** The same as the lines, day by day: what came in, and how many there were by then. */
export function EntriesTable({ entries }: { entries: Entries }) {
  const say = useSay();
  const { language } = useSpeech();
  const { from, days, perDay, earlier } = entries;
  const own = runningTotal(perDay);
  const before = earlier.map((each) => ({ name: each.name, totals: runningTotal(each.perDay) }));
  const rows = before.length === 0 ? own.length : days;
  return (
    <details className={styles.details}>
      <summary>{say('entries.table')}</summary>
      <table className={styles.table}>
        <caption className="visually-hidden">{say('entries.chart')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('entries.day')}</th>
            <th scope="col">{say('entries.new')}</th>
            <th scope="col">{say('entries.total')}</th>
            {before.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, day) => (
            <tr key={day}>
              <th scope="row">{shortDayText(language, dayAfter(from, day))}</th>
              <td>{perDay[day] ?? '–'}</td>
              <td>{own[day] ?? '–'}</td>
              {before.map(({ name, totals }) => (
                <td key={name}>{totals[day] ?? totals.at(-1) ?? '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
