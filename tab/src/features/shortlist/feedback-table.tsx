import type { FeedbackLine } from '../../../../bot/http/contract/feedback.ts';
import { Badge } from '@fluentui/react-components';
import { useState } from 'react';
import { momentText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { hrefOf } from '../../shared/navigation/route.ts';
import { useRoute } from '../../shared/navigation/use-route.ts';
import styles from './feedback.module.css';
import forms from './forms.module.css';
import { atOf } from './place.ts';
import { useSay } from './texts.ts';

const filters = ['all', 'look', 'none', 'draft', 'approved', 'sent'] as const;
type Filter = (typeof filters)[number];

interface FeedbackTableProps {
  roundId: string;
  lines: readonly FeedbackLine[];
}

/** Each submission, with how far what it hears is; opens to work on it. */
export function FeedbackTable({ roundId, lines }: FeedbackTableProps) {
  const say = useSay();
  const [filter, setFilter] = useState<Filter>('all');
  const shown = lines.filter((line) => isIn(line, filter));
  return (
    <>
      <label className={`${forms.field} ${styles.filter}`}>
        <span>{say('filter.label')}</span>
        <select
          value={filter}
          onChange={({ target }) => setFilter(filters.find((each) => each === target.value) ?? 'all')}
        >
          {filters.map((each) => (
            <option key={each} value={each}>
              {say(`filter.${each}`, { count: lines.filter((line) => isIn(line, each)).length })}
            </option>
          ))}
        </select>
      </label>
      {shown.length === 0 && <p className={forms.hint}>{say('filter.nothing')}</p>}
      <ul className={styles.list} role="list">
        {shown.map((line) => (
          <Line key={line.submission.id} line={line} roundId={roundId} />
        ))}
      </ul>
    </>
  );
}

/** `look`: what somebody has to look at before it can go out. */
function isIn({ status, isOutdated, naming }: FeedbackLine, filter: Filter): boolean {
  if (filter === 'all') return true;
  if (filter === 'look') return isOutdated || (status === 'draft' && naming > 0);
  return status === filter;
}

function Line({ line, roundId }: { line: FeedbackLine; roundId: string }) {
  const say = useSay();
  const route = useRoute();
  const { language, zone } = useSpeech();
  const { submission, status, isOutdated, remarks, naming, next, sentAt, delivery } = line;
  const href = hrefOf({ ...route, at: atOf({ part: 'feedback', roundId, submissionId: submission.id }) });
  return (
    <li className={styles.line}>
      <div className={styles.name}>
        <a href={href}>{submission.title}</a>
        <p className={styles.facts}>
          {submission.participant} · {submission.number}
          {next !== undefined && ` · ${say(`next.${next}`)}`}
        </p>
      </div>
      <div className={styles.state}>
        <span>{say(`feedbackStatus.${status}`)}</span>
        {isOutdated && (
          <Badge color="warning" appearance="tint">
            {say('feedback.outdated')}
          </Badge>
        )}
        {status === 'draft' && naming > 0 && (
          <Badge color="warning" appearance="tint">
            {say('feedback.naming', { count: naming })}
          </Badge>
        )}
        <span className={styles.facts}>
          {status === 'sent' && sentAt !== undefined
            ? `${momentText(language, sentAt, zone, new Date())} · ${say(`delivery.${delivery ?? 'underway'}`)}`
            : status !== 'none' && say('feedback.remarkCount', { count: remarks })}
        </span>
      </div>
    </li>
  );
}
