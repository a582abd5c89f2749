import type { Ranking } from '../../../../bot/http/contract/ranking.ts';
import { chanceText, decimalText } from '../../shared/language/decimal-text.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import styles from './verdict.module.css';
import { agreementLevel, verdictOf } from './verdict-of.ts';
import { useSay } from './texts.ts';

/** What the order goes by and what that does and does not say, in plain words; how it works for who wants to know. */
export function Verdict({ ranking }: { ranking: Ranking }) {
  const say = useSay();
  const { language } = useSpeech();
  const key = verdictOf(ranking);
  if (key === undefined) return null;
  const { outcome, decidedBy, judgesAlike = 1, agreement } = ranking;
  return (
    <section className={styles.verdict} aria-label={say('verdict.title')}>
      <p>
        {say(key, {
          decided: decidedBy,
          chance: chanceText(language, judgesAlike),
          groups: outcome.kind === 'disconnected' ? outcome.groups : 0,
          sheets: outcome.kind === 'too-few-sheets' ? outcome.sheets : 0,
          needed: outcome.kind === 'too-few-sheets' ? outcome.needed : 0,
        })}
      </p>
      {agreement && (
        <p>
          {say('verdict.agreement', {
            level: agreementLevel(agreement),
            w: decimalText(language, agreement.w, 2),
            chance: chanceText(language, agreement.p),
            judges: agreement.judges,
            submissions: agreement.submissions,
          })}
        </p>
      )}
      <HowItWorks />
    </section>
  );
}

function HowItWorks() {
  const say = useSay();
  return (
    <details>
      <summary>{say('how.summary')}</summary>
      <ul className={styles.how} role="list">
        <li>{say('how.mean')}</li>
        <li>{say('how.calibrated')}</li>
        <li>{say('how.limits')}</li>
        <li>{say('how.interval')}</li>
        <li>{say('how.line')}</li>
      </ul>
    </details>
  );
}
