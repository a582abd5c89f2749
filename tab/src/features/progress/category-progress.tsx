import { useId } from 'react';
import type { Progress } from '../../../../bot/http/contract/progress.ts';
import { SubmissionName } from '../../shared/ui/submission-name.tsx';
import styles from './category-progress.module.css';
import { JudgedSteps } from './judged-steps.tsx';
import { OwnState } from './own-state.tsx';
import { useSay } from './texts.ts';

type ProgressLine = Progress['lines'][number];

export function CategoryProgress({ name, lines }: { name: string; lines: readonly ProgressLine[] }) {
  const heading = useId();
  if (lines.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <h3 className={styles.name} id={heading}>
        {name}
      </h3>
      <ul className={styles.list} role="list">
        {lines.map((line) => (
          <ProgressRow key={line.submission.id} line={line} />
        ))}
      </ul>
    </section>
  );
}

function ProgressRow({ line }: { line: ProgressLine }) {
  const say = useSay();
  const { submission, handedIn, judges, own, ownMean } = line;
  return (
    <li className={`${styles.line} ${own === undefined ? styles.plain : ''}`}>
      <SubmissionName submission={submission} open={own !== 'conflict'} />
      <div className={styles.judged}>
        {say('progress.judgedOf', { handedIn, judges })}
        <JudgedSteps handedIn={handedIn} judges={judges} />
      </div>
      {own !== undefined && <OwnState own={own} mean={ownMean} />}
      {own === 'conflict' && <p className={styles.why}>{say('progress.conflictHint')}</p>}
    </li>
  );
}
