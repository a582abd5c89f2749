import type { SubmissionDetail } from '../../../../bot/http/contract/submissions.ts';
import styles from './submission-detail-screen.module.css';
import { useSay } from './texts.ts';

interface ContactLinesProps {
  heading: string;
  contact: NonNullable<SubmissionDetail['contact']>;
}

export function ContactLines({ heading, contact: { name, role, mail, phone } }: ContactLinesProps) {
  const say = useSay();
  return (
    <section>
      <h3 className={styles.heading}>{heading}</h3>
      <p>
        {name}
        {role !== undefined && `, ${role}`}
      </p>
      {mail !== '' && (
        <p>
          <a href={`mailto:${mail}`}>{mail}</a>
        </p>
      )}
      {phone !== undefined && (
        <p>
          <a href={`tel:${phone}`}>{phone}</a>
        </p>
      )}
      {mail !== '' && <p className={styles.hint}>{say('submission.contactHint')}</p>}
    </section>
  );
}
