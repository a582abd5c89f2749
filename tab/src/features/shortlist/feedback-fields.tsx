import type { Feedback } from '../../../../bot/http/contract/feedback.ts';
import { Badge } from '@fluentui/react-components';
import { useSpeech } from '../../shared/language/speech.ts';
import type { TypedFeedback } from './feedback-editor.tsx';
import styles from './feedback.module.css';
import forms from './forms.module.css';
import { useSay } from './texts.ts';

interface FeedbackFieldsProps {
  feedback: Feedback;
  typed: TypedFeedback;
  change: (typed: TypedFeedback) => void;
}

/** What is said in both languages, and of what judges wrote what the submitter reads. */
export function FeedbackFields({ feedback, typed, change }: FeedbackFieldsProps) {
  const say = useSay();
  const { language } = useSpeech();
  const { words, remarks } = typed;
  const names = new Map(feedback.criteria.map(({ id, name }) => [id, name[language]]));
  const setRemark = (place: number, changes: Partial<Feedback['remarks'][number]>) =>
    change({
      words,
      remarks: remarks.map((each, index) => (index === place ? { ...each, ...changes } : each)),
    });
  return (
    <>
      {(['nl', 'en'] as const).map((each) => (
        <label key={each} className={forms.field}>
          <span>{say(`feedback.words.${each}`)}</span>
          <textarea
            rows={7}
            lang={each}
            maxLength={feedback.most.words}
            value={words[each]}
            onChange={({ target }) => change({ words: { ...words, [each]: target.value }, remarks })}
          />
        </label>
      ))}
      <h3>{say('feedback.remarks')}</h3>
      <p className={forms.hint}>
        {say(remarks.length === 0 ? 'feedback.noRemarks' : 'feedback.remarksHint')}
      </p>
      <ul role="list">
        {remarks.map((remark, place) => {
          const about = names.get(remark.criterionId ?? '') ?? say('feedback.overall');
          const label = say('feedback.remarkAbout', { about, number: place + 1 });
          return (
            <li key={place} className={styles.remark} data-out={remark.leftOut}>
              <input
                type="checkbox"
                checked={!remark.leftOut}
                aria-label={say('feedback.include', { label })}
                onChange={({ target }) => setRemark(place, { leftOut: !target.checked })}
              />
              <label className={forms.field}>
                <span>
                  {label}{' '}
                  {remark.seemsToName && (
                    <Badge color="warning" appearance="tint">
                      {say('feedback.seemsToName')}
                    </Badge>
                  )}
                </span>
                <textarea
                  rows={2}
                  maxLength={feedback.most.remark}
                  value={remark.text}
                  onChange={({ target }) => setRemark(place, { text: target.value })}
                />
              </label>
            </li>
          );
        })}
      </ul>
    </>
  );
}
