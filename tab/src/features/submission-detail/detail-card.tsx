import type { ReactNode } from 'react';
import type { SubmissionDetail } from '../../../../bot/http/contract/submissions.ts';
import { momentText, periodText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { Badge } from '../../shared/ui/badge.tsx';
import styles from './submission-detail-screen.module.css';
import { useSay } from './texts.ts';

export function DetailCard({ detail }: { detail: SubmissionDetail }) {
  const say = useSay();
  const { submission, status, description, contact } = detail;
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <h2 className={styles.title}>{submission.title}</h2>
        {submission.example && (
          <Badge size="large" appearance="outline" color="informative">
            {say('submission.example')}
          </Badge>
        )}
        {status === 'withdrawn' && (
          <Badge size="large" appearance="tint" color="informative">
            {say('status.withdrawn')}
          </Badge>
        )}
      </div>
      <Facts detail={detail} />
      <section>
        <h3 className={styles.heading}>{say('submission.text')}</h3>
        <p className={styles.text}>{description}</p>
      </section>
      {contact !== undefined && <ContactLines contact={contact} />}
    </article>
  );
}

function Facts({ detail }: { detail: SubmissionDetail }) {
  const say = useSay();
  const { language, zone } = useSpeech();
  const { submission, categoryName, finished, submittedAt, whose } = detail;
  return (
    <dl className={styles.facts}>
      <Fact name={say('submission.participant')}>
        {submission.participant}
        {whose === 'nominated' && <div className={styles.hint}>{say('submission.nominated')}</div>}
      </Fact>
      <Fact name={say('submission.category')}>{categoryName}</Fact>
      <Fact name={say('submission.finished')}>{periodText(language, finished.from, finished.to)}</Fact>
      <Fact name={say('submission.number')}>{submission.number}</Fact>
      <Fact name={say('submission.submittedAt')}>{momentText(language, submittedAt, zone)}</Fact>
    </dl>
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

function ContactLines({ contact }: { contact: NonNullable<SubmissionDetail['contact']> }) {
  const say = useSay();
  return (
    <section>
      <h3 className={styles.heading}>{say('submission.contact')}</h3>
      <p>{contact.name}</p>
      <p>
        <a href={`mailto:${contact.mail}`}>{contact.mail}</a>
      </p>
      <p className={styles.hint}>{say('submission.contactHint')}</p>
    </section>
  );
}
