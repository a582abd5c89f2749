import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmissionHistory } from '../../../../bot/http/contract/submissions.ts';
import { useApi } from '../../shared/api/api-context.ts';
import { momentText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import { FieldChange } from './field-change.tsx';
import styles from './history.module.css';
import { askHistory } from './questions.ts';
import { useSay } from './texts.ts';

type Line = SubmissionHistory['lines'][number];

/** Who did what to it and when; asked when it is opened. */
export function History({ submissionId }: { submissionId: string }) {
  const say = useSay();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={styles.history} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className={styles.title}>{say('history.title')}</summary>
      {isOpen && <Lines submissionId={submissionId} />}
    </details>
  );
}

function Lines({ submissionId }: { submissionId: string }) {
  const query = useQuery(askHistory(useApi(), submissionId));
  return (
    <Answer query={query} skeleton={<ListSkeleton rows={2} />}>
      {({ lines }) => (
        <ol className={styles.lines} role="list">
          {lines.toReversed().map((line) => (
            <HistoryLine key={`${line.at} ${line.act}`} line={line} />
          ))}
        </ol>
      )}
    </Answer>
  );
}

function HistoryLine({ line: { at, by, mine, act, changes } }: { line: Line }) {
  const say = useSay();
  const { language, zone } = useSpeech();
  const who = mine ? say('history.you') : by === '' ? say('history.somebody') : by;
  return (
    <li className={styles.line}>
      <p>
        <strong>{say(`history.${act}`)}</strong>{' '}
        <span className={styles.when}>
          {who}, <time dateTime={at}>{momentText(language, at, zone)}</time>
        </span>
      </p>
      {changes.length > 0 && (
        <dl className={styles.changes}>
          {changes.map((change) => (
            <FieldChange key={`${change.field} ${change.about ?? ''}`} change={change} />
          ))}
        </dl>
      )}
    </li>
  );
}
