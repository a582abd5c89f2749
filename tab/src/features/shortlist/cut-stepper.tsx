import type { Cut } from '../../../../bot/http/contract/cut.ts';
import { momentText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import styles from './cut-stepper.module.css';
import { useSay } from './texts.ts';

const steps = ['draft', 'proposed', 'fixed'] as const;

/** How far a cut is, and who did what when. */
export function CutStepper({ cut }: { cut: Cut }) {
  const say = useSay();
  const { language, zone } = useSpeech();
  const now = cut.status === 'stale' ? 'draft' : cut.status;
  const signed = { draft: undefined, proposed: cut.proposed, fixed: now === 'fixed' ? cut.fixed : undefined };
  const done = steps.indexOf(now);
  return (
    <ol className={styles.steps} role="list" aria-label={say('steps.label')}>
      {steps.map((step, index) => {
        const who = index <= done ? signed[step] : undefined;
        return (
          <li
            key={step}
            className={index <= done ? styles.done : styles.ahead}
            aria-current={step === now ? 'step' : undefined}
          >
            <span className={styles.name}>
              <span aria-hidden="true">{index < done ? '✓' : index + 1}</span> {say(`status.${step}`)}
            </span>
            {who !== undefined && (
              <span className={styles.who}>
                {say('steps.who', {
                  by: who.by ?? say('by.somebody'),
                  moment: momentText(language, who.at, zone, new Date()),
                })}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
