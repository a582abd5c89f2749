import type { JuryRoom } from '../../../../bot/http/contract/jury-room.ts';
import { decimalText } from '../../shared/language/decimal-text.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { ScoreHistogram } from './score-histogram.tsx';
import { Section } from './section.tsx';
import styles from './spreads.module.css';
import { useSay } from './texts.ts';

type Criterion = JuryRoom['criteria'][number];

/** How often each score was given, for each criterion; all on the same height, to lay beside each other. */
export function Spreads({ criteria }: { criteria: Criterion[] }) {
  const say = useSay();
  const most = Math.max(1, ...criteria.flatMap(({ counts }) => counts.map(({ count }) => count)));
  return (
    <Section title={say('spread.title')} hint={say('spread.hint')}>
      <ul className={styles.all} role="list">
        {criteria.map((criterion) => (
          <li key={criterion.id} className={styles.one}>
            <h4 className={styles.name}>{criterion.name}</h4>
            <Mean criterion={criterion} />
            <ScoreHistogram counts={criterion.counts} most={most} mean={criterion.mean} />
            <p className={styles.facts}>{say('spread.notAssessable', { count: criterion.notAssessable })}</p>
            <Counts criterion={criterion} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Mean({ criterion: { mean } }: { criterion: Criterion }) {
  const say = useSay();
  const { language } = useSpeech();
  return (
    <p className={styles.facts}>
      {mean === undefined ? say('spread.none') : say('spread.mean', { mean: decimalText(language, mean) })}
    </p>
  );
}

/** The same as the drawing, to be heard; a table by itself would keep its width. */
function Counts({ criterion: { name, counts } }: { criterion: Criterion }) {
  const say = useSay();
  return (
    <div className="visually-hidden">
      <table>
        <caption>{say('spread.caption', { criterion: name })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('spread.score')}</th>
            <th scope="col">{say('spread.count')}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ value, count }) => (
            <tr key={value}>
              <th scope="row">{value}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
