import type { ReactNode } from 'react';
import type { SubmissionDetail } from '../../../../bot/http/contract/submissions.ts';
import { momentText, periodText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import styles from './submission-detail-screen.module.css';
import { useSay } from './texts.ts';

/** What can be said of it in a word. */
export function DetailFacts({ detail }: { detail: SubmissionDetail }) {
  const say = useSay();
  const { language, zone } = useSpeech();
  const { submission, categoryName, finished, whose, partners, novelty, follows } = detail;
  return (
    <dl className={styles.facts}>
      <Fact name={say('submission.participant')}>
        {submission.participant}
        {whose === 'nominated' && <div className={styles.hint}>{say('submission.nominated')}</div>}
      </Fact>
      {partners.length > 0 && <Fact name={say('submission.partners')}>{partners.join(', ')}</Fact>}
      <Fact name={say('submission.category')}>{categoryName}</Fact>
      <Fact name={say('submission.finished')}>{periodText(language, finished.from, finished.to)}</Fact>
      {novelty !== undefined && (
        <Fact name={say('submission.novelty')}>
          {follows === undefined ? say(`novelty.${novelty}`) : say('submission.follows', { title: follows })}
        </Fact>
      )}
      <Fact name={say('submission.number')}>{submission.number}</Fact>
      <Moments detail={detail} momentOf={(at) => momentText(language, at, zone)} />
    </dl>
  );
}

interface MomentsProps {
  detail: SubmissionDetail;
  momentOf: (at: string) => string;
}

function Moments({ detail: { submittedAt, changedAt, withdrawnAt }, momentOf }: MomentsProps) {
  const say = useSay();
  return (
    <>
      <Fact name={say('submission.submittedAt')}>{momentOf(submittedAt)}</Fact>
      {changedAt !== undefined && <Fact name={say('submission.changedAt')}>{momentOf(changedAt)}</Fact>}
      {withdrawnAt !== undefined && <Fact name={say('submission.withdrawnAt')}>{momentOf(withdrawnAt)}</Fact>}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
