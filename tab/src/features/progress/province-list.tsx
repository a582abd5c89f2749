import type { Entries } from '../../../../bot/http/contract/progress.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { listText } from '../../shared/language/list-text.ts';
import styles from './province-list.module.css';
import { useSay } from './texts.ts';

/** Which municipalities take part, of how many, in each province that has any. */
export function ProvinceList({ provinces }: Pick<Entries, 'provinces'>) {
  const say = useSay();
  const { language } = useSpeech();
  return (
    <ul className={styles.list} role="list" aria-label={say('provinces.list')}>
      {provinces
        .filter(({ entries }) => entries > 0)
        .map(({ province, entries, municipalities, entered }) => (
          <li key={province} className={styles.line}>
            <p>
              <span className={styles.name}>{province}</span>{' '}
              <span className={styles.count}>
                {say('provinces.count', { entries, entered: entered.length, municipalities })}
              </span>
            </p>
            <p className={styles.names}>{listText(language, entered)}</p>
          </li>
        ))}
    </ul>
  );
}
