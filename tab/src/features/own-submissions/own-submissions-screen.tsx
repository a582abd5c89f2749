import { useQuery } from '@tanstack/react-query';
import type { OwnSubmissions } from '../../../../bot/http/contract/submissions.ts';
import { useApi } from '../../shared/api/api-context.ts';
import { askOwnSubmissions } from '../../shared/api/questions.ts';
import { momentText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { useMe } from '../../shared/me/me-context.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { Badge } from '../../shared/ui/badge.tsx';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { ScreenHead } from '../../shared/ui/screen-head.tsx';
import { SubmissionName } from '../../shared/ui/submission-name.tsx';
import styles from './own-submissions-screen.module.css';
import { useSay } from './texts.ts';

/** What this person handed in, newest first. */
export function OwnSubmissionsScreen() {
  const say = useSay();
  const query = useQuery(askOwnSubmissions(useApi()));
  return (
    <>
      <ScreenHead title={say('own.title')} />
      <Answer query={query} skeleton={<ListSkeleton rows={2} />}>
        {({ submissions }) =>
          submissions.length === 0 ? <NothingYet /> : <OwnList submissions={submissions} />
        }
      </Answer>
    </>
  );
}

function NothingYet() {
  const say = useSay();
  const open = useMe().edition?.phase === 'open';
  return <Notice title={say('own.empty.title')} hint={say(open ? 'own.empty.hint' : 'own.empty.closed')} />;
}

function OwnList({ submissions }: OwnSubmissions) {
  const say = useSay();
  const { language, zone } = useSpeech();
  return (
    <ul className={styles.list} role="list">
      {submissions.map(({ submission, submittedAt, status, categoryName }) => (
        <li key={submission.id} className={styles.card}>
          <SubmissionName submission={submission} />
          <Badge size="large" appearance="tint" color={status === 'submitted' ? 'success' : 'informative'}>
            {say(`status.${status}`)}
          </Badge>
          <p className={styles.facts}>
            {categoryName} · {say('own.submitted', { moment: momentText(language, submittedAt, zone) })}
          </p>
        </li>
      ))}
    </ul>
  );
}
