import styles from './sheet-form.module.css';
import { useSay } from './texts.ts';

/** Which keys there are. None of a single letter works outside a row of scores, so none has to be switched off. */
export function ScoreKeys() {
  const say = useSay();
  return (
    <details className={styles.keys}>
      <summary>{say('score.keys')}</summary>
      <p>{say('score.keys.choose')}</p>
      <p>{say('score.keys.move')}</p>
    </details>
  );
}
