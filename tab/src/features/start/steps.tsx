import type { Start } from '../../../../bot/http/contract/start.ts';
import { dayText, daysText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import styles from './steps.module.css';
import { useSay } from './texts.ts';

type Step = NonNullable<Start['steps']>[number];

const dayMs = 24 * 3_600_000;

/** The edition from handing in to its last round, with today in it. */
export function Steps({ steps, now }: { steps: readonly Step[]; now: string }) {
  const isBetween = steps.every(({ phase }) => phase !== 'open');
  const next = steps.findIndex(({ phase }) => phase === 'before');
  const items = steps.map((step) => <StepItem key={step.round?.id ?? ''} step={step} now={now} />);
  if (isBetween) items.splice(next === -1 ? items.length : next, 0, <Today key="today" now={now} />);
  return <ol className={styles.steps}>{items}</ol>;
}

function StepItem({ step: { round, phase, opensAt, closesAt }, now }: { step: Step; now: string }) {
  const say = useSay();
  const { language, zone } = useSpeech();
  const days = Math.floor((Date.parse(closesAt) - Date.parse(now)) / dayMs);
  return (
    <li className={styles.step} data-phase={phase} aria-current={phase === 'open' ? 'step' : undefined}>
      <span className={styles.dot} aria-hidden="true" />
      <p className={styles.name}>{round?.name ?? say('step.handIn')}</p>
      <p className={styles.period}>{daysText(language, opensAt, closesAt, zone)}</p>
      {phase === 'open' && (
        <p className={styles.now}>
          {say('step.open')} · {say('step.left', { days })}
        </p>
      )}
      {phase === 'closed' && <span className="visually-hidden">{say('step.closed')}</span>}
    </li>
  );
}

function Today({ now }: { now: string }) {
  const say = useSay();
  const { language, zone } = useSpeech();
  return (
    <li className={styles.step} data-phase="today" aria-current="step">
      <span className={styles.dot} aria-hidden="true" />
      <p className={styles.now}>{say('step.today', { day: dayText(language, now, zone) })}</p>
    </li>
  );
}
