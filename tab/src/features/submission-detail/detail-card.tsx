import type { SubmissionDetail } from '../../../../bot/http/contract/submissions.ts';
import { Badge } from '../../shared/ui/badge.tsx';
import { ContactLines } from './contact-lines.tsx';
import { DetailActions } from './detail-actions.tsx';
import { DetailFacts } from './detail-facts.tsx';
import styles from './submission-detail-screen.module.css';
import { useSay } from './texts.ts';

export function DetailCard({ detail }: { detail: SubmissionDetail }) {
  const say = useSay();
  const { submission, status, description, proof, contact, contactThere } = detail;
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
      <DetailActions detail={detail} />
      <DetailFacts detail={detail} />
      <Text heading={say('submission.text')} text={description} />
      {proof !== '' && <Text heading={say('submission.proof')} text={proof} />}
      <Conditions detail={detail} />
      {detail.own.map(({ label, text }) => (
        <Text key={label} heading={label} text={text} />
      ))}
      {contact !== undefined && <ContactLines heading={say('submission.contact')} contact={contact} />}
      {contactThere !== undefined && (
        <ContactLines heading={say('submission.contactThere')} contact={contactThere} />
      )}
    </article>
  );
}

function Text({ heading, text }: { heading: string; text: string }) {
  return (
    <section>
      <h3 className={styles.heading}>{heading}</h3>
      <p className={styles.text}>{text}</p>
    </section>
  );
}

/** What its submitter says of it themselves. */
function Conditions({ detail: { conditions } }: { detail: SubmissionDetail }) {
  const say = useSay();
  if (conditions.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>{say('submission.conditions')}</h3>
      <dl className={styles.answers}>
        {conditions.map(({ question, answer }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>{say(`answer.${answer}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
