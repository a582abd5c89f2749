import { useId } from 'react';
import type { Judging } from '../../../../bot/http/contract/judging.ts';
import { periodText } from '../../shared/language/dates.ts';
import { listText } from '../../shared/language/list-text.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { hrefOf } from '../../shared/navigation/route.ts';
import styles from './case-text.module.css';
import { useSay } from './texts.ts';

/** All of a submission that a judge reads. It scrolls by itself, also by keyboard. */
export function CaseText({ judging: { submission, sheet } }: { judging: Judging }) {
  const say = useSay();
  const { language } = useSpeech();
  const heading = useId();
  const { line, categoryName, finished, partners, description, proof, judgements, answers } = submission;
  return (
    <section className={styles.text} data-of="text" aria-labelledby={heading} tabIndex={0}>
      <p className={styles.number}>{line.number}</p>
      <h2 className={styles.title} id={heading}>
        {line.title}
      </h2>
      <p className={styles.facts}>
        {say('text.of', { participant: line.participant, category: categoryName })}
        <br />
        {say('text.finished', { period: periodText(language, finished.from, finished.to) })}
        {submission.whose === 'nominated' && ` · ${say('text.nominated')}`}
      </p>
      {partners.length > 0 && (
        <p className={styles.facts}>{say('text.partners', { partners: listText(language, partners) })}</p>
      )}
      <Part title={say('text.description')} text={description} />
      {proof !== '' && <Part title={say('text.proof')} text={proof} />}
      {judgements.length > 0 && (
        <div>
          <h3 className={styles.heading}>{say('text.judgements')}</h3>
          <dl className={styles.answers}>
            {judgements.map(({ question, answer }) => (
              <div key={question}>
                <dt>{question}</dt>
                <dd>{say(`text.answer.${answer}`)}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {answers.map(({ label, answer }) => (
        <Part key={label} title={label} text={answer} />
      ))}
      {sheet?.status === 'handed-in' && (
        <p>
          <a className={styles.link} href={hrefOf({ submissionId: line.id })}>
            {say('text.discussion')}
          </a>
        </p>
      )}
    </section>
  );
}

function Part({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h3 className={styles.heading}>{title}</h3>
      <p className={styles.said}>{text}</p>
    </div>
  );
}
