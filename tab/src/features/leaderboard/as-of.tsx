import { useState } from 'react';
import type { Leaderboard } from '../../../../bot/http/contract/ranking.ts';
import { momentText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import styles from './as-of.module.css';
import { useSay } from './texts.ts';

/** Since when the ranking is as it is, what is still being worked in, and a polite word aloud when it changes. */
export function AsOf({ leaderboard }: { leaderboard: Leaderboard }) {
  const say = useSay();
  const { language, zone } = useSpeech();
  const [first] = useState(leaderboard.asOf);
  const { asOf, sheets, standings } = leaderboard;
  const moment = asOf === undefined ? '' : momentText(language, asOf, zone, new Date());
  const title = standings[0]?.submission.title ?? '';
  return (
    <>
      <p className={styles.line}>
        {asOf === undefined ? say('leaderboard.none') : say('leaderboard.asOf', { moment, sheets })}
      </p>
      <Working leaderboard={leaderboard} />
      <p className="visually-hidden" aria-live="polite">
        {asOf === first ? '' : say('leaderboard.changed', { moment, title })}
      </p>
    </>
  );
}

function Working({ leaderboard: { ranking, sheets } }: { leaderboard: Leaderboard }) {
  const say = useSay();
  const { language, zone } = useSpeech();
  if (ranking?.isCurrent === true || sheets === 0) return null;
  const { asOf } = ranking ?? {};
  return (
    <p className={styles.working}>
      {ranking === undefined || asOf === undefined
        ? say('leaderboard.working')
        : say('leaderboard.workingOn', {
            moment: momentText(language, asOf, zone, new Date()),
            sheets: ranking.sheets,
          })}
    </p>
  );
}
