import { useId } from 'react';
import type { JudgesProgress } from '../../../../bot/http/contract/progress.ts';
import { Button } from '../../shared/ui/button.tsx';
import { JudgeRow } from './judge-row.tsx';
import styles from './judges-list.module.css';
import { NudgeOutcome } from './nudge-outcome.tsx';
import { useSay } from './texts.ts';
import { useNudge } from './use-nudge.ts';

/** Every judge, who has most left first; for an organiser with a button to remind them. */
export function JudgesList({ progress }: { progress: JudgesProgress }) {
  const say = useSay();
  const heading = useId();
  const nudging = useNudge();
  const { judges, mayNudge } = progress;
  const ready = judges.filter(({ late }) => late?.reach === 'ready').length;
  return (
    <section aria-labelledby={heading}>
      <div className={styles.head}>
        <h3 id={heading} className={styles.title}>
          {say('judges.title')}
        </h3>
        {mayNudge && ready > 0 && (
          <Button disabledFocusable={nudging.isBusy} onClick={() => nudging.nudge()}>
            {say('judges.nudgeAll', { count: ready })}
          </Button>
        )}
      </div>
      {mayNudge && <p className={styles.rule}>{say('judges.rule')}</p>}
      {mayNudge && <NudgeOutcome nudging={nudging} />}
      <ul className={styles.list} role="list">
        {judges.map((judge, index) => (
          <JudgeRow key={judge.late?.judge ?? `${judge.name} ${index}`} judge={judge} nudging={nudging} />
        ))}
      </ul>
    </section>
  );
}
