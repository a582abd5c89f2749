import { useId } from 'react';
import type { Judging } from '../../../../bot/http/contract/judging.ts';
import { percentText } from '../../shared/language/decimal-text.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import styles from './criterion-field.module.css';
import type { Score } from './desk/content.ts';
import { RemarkField } from './remark-field.tsx';
import { ScoreChoice } from './score-choice.tsx';
import { useSay } from './texts.ts';

type Criterion = Judging['round']['criteria'][number];

interface CriterionFieldProps {
  criterion: Criterion;
  scale: Judging['round']['scale'];
  score: Score | undefined;
  chosenHere: Score | undefined;
  missing: boolean;
  locked: boolean;
  remark: string;
  choose: (score: Score) => void;
  write: (remark: string) => void;
}

/** One criterion: what it asks, a score, and what there is to say about it. */
export function CriterionField(props: CriterionFieldProps) {
  const say = useSay();
  const { language } = useSpeech();
  const hint = useId();
  const { criterion, score, chosenHere, missing } = props;
  const { name, explanation, share } = criterion;
  const scoreText = (of: Score) => (of === 'not-assessable' ? say('sheet.notAssessable') : String(of));
  return (
    <fieldset
      className={styles.criterion}
      aria-describedby={hint}
      data-criterion={criterion.id}
      disabled={props.locked}
    >
      <legend className={styles.name}>{name}</legend>
      <p className={styles.explanation} id={hint}>
        {explanation}{' '}
        <span className={styles.share}>
          ({say('sheet.share', { percent: percentText(language, share) })})
        </span>
      </p>
      <ScoreChoice name={criterion.id} scale={props.scale} score={score} choose={props.choose} />
      {missing && <p className={styles.fault}>{say('sheet.missing')}</p>}
      {chosenHere !== undefined && (
        <p className={styles.elsewhere}>{say('sheet.chosenHere', { score: scoreText(chosenHere) })}</p>
      )}
      <RemarkField
        label={say('sheet.remark', { criterion: name })}
        placeholder={say('sheet.remarkShort')}
        value={props.remark}
        locked={props.locked}
        write={props.write}
      />
    </fieldset>
  );
}
