import { Button } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useApi } from '../../shared/api/api-context.ts';
import { momentText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import styles from './abstain-form.module.css';
import type { CasePanesProps } from './case-panes.tsx';
import { tellAnswer } from './desk/use-desk.ts';
import { sendAbstention } from './questions.ts';
import { useSay } from './texts.ts';

/** That they abstain, why, and the way back. */
export function Abstained({ id, sheet: { known } }: Pick<CasePanesProps, 'id' | 'sheet'>) {
  const say = useSay();
  const { language, zone } = useSpeech();
  const client = useQueryClient();
  const api = useApi();
  const heading = useId();
  const [state, setState] = useState<'still' | 'sending' | 'failed'>('still');
  const { abstention, round } = known;
  if (abstention === undefined) return null;
  const undo = async () => {
    setState('sending');
    try {
      const body = { roundId: round.id, basedOn: abstention.revision };
      tellAnswer(client, id, await sendAbstention(api, id, body));
    } catch (error) {
      console.info('undoing did not come through', error);
      setState('failed');
    }
  };
  const moment = momentText(language, abstention.updatedAt, zone);
  return (
    <section className={styles.abstained} data-of="sheet" aria-labelledby={heading}>
      <h2 className={styles.title} id={heading}>
        {say('abstained.title')}
      </h2>
      <p>{say('abstained.since', { moment, reason: abstention.reason })}</p>
      <p className={styles.hint}>{say('abstained.kept')}</p>
      <p className={styles.fault} role="status">
        {state === 'failed' && say('abstain.failed')}
      </p>
      {round.phase === 'open' && (
        <Button onClick={() => void undo()} disabledFocusable={state === 'sending'}>
          {say('abstained.undo')}
        </Button>
      )}
    </section>
  );
}
