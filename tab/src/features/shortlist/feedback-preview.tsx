import type { Feedback } from '../../../../bot/http/contract/feedback.ts';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useSpeech } from '../../shared/language/speech.ts';
import type { TypedFeedback } from './feedback-editor.tsx';
import styles from './feedback.module.css';
import { text, useSay } from './texts.ts';

/** As the submitter will read it, in the language of their Teams. */
export function FeedbackPreview({ feedback, typed }: { feedback: Feedback; typed: TypedFeedback }) {
  const say = useSay();
  const [language, setLanguage] = useState(useSpeech().language);
  const { number, title } = feedback.line.submission;
  const names = new Map(feedback.criteria.map(({ id, name }) => [id, name[language]]));
  const remarks = typed.remarks.filter(({ leftOut }) => !leftOut);
  return (
    <section className={styles.preview} aria-label={say('preview.title')}>
      <h3>{say('preview.title')}</h3>
      <div className={styles.languages}>
        {(['nl', 'en'] as const).map((each) => (
          <Button
            key={each}
            size="small"
            appearance={each === language ? 'secondary' : 'subtle'}
            aria-pressed={each === language}
            onClick={() => setLanguage(each)}
          >
            {say(`preview.${each}`)}
          </Button>
        ))}
      </div>
      <div className={styles.card} lang={language}>
        <p className={styles.facts}>
          {number} · {title}
        </p>
        <h4>{text(language, 'preview.heading', { round: feedback.roundName[language] })}</h4>
        {typed.words[language]
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line, place) => (
            <p key={place}>{line}</p>
          ))}
        {remarks.length > 0 && <h4>{text(language, 'preview.remarks')}</h4>}
        {remarks.map(({ criterionId, text: remark }, place) => {
          const about = names.get(criterionId ?? '');
          return (
            <p key={place}>
              {about !== undefined && <strong>{about}: </strong>}
              {remark}
            </p>
          );
        })}
      </div>
    </section>
  );
}
