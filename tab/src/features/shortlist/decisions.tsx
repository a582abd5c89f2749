import type { Cut, CutDecision } from '../../../../bot/http/contract/cut.ts';
import { Button } from '@fluentui/react-components';
import { useId } from 'react';
import { momentText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { ActTrouble } from './act-trouble.tsx';
import styles from './decisions.module.css';
import { useSay } from './texts.ts';
import { useCutAct } from './use-cut-act.ts';

/** All that people decided beside the scores, with why and by whom; each can be taken back until the cut is fixed. */
export function Decisions({ cut }: { cut: Cut }) {
  const say = useSay();
  const heading = useId();
  const act = useCutAct(cut);
  if (cut.decisions.length === 0) return <ActTrouble act={act} cut={cut} />;
  const differs = cut.lines.filter(({ side, byScores }) => side !== byScores).length;
  return (
    <section className={styles.decisions} aria-labelledby={heading}>
      <h3 id={heading}>{say('decisions.title')}</h3>
      <p className={styles.differs}>{say('decisions.differs', { count: differs })}</p>
      <ul role="list">
        {cut.decisions.map((decision, which) => (
          <li key={decision.at + decision.reason} className={styles.decision}>
            <Decision decision={decision} cut={cut} />
            {mayUndo(cut, decision) && (
              <Button
                size="small"
                appearance="subtle"
                disabledFocusable={act.isBusy}
                onClick={() => act.run({ act: 'change', change: { kind: 'undo', which } })}
              >
                {say('decisions.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ActTrouble act={act} cut={cut} />
    </section>
  );
}

function Decision({ decision, cut }: { decision: CutDecision; cut: Cut }) {
  const say = useSay();
  const { language, zone } = useSpeech();
  const titleOf = (id: string) =>
    cut.lines.find(({ submission }) => submission.id === id)?.submission.title ?? say('history.other');
  const what =
    decision.kind === 'overrule'
      ? say('decisions.overrule', { titles: decision.within.map(titleOf).join(', ') })
      : say(`decisions.${decision.kind}`, {
          title: titleOf(decision.submissionId),
          side: decision.kind === 'move' ? decision.to : 'within',
        });
  return (
    <div className={styles.text}>
      <p>
        <strong>{what}</strong>
      </p>
      <blockquote className={styles.reason}>{decision.reason}</blockquote>
      <p className={styles.who}>
        {say('steps.who', {
          by: decision.by ?? say('by.somebody'),
          moment: momentText(language, decision.at, zone, new Date()),
        })}
      </p>
    </div>
  );
}

function mayUndo({ may, lines }: Cut, decision: CutDecision): boolean {
  if (decision.kind === 'overrule') return may.overrule;
  const line = lines.find(({ submission }) => submission.id === decision.submissionId);
  return may.prepare && line?.isOwn !== true;
}
