import type { KeyboardEvent } from 'react';
import { useId } from 'react';
import type { Judging } from '../../../../bot/http/contract/judging.ts';
import type { Score } from './desk/content.ts';
import { scoreOfKey } from './score-of-key.ts';
import styles from './score-choice.module.css';
import { useSay } from './texts.ts';

interface ScoreChoiceProps {
  /** The criterion's id. */
  name: string;
  scale: Judging['round']['scale'];
  score: Score | undefined;
  choose: (score: Score) => void;
}

/** A row of scores as one group of radio buttons: arrows go along it, a digit or n chooses at once. */
export function ScoreChoice({ name, scale, score, choose }: ScoreChoiceProps) {
  const say = useSay();
  const group = useId();
  const numbers = Array.from(
    { length: scale.highest - scale.lowest + 1 },
    (_, index) => scale.lowest + index,
  );
  const anchorOf = (value: number) =>
    scale.anchors.find((anchor) => anchor.value === value)?.text ??
    (value === scale.lowest
      ? say('sheet.lowest')
      : value === scale.highest
        ? say('sheet.highest')
        : undefined);
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const chosen = scoreOfKey(event.key, scale);
    if (chosen === undefined) return;
    event.preventDefault();
    choose(chosen);
    event.currentTarget.querySelector<HTMLInputElement>(`input[value="${chosen}"]`)?.focus();
  };
  const one = (value: Score, text: string, under?: string) => (
    <label key={value} className={value === 'not-assessable' ? styles.wide : styles.one}>
      <input
        type="radio"
        name={`${group}-${name}`}
        value={value}
        checked={score === value}
        onChange={() => choose(value)}
      />
      <span className={styles.value}>{text}</span>
      {under !== undefined && <span className={styles.anchor}>{under}</span>}
    </label>
  );
  return (
    <div className={styles.choice} onKeyDown={press}>
      {numbers.map((value) => one(value, String(value), anchorOf(value)))}
      {one('not-assessable', say('sheet.notAssessable'))}
    </div>
  );
}
