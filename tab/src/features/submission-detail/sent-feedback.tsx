import type { SubmissionDetail } from '../../../../bot/http/contract/submissions.ts';
import { momentText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import styles from './discussion.module.css';
import { useSay } from './texts.ts';

/** What somebody heard about their submission after a round. */
export function SentFeedback({ feedback }: { feedback: SubmissionDetail['feedback'][number] }) {
  const say = useSay();
  const { language, zone } = useSpeech();
  const { roundId, round, sentAt, words, remarks } = feedback;
  const heading = `feedback-${roundId}`;
  return (
    <section className={styles.card} aria-labelledby={heading}>
      <div>
        <h2 className={styles.title} id={heading}>
          {say('feedback.title', { round })}
        </h2>
        <p className={styles.hint}>{say('feedback.sent', { moment: momentText(language, sentAt, zone) })}</p>
      </div>
      <p className={styles.words}>{words}</p>
      {remarks.length > 0 && (
        <div className={styles.round}>
          <h3 className={styles.heading}>{say('feedback.remarks')}</h3>
          <ul className={styles.remarks}>
            {remarks.map(({ about, text }, index) => (
              <li key={index}>
                {about !== undefined && <span className={styles.author}>{about}: </span>}
                {text}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
