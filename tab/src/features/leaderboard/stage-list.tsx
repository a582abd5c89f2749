import type { StandingLine } from '../../../../bot/http/contract/ranking.ts';
import { decimalText } from '../../shared/language/decimal-text.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import styles from './stage-list.module.css';
import { useSay } from './texts.ts';

interface StageListProps {
  lines: readonly StandingLine[];
  /** How many are shown, from the last on. */
  shown: number;
  withScores: boolean;
}

/** Places with or without who has them. What is not shown is not in the page either. */
export function StageList({ lines, shown, withScores }: StageListProps) {
  const say = useSay();
  const { language } = useSpeech();
  const firstShown = lines.length - shown;
  if (lines.length === 0) return <p className={styles.none}>{say('stage.none')}</p>;
  return (
    <>
      <ol className={styles.list} role="list" data-many={lines.length > 6}>
        {lines.map((line, index) =>
          index < firstShown ? (
            <li key={index} className={styles.line} data-hidden>
              <span className={styles.rank}>{line.rank}</span>
              <span className={styles.cover} aria-label={say('stage.hidden')} role="img" />
            </li>
          ) : (
            <li key={index} className={styles.line}>
              <span className={styles.rank}>{line.rank}</span>
              <span className={styles.what}>
                <span className={styles.title}>{line.submission.title}</span>
                <span className={styles.participant}>{line.submission.participant}</span>
              </span>
              {withScores && (
                <span className={styles.score}>
                  {scoreText(line, (value) => decimalText(language, value, 2))}
                </span>
              )}
            </li>
          ),
        )}
      </ol>
      <p className="visually-hidden" aria-live="polite">
        {shown > 0 && lines[firstShown] !== undefined
          ? say('stage.said', {
              rank: lines[firstShown].rank ?? 0,
              title: lines[firstShown].submission.title,
              participant: lines[firstShown].submission.participant,
            })
          : ''}
      </p>
    </>
  );
}

function scoreText({ fairMean }: StandingLine, say: (value: number) => string): string {
  return fairMean === undefined ? '' : say(fairMean);
}
